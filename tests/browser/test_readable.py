"""Every kind of page can be read at every width: lines long enough, nothing sideways, no more screens than it needs."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from macros.exports.book import books
from macros.exports.epub import book_epub
from macros.exports.imprint import Imprint
from macros.language.reading import read_language
from tests.tools.places import KINDS

WIDTHS = (320, 390, 640, 768, 992, 1280, 1920)
HEIGHT = 800
SHORTEST_LINE = 28
"""Characters that a line of running text has room for at least."""
SHORTEST_BESIDE = 20
"""The same for a few lines beside or under a picture, in columns of a list."""
RUNNING = 60
"""Characters from which a text is running text: a shorter one needs no long line."""
MOST_SCREENS = 2
"""How many times the height that the words of a page ask for it may take, beside half a screen for head and field."""

OUTSIDE = """async () => {
  // What a page does when its window changes is done before the next frame is drawn.
  await new Promise(requestAnimationFrame);
  const outside = [];
  const page = document.documentElement.scrollWidth;
  if (page > innerWidth) outside.push(`the page is ${page} px wide`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const parent = text.parentElement;
    const shown = text.data.trim() && parent.checkVisibility({ visibilityProperty: true });
    // These scroll by themselves, are hidden until they are needed, or are drawn to scale.
    const hidden = ".skip, .visually-hidden";
    const apart = `.table-scroll, ${hidden}, option, svg`;
    if (!shown || parent.closest(apart)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const beyond = [...range.getClientRects()].find(({ left, right }) => left < -1 || right > innerWidth + 1);
    if (!beyond) continue;
    outside.push(`${beyond.left.toFixed()} to ${beyond.right.toFixed()} px: ${text.data.trim().slice(0, 60)}`);
  }
  return outside;
}"""
"""The texts that stand outside the window, and the width of a page that is wider than its window."""

READ = """([shortest, beside, running]) => {
  const canvas = document.createElement("canvas").getContext("2d");
  // How many characters such as those of a text fit in a width, in pixels.
  const room = (style, text, width) => {
    canvas.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    return (width * text.length) / canvas.measureText(text).width;
  };
  const inner = (element) => {
    const style = getComputedStyle(element);
    return element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  };
  const main = document.querySelector("main");
  const blocks = [...main.querySelectorAll("h1, h2, h3, h4, p, li, dt, dd, th, td, figcaption, pre, label, button")]
    .filter((block) => block.checkVisibility({ visibilityProperty: true }))
    .map((block) => {
      const own = [...block.childNodes].filter((node) => !node.matches?.("p, ul, ol, dl, table, select, details"));
      return { block, text: own.map((node) => node.textContent).join("").replace(/\\s+/g, " ").trim() };
    })
    .filter(({ text }) => text);

  const narrow = [];
  for (const { block, text } of blocks) {
    if (text.length < running || !block.matches("p, li, dd, th, td, figcaption")) continue;
    // An answer to choose, or links to files: labels, with words that only a screen reader says.
    if (block.closest(".cells, .books, .tabs")) continue;
    const style = getComputedStyle(block);
    const least = block.closest(".chapter-covers, .results, .routes, .pattern-list") ? beside : shortest;
    const characters = room(style, text, inner(style.display === "inline" ? block.parentElement : block));
    if (characters < least) narrow.push(`${characters.toFixed(1)} characters a line: ${text.slice(0, 60)}`);
  }

  // What the words ask for: each block its lines, in the text's own size, as wide as the column of a book page or, on
  // a narrow screen, as the screen without a margin of 16 px on both sides. A drawing asks for its own height.
  const style = getComputedStyle(document.body);
  const words = blocks.map(({ text }) => text).join(" ");
  const characters = room(style, words, Math.min(38 * 16, innerWidth - 32));
  const lines = blocks.reduce((sum, { text }) => sum + Math.ceil(text.length / characters), 0);
  const drawings = [...main.querySelectorAll("svg, img")].map((drawing) => drawing.getBoundingClientRect().height);
  const asked = drawings.reduce((sum, height) => sum + height, lines * parseFloat(style.lineHeight));
  return { narrow, asked, taken: main.getBoundingClientRect().height };
}"""
"""The running texts in lines too short, and the height in pixels that the words ask for and that the page takes."""

LENGTHEN = """(word) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) if (text.data.trim()) texts.push(text);
  // The names of formats are the site's own.
  const known = "script, .books td";
  for (const text of texts.filter(({ parentElement }) => !parentElement.closest(known))) text.data += word;
}"""
SHORTEN = """(word) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) text.data = text.data.replace(word, "");
}"""


@pytest.mark.parametrize("kind_page", KINDS, indirect=True)
def test_a_page_reads_well_at_every_width(kind_page):
    page = kind_page.page
    wrong = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        read = page.evaluate(READ, [SHORTEST_LINE, SHORTEST_BESIDE, RUNNING])
        wrong += [f"{width} px: {one}" for one in read["narrow"] + page.evaluate(OUTSIDE)]
        if read["taken"] > MOST_SCREENS * read["asked"] + HEIGHT / 2:
            screens = [f"{read[name] / HEIGHT:.1f}" for name in ("taken", "asked")]
            wrong.append(f"{width} px: {screens[0]} screens of {HEIGHT} px, where its words ask for {screens[1]}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("kind_page", KINDS, indirect=True)
def test_a_very_long_word_stays_within_the_page(kind_page):
    page = kind_page.page
    page.evaluate(LENGTHEN, "w" * 150)
    wrong = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        wrong += [f"{width} px: {one}" for one in page.evaluate(OUTSIDE)]
    page.evaluate(SHORTEN, "w" * 150)
    assert not wrong, "\n".join(wrong)


def test_a_very_long_word_stays_within_an_e_book(open_page, root, tmp_path):
    """A reading program is a browser: it shows the pages of the book with the style that it brings."""
    book = next(books(Imprint(read_language(root).language, "nl", "https://patterns.example/")))
    with ZipFile(BytesIO(book_epub(book))) as files:
        files.extractall(tmp_path)
    page = open_page(viewport={"width": 320, "height": HEIGHT})
    for name in ("title", "contents", book.sections[-1].name):
        page.goto((tmp_path / f"book/{name}.xhtml").as_uri())
        page.evaluate(LENGTHEN, "w" * 150)
        assert page.evaluate(OUTSIDE) == []


def shape(html):
    """Return the classes of a page's article, which tell its kind; a page that forwards has none."""
    article = re.search(r'<main.*?<article class="([^"]*)"', html, re.DOTALL)
    return frozenset(re.sub(r"\bchapter-\d+\b", "", article[1]).split()) if article else None


