"""A pattern and a book as OpenDocument text: the same text as the page, in named styles, and LibreOffice opens it."""

import re
import subprocess
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree
from odfdo import Document
from pypdf import PdfReader

from macros.exports.book import books
from macros.exports.colophon import colophon
from macros.exports.odt.book import book_odt
from macros.exports.odt.pattern import pattern_odt
from macros.exports.reference import pattern_reference
from macros.model.editions import LOCALES
from macros.view.blocks import Heading, Items, plain
from macros.view.library import title
from macros.view.outline import outline
from tests.exports.outlines import links_of, runs_of

SPACES = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}


@pytest.fixture(scope="module")
def made(imprint):
    """Some patterns of an edition with the file that a reader downloads."""
    return [(pattern, pattern_odt(pattern, imprint)) for pattern in imprint.patterns()[::12]]


@pytest.fixture(scope="module")
def route(imprint):
    """A book with its file."""
    book = next(one for one in books(imprint) if one.name == "route-off-the-island")
    return book, book_odt(book)


def part(odt, name):
    with ZipFile(BytesIO(odt)) as package:
        return etree.fromstring(package.read(name))


def found(odt, path, name="content.xml"):
    return part(odt, name).xpath(path, namespaces=SPACES)


def blocks_of(pattern, imprint):
    return [*outline(imprint.view(pattern), imprint), *colophon(pattern_reference(pattern, imprint), imprint)]


def test_headings_lists_links_and_words_are_those_of_the_pattern(imprint, made):
    for pattern, odt in made:
        blocks = blocks_of(pattern, imprint)
        assert [int(level) for level in found(odt, "//text:h/@text:outline-level")] == [
            one.level for one in blocks if isinstance(one, Heading)
        ]
        for ordered, style in ((False, "List_20_1"), (True, "Numbering_20_123")):
            wanted = sum(len(one.items) for one in blocks if isinstance(one, Items) and one.ordered is ordered)
            assert len(found(odt, f"//text:list[@text:style-name='{style}']/text:list-item")) == wanted
        assert found(odt, "//text:a/@xlink:href") == links_of(blocks)
        said = ["".join(one.itertext()) for one in found(odt, "//text:h | //text:p")]
        for block in blocks:
            for runs in runs_of(block):
                assert any(plain(runs) in text for text in said), plain(runs)


def test_another_library_reads_it(imprint, made):
    for pattern, odt in made:
        document = Document(BytesIO(odt))
        assert document.get_type() == "text"
        assert document.meta.title == title(pattern, imprint.edition)
        assert document.meta.creator == imprint.author
        assert document.meta.language == LOCALES[imprint.edition]
        assert str(document.meta.date).startswith(str(imprint.language.text_date(pattern, imprint.edition).day))


def test_every_word_says_its_language(imprint, made, route):
    for odt in (*(odt for _, odt in made), route[1]):
        spoken = {
            one.get(f"{{{SPACES['style']}}}name"): "-".join(
                one.xpath("*/@fo:language|*/@fo:country", namespaces=SPACES)
            )
            for one in found(odt, "//style:style[@style:family='text']")
        }
        assert set(spoken.values()) <= set(LOCALES.values())
        assert LOCALES[imprint.edition] in spoken.values()
        assert set(found(odt, "//text:span/@text:style-name")) == spoken.keys()
        others = ("text:span", "text:bookmark-ref", "svg:desc", "text:table-of-content-source")
        loose = " or ".join(f"ancestor::{name}" for name in others)
        assert found(odt, f"//text()[normalize-space()][not({loose})]") == []


def test_every_style_used_is_there(made, route):
    for odt in (*(odt for _, odt in made[:3]), route[1]):
        named = "//style:style/@style:name | //text:list-style/@style:name"
        known = {*found(odt, named), *found(odt, named, "styles.xml")}
        assert set(found(odt, "//@text:style-name | //@draw:style-name | //@style:parent-style-name")) <= known


