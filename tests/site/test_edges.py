"""What `check` accepts, a whole build can make: the edges of a language, on its pages and in every format."""

import json
from functools import cache
from unicodedata import normalize
from zipfile import ZipFile

import pypdfium2
import pytest
from docx import Document
from lxml import etree, html

from macros.exports.make import make_exports
from macros.language.addresses import collection, data, download, feed, part, word_part
from macros.language.reading import read_language
from macros.model.editions import EDITIONS, ROOTS
from macros.record.clock import EARLIEST as FIRST_OF_ALL
from macros.record.clock import LATEST
from tests.hostile.test_refused import ways
from tests.site.edges import EARLIEST, EVERYWHERE, FIRST, FULLEST, HUB, RELATED, numbers, of_every_category, write_edges
from tests.site.once import built_once
from tests.site.workplace import Workplace
from tests.tools.languages import small_language

# One build of the fullest pattern in every format takes as long as that of the whole language.
pytestmark = pytest.mark.thorough

LAST_MOMENT = "4102401600"
"""On the last day, in seconds since 1970."""


def build(root, folder):
    place = Workplace(root, folder, small=True)
    write_edges(folder)
    return place.build(EXPORTS="true", SOURCE_DATE_EPOCH=LAST_MOMENT)


@pytest.fixture(scope="session")
def site(root, tmp_path_factory):
    """The site of the small language with the edges in it, with all its downloads."""
    return built_once("edges", tmp_path_factory, lambda folder: build(root, folder))


@pytest.fixture(params=EDITIONS)
def edition(request):
    return request.param


@cache
def page(site, edition, number):
    (forward,) = html.parse(site / ROOTS[edition] / f"p/{number}/index.html").xpath("//link[@rel='canonical']/@href")
    return html.parse(site / forward.removeprefix("https://patterns.example/") / "index.html").getroot()


def words_of(element):
    return " ".join(map(str, element.itertext()))


def lost(shown):
    """The words with a character of some category that are not in a text."""
    words = set(normalize("NFC", shown).split())
    return [word for word in normalize("NFC", of_every_category()).split() if word not in words]


def longest_texts(site):
    """The texts of the fullest pattern as they stand in its file."""
    fields = read_language(site.parent).language.patterns[f"edge-{FULLEST}"].document.data["nl"]
    return [text for way in ways(fields) for text in [at(fields, way)] if len(text) > 200]


def at(value, way):
    for step in way:
        value = value[step]
    return value


def test_every_pattern_has_its_page(site, edition):
    for number in numbers():
        assert f" {number}" in page(site, edition, number).findtext(".//title")


def test_the_page_names_every_relation(site):
    shown = page(site, "nl", HUB).find(".//article").text_content()
    assert [number for number in range(FIRST, FIRST + RELATED) if f"nl {number}" not in shown] == []


def test_every_character_is_on_the_page_as_it_was_written(site, edition):
    assert lost(words_of(page(site, edition, EVERYWHERE).find(".//article"))) == []


def test_the_first_and_the_last_day_are_on_the_page(site):
    assert page(site, "nl", FIRST).xpath("//meta[@name='DC.date']/@content") == [str(EARLIEST)]
    assert page(site, "nl", HUB).xpath("//meta[@name='DC.date']/@content") == [str(LATEST)]
    assert (site / f"p/{FIRST}/{EARLIEST}/index.html").exists()


def test_every_pattern_has_its_pdf(site, edition):
    for number in numbers():
        pdf = pypdfium2.PdfDocument(site / download(number, edition, "pdf"))
        text = pdf[0].get_textpage().get_text_range() + pdf[len(pdf) - 1].get_textpage().get_text_range()
        assert f"/p/{number}" in text


def test_every_disagreement_has_its_sheet(site, edition):
    for number in (EVERYWHERE, FULLEST):
        assert len(pypdfium2.PdfDocument(site / collection(f"disagreement-edge-{number}", edition, "pdf")))