def test_every_kind_of_page_in_the_site_is_among_those_measured(built_site):
    measured = {built_site / address / "index.html" for address in KINDS.values()}
    measured |= {built_site / "404.html", built_site / "en/404.html"}
    shapes = {path: shape(path.read_text("utf-8")) for path in built_site.rglob("*.html")}
    # What people write has no class of its own: each of those pages is measured itself.
    written = frozenset({"text"})
    known = {shapes[path] for path in measured if path in shapes} - {written}
    unmeasured = [path for path, one in shapes.items() if path not in measured and one is not None and one not in known]
    assert not unmeasured
    bare = [path for path, one in shapes.items() if one is None and path not in measured]
    forwarding = [path for path in bare if path.parent.name != "card"]
    assert all('http-equiv="refresh"' in path.read_text("utf-8") for path in forwarding)


BROKEN = """() => [...document.querySelectorAll("thead th")].flatMap((head) => {
  const text = head.firstChild;
  return [...text.data.matchAll(/\\S+/g)].filter((word) => {
    const range = document.createRange();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    return range.getClientRects().length > 1;
  }).map(String);
})"""
"""The words in the heads of columns that stand on more than one line."""


@pytest.mark.parametrize("width", [1100, 1280])
@pytest.mark.parametrize("kind", ["sources nl", "sources en"])
def test_no_word_of_the_head_of_a_column_is_broken(shared_page, site_address, kind, width):
    page = shared_page()
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.goto(site_address + KINDS[kind])
    assert page.locator("thead th").first.is_visible()
    assert page.evaluate(BROKEN) == []
