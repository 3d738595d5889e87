"""What readers set for themselves: text with more room between letters and lines, larger, and nothing that moves."""

import re

import pytest

from tests.browser.test_readable import OUTSIDE
from tests.tools.places import KINDS
from tests.tools.thorough import some_of

SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""The room that readers may give a text (WCAG 1.4.12)."""

CUT = """() => {
  const own = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return [...document.querySelectorAll("body *")]
    .filter((one) => own(one) && one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => !one.closest("svg, select, textarea, .visually-hidden, .skip, option"))
    .flatMap((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      const text = range.getBoundingClientRect();
      const holder = one.closest("button, .button, summary, .cells label") ?? one;
      const box = holder.getBoundingClientRect();
      const { overflowX, overflowY } = getComputedStyle(holder);
      const clips = [overflowX, overflowY].some((way) => ["hidden", "clip"].includes(way)) || holder !== one;
      const out = text.right > box.right + 2 || text.bottom > box.bottom + 2 || text.left < box.left - 2;
      return clips && out ? [`${holder.localName}.${holder.className}: ${one.textContent.trim().slice(0, 40)}`] : [];
    });
}"""
"""The texts that are cut off, or run out of the button that they stand on."""

MOVES = re.compile(r"(transition|animation|scroll-behavior|offset-path)[\w-]*\s*:")


@pytest.mark.parametrize("kind_page", some_of(KINDS, 2), indirect=True)
def test_a_text_with_more_room_stays_whole(kind_page):
    page = kind_page.page
    page.evaluate(SPACED)
    wrong = []
    for width in (320, 640, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        wrong += [f"{width} px: {one}" for one in page.evaluate(OUTSIDE) + page.evaluate(CUT)]
    page.evaluate("() => { document.adoptedStyleSheets = []; }")
    assert wrong == []


def test_nothing_moves_by_itself(root):
    """Who asks for less motion gets what everybody gets: none."""
    assets = root / "macros/frontend/theme/assets"
    styles = {path.name: path.read_text("utf-8") for path in assets.rglob("*.css")}
    scripts = {path.name: path.read_text("utf-8") for path in assets.rglob("*.js")}
    assert [name for name, text in styles.items() if MOVES.search(text)] == []
    assert [name for name, text in scripts.items() if "smooth" in text or ".animate(" in text] == []