def test_the_minutes_of_a_step_stand_on_the_page_of_what_they_are_for(made):
    steps = [one for _, odt in made for one in kept_of(odt)]
    assert any(len(step) > 1 for step in steps)
    assert all(step == [True] * (len(step) - 1) + [False] for step in steps)


def kept_of(odt):
    """Return of each numbered item whether its paragraphs stand on the page of the next one."""
    kept = set(found(odt, "//style:style[style:paragraph-properties/@fo:keep-with-next]/@style:name"))
    items = found(odt, "//text:list[@text:style-name='Numbering_20_123']/text:list-item")
    return [[name in kept for name in item.xpath("text:p/@text:style-name", namespaces=SPACES)] for item in items]


def test_a_picture_says_what_it_shows_or_that_it_says_nothing(imprint, made, route):
    for pattern, odt in made:
        shown = imprint.view(pattern).picture
        assert [one.text for one in found(odt, "//draw:frame/svg:desc")] == ([shown.text] if shown else [])
    for frame in found(route[1], "//draw:frame"):
        style = frame.get(f"{{{SPACES['draw']}}}style-name")
        assert (frame.find(f"{{{SPACES['svg']}}}desc") is None) == (style == "Decorative")


def test_the_package_names_its_kind_first_and_all_its_parts(made, route):
    for odt in (made[0][1], route[1]):
        with ZipFile(BytesIO(odt)) as package:
            first, *others = package.infolist()
            assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        listed = set(found(odt, "//@manifest:full-path", "META-INF/manifest.xml"))
        assert listed == {"/", *(one.filename for one in others)} - {"META-INF/manifest.xml"}
        assert set(found(odt, "//draw:image/@xlink:href")) <= listed


def test_links_within_a_book_lead_to_its_places(route):
    book, odt = route
    places = set(found(odt, "//text:bookmark/@text:name"))
    assert {place.removeprefix("#") for place in found(odt, "//text:a/@xlink:href") if place.startswith("#")} <= places
    assert set(found(odt, "//text:bookmark-ref/@text:ref-name")) == {heading.anchor for _, heading in book.entries}


def test_the_same_is_made_twice(imprint, made, route):
    assert pattern_odt(made[0][0], imprint) == made[0][1]
    assert book_odt(route[0]) == route[1]


def test_libreoffice_opens_them_as_they_are(soffice, hostile, tmp_path):
    book = next(one for one in books(hostile) if one.name == "route-off-the-island")
    files = {"harmed": pattern_odt(hostile.language.patterns["no-one-says-no"], hostile), "route": book_odt(book)}
    for name, content in files.items():
        (tmp_path / f"{name}.odt").write_bytes(content)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    subprocess.run(
        [soffice, home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
        + [tmp_path / f"{name}.odt" for name in files],
        check=True,
        capture_output=True,
    )
    harmed, route = (PdfReader(tmp_path / f"{name}.pdf") for name in files)
    assert "<script>alert(1)</script>" in "".join(page.extract_text() for page in harmed.pages)
    assert any("/URI" in note.get_object().get("/A", {}) for page in harmed.pages for note in page.get("/Annots", []))
    told = dict(re.findall(r"^(.+?)\s+\.{3,}\s*(\d+)\s*$", route.pages[0].extract_text(), re.MULTILINE))
    assert len(told) > 4
    for name, page in told.items():
        assert " ".join(name.split())[:30] in " ".join(route.pages[int(page) - 1].extract_text().split()), name


@pytest.mark.parametrize("name", ["route-out-of-the-paper-world", "route-for-residents"])
def test_what_stands_before_the_first_pattern_leaves_no_page_with_a_sentence(soffice, imprint, tmp_path, name):
    book = next(one for one in books(imprint) if one.name == name)
    (tmp_path / "route.odt").write_bytes(book_odt(book))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    asked = [soffice, home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "route.odt"]
    subprocess.run(asked, check=True, capture_output=True)
    pages = [page.extract_text() for page in PdfReader(tmp_path / "route.pdf").pages[:4]]
    assert min(len(words) for words in pages) > 250
