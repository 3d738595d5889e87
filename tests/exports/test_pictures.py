"""Pictures in every kind of file: where they stand, in which colours, and with which words for who cannot see them."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from lxml import etree
from pypdf import PdfReader

from macros.exports.book import books
from macros.exports.epub import book_epub
from macros.exports.pdf.pattern import pattern_pdf
from macros.exports.pictures import picture_files, pictured
from macros.exports.word.book import book_word
from macros.exports.word.pattern import pattern_word
from macros.language.addresses import collection, download
from macros.record.published_urls import Entry, PublishedUrls

DESCRIBED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def files(imprint):
    return dict(picture_files(imprint))


def test_each_picture_is_beside_its_pattern(files, imprint):
    for pattern in pictured(imprint):
        svg = etree.fromstring(files[download(pattern.id, imprint.edition, "svg")])
        assert svg[0].tag == f"{SVG}title"
        assert svg[0].text == imprint.view(pattern).picture.text
        assert files[download(pattern.id, imprint.edition, "png")].startswith(b"\x89PNG")
    assert len(pictured(imprint)) > 20


def test_the_archive_holds_all_by_name_with_the_licence(files, imprint):
    with zipfile.ZipFile(BytesIO(files[collection("pictures", imprint.edition, "zip")])) as archive:
        names = archive.namelist()
        licence = archive.read("LICENCE.txt").decode()
        assert archive.testzip() is None
    for pattern in pictured(imprint):
        name = f"{pattern.id:02}-{pattern.slug(imprint.edition)}"
        assert {f"{folder}/{name}.svg" for folder in ("light", "dark", "grey", "print")} | {f"png/{name}.png"} <= {
            *names
        }
        assert imprint.permalink(pattern) in licence
        assert imprint.view(pattern).picture.text in licence
    assert "CC BY 4.0" in licence


def test_a_word_file_shows_it_with_its_words(imprint):
    pattern = pictured(imprint)[0]
    document = Document(BytesIO(pattern_word(pattern, imprint)))
    (shape,) = document.inline_shapes
    assert (shape.width.cm, round(shape.height.cm, 2)) == (8, 5.33)
    (about,) = document.element.body.iter(DESCRIBED)
    assert about.get("descr") == imprint.view(pattern).picture.text
    assert document.paragraphs[0].style
    assert document.paragraphs[0].style.name == "Heading 1"
    assert document.paragraphs[1]._p.xpath(".//w:drawing")


def test_a_pattern_without_one_has_none(imprint):
    pattern = pictured(imprint)[0]
    bare = replace(pattern, fields=pattern.fields.model_copy(update={"picture": None}))
    assert len(Document(BytesIO(pattern_word(bare, imprint))).inline_shapes) == 0


def test_a_picture_that_was_published_and_is_gone_leaves_its_number(imprint):
    pattern = pictured(imprint)[0]
    bare = replace(pattern, fields=pattern.fields.model_copy(update={"picture": None}))
    addresses = [download(pattern.id, imprint.edition, ending) for ending in ("svg", "png")]
    published = PublishedUrls({address: Entry(address, pattern.id) for address in addresses})
    patterns = {**imprint.language.patterns, pattern.key: bare}
    before = dict(picture_files(replace(imprint, language=replace(imprint.language, patterns=patterns))))
    assert not before.keys() & set(addresses)
    gone = replace(imprint.language, patterns=patterns, published_urls=published)
    svg, png = (dict(picture_files(replace(imprint, language=gone)))[address] for address in addresses)
    assert etree.fromstring(svg).findtext(f"{SVG}text") == str(pattern.id)
    assert png.startswith(b"\x89PNG")


def test_a_handout_tells_it_to_who_cannot_see_it(imprint):
    pattern = pictured(imprint)[0]
    alternatives = re.findall(r"/Alt", str([*_objects(PdfReader(BytesIO(pattern_pdf(pattern, imprint))))]))
    assert len(alternatives) == 2  # the QR code has one too


def _objects(reader):
    for number in range(1, len(reader.xref[0]) + 1):
        yield reader.get_object(number)


def test_a_book_shows_each_under_its_name(imprint):
    book = next(iter(books(imprint)))
    shown = [section for section in book.sections if section.pictured]
    opened = [section for section in book.sections if section.emblem]
    assert len(Document(BytesIO(book_word(book))).inline_shapes) == len(shown) + len(opened)
    assert len(shown) > 20
    with zipfile.ZipFile(BytesIO(book_epub(book))) as epub:
        names = epub.namelist()
        for section in shown:
            page = etree.fromstring(epub.read(f"book/{section.name}.xhtml"))
            (image,) = page.iter("{http://www.w3.org/1999/xhtml}img")
            assert f"book/{image.get('src')}" in names
            assert section.pictured
            assert section.pictured.picture
            assert image.get("alt") == section.pictured.picture.text


def test_a_book_opens_each_chapter_with_its_emblem(imprint):
    book = next(iter(books(imprint)))
    opened = [section for section in book.sections if section.emblem]
    assert [section.chapter for section in opened] == [1, 2, 3, 4, 5, 6, 7]
    with zipfile.ZipFile(BytesIO(book_epub(book))) as epub:
        for section in opened:
            (image,) = etree.fromstring(epub.read(f"book/{section.name}.xhtml")).iter(
                "{http://www.w3.org/1999/xhtml}img"
            )
            assert image.get("alt") == ""
            assert epub.read(f"book/{image.get('src')}").decode() == section.emblem
    document = Document(BytesIO(book_word(book)))
    silent = [about for about in document.element.body.iter(DESCRIBED) if not about.get("descr")]
    assert len(silent) == len(opened)
    assert all("decorative" in etree.tostring(about).decode() for about in silent)


def test_a_hostile_text_of_a_picture_stays_text(hostile):
    pattern = hostile.language.patterns["no-one-says-no"]
    assert "<script>" in hostile.view(pattern).picture.text
    (about,) = Document(BytesIO(pattern_word(pattern, hostile))).element.body.iter(DESCRIBED)
    assert about.get("descr") == hostile.view(pattern).picture.text
    svg = etree.fromstring(dict(picture_files(hostile))[download(70, "nl", "svg")])
    assert [one.tag for one in svg.iter(f"{SVG}title", f"{SVG}script")] == [f"{SVG}title"]
    assert pattern_pdf(pattern, hostile).startswith(b"%PDF")
