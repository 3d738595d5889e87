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


def test_large_letters_break_no_word_of_the_name(open_page, site_address):
    page = open_page(viewport={"width": 390, "height": 844})
    page.goto(site_address + KINDS["bundle nl"])
    beside = page.locator(".site-name").bounding_box()["y"]
    assert page.locator(".menu-button").bounding_box()["y"] <= beside + 8, "one line when they are not large"
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    name = page.locator(".site-name")
    lines = name.evaluate("""one => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return range.getClientRects().length;
    }""")
    assert lines <= len(name.inner_text().split())
    assert page.evaluate(OUTSIDE) == []


def test_the_ring_of_a_field_leaves_its_label_free(open_page, site_address):
    page = open_page(viewport={"width": 390, "height": 844})
    page.goto(site_address + KINDS["bundle nl"])
    field = page.locator("#bench.ready [name=numbers]")
    page.keyboard.press("Tab")
    for size in ("100%", "200%"):
        page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
        field.focus()
        assert field.evaluate("""field => {
          const { outlineWidth, outlineOffset } = getComputedStyle(field);
          const label = document.createRange();
          label.selectNodeContents(field.previousElementSibling);
          const between = field.getBoundingClientRect().top - label.getBoundingClientRect().bottom;
          return parseFloat(outlineWidth) && between >= parseFloat(outlineWidth) + parseFloat(outlineOffset) - 2;
        }"""), size


def test_nothing_moves_by_itself(root):
    """Who asks for less motion gets what everybody gets: none."""
    assets = root / "macros/frontend/theme/assets"
    styles = {path.name: path.read_text("utf-8") for path in assets.rglob("*.css")}
    scripts = {path.name: path.read_text("utf-8") for path in assets.rglob("*.js")}
    assert [name for name, text in styles.items() if MOVES.search(text)] == []
    assert [name for name, text in scripts.items() if "smooth" in text or ".animate(" in text] == []