def test_a_word_file_holds_every_character(site, edition):
    for number in numbers():
        document = Document(site / download(number, edition, "docx"))
        assert document.core_properties.modified.year in (EARLIEST.year, LATEST.year)
    assert lost(words_of(Document(site / download(EVERYWHERE, edition, "docx")).element.body)) == []


def test_the_data_holds_every_character_and_the_longest_texts(site):
    whole = json.loads((site / data(f"patterns/{FULLEST}")).read_text("utf-8"))["nl"]
    told = {at(whole, way) for way in ways(whole)}
    assert [text[:40] for text in longest_texts(site) if text not in told] == []
    every = json.loads((site / data(f"patterns/{EVERYWHERE}")).read_text("utf-8"))
    assert lost(every["nl"]["problem"].replace("\\", "")) == []
    assert len(json.loads((site / data(f"patterns/{HUB}")).read_text("utf-8"))["relations"]) == RELATED


def test_the_clipboard_and_the_bundle_hold_every_character(site, edition):
    for number in numbers():
        copied = json.loads((site / part(number, edition)).read_text("utf-8"))
        assert html.fragment_fromstring(copied["html"], "div").text_content().strip()
        pieces = json.loads((site / word_part(str(number), edition)).read_text("utf-8"))
        body = etree.fromstring(f'<b xmlns:w="w" xmlns:r="r">{pieces["body"]}</b>'.encode())
        if number == EVERYWHERE:
            assert lost(words_of(html.fragment_fromstring(copied["html"], "div"))) == []
            assert lost(copied["text"]) == []
            assert lost(words_of(body)) == []


def test_the_citations_and_the_feed_can_be_read(site, edition):
    for number in numbers():
        (cited,) = json.loads((site / download(number, edition, "json")).read_text("utf-8"))
        assert cited["issued"]["date-parts"][0][0] in (EARLIEST.year, LATEST.year)
        bib = (site / download(number, edition, "bib")).read_text("utf-8")
        assert bib.replace("\\{", "").count("{") == bib.replace("\\}", "").count("}")
        assert (site / download(number, edition, "ris")).read_text("utf-8").count("\nER  - ") == 1
    updated = etree.parse(site / feed(edition)).findall("{*}entry/{*}updated")
    assert {str(one.text)[:10] for one in updated} == {str(LATEST), str(EARLIEST)}


def test_the_books_and_the_cards_hold_all_of_it(site, edition):
    with ZipFile(site / collection("handbook", edition, "epub")) as book:
        pages = [etree.fromstring(book.read(name)) for name in book.namelist() if name.endswith(".xhtml")]
        assert {one.date_time[:3] for one in book.infolist()} == {LATEST.timetuple()[:3]}
    words = " ".join(map(words_of, pages))
    assert [number for number in range(FIRST, FIRST + RELATED) if f" {number}" not in words] == []
    assert lost(words) == []
    assert lost(words_of(Document(site / collection("handbook", edition, "docx")).element.body)) == []
    assert len(pypdfium2.PdfDocument(site / collection("handbook", edition, "pdf"))) > RELATED
    assert len(pypdfium2.PdfDocument(site / collection("cards", edition, "pdf"))) >= 2 * (RELATED // 4)


@pytest.mark.parametrize(("moment", "day"), [("-1", FIRST_OF_ALL), ("9" * 40, LATEST)])
def test_every_format_bears_the_day_of_any_moment(tmp_path, monkeypatch, moment, day):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
    language = read_language(small_language(tmp_path / "language")).language
    made = make_exports(language, "nl", tmp_path / "made", "https://patterns.example/")
    assert {address.rpartition(".")[2] for address in made} >= {"pdf", "docx", "epub", "xml", "json", "bib", "ris"}
    for address in made:
        if address.endswith((".docx", ".epub")):
            with ZipFile(tmp_path / "made" / address) as package:
                assert {one.date_time[:3] for one in package.infolist()} == {day.timetuple()[:3]}
