"""A language too large for one PDF is printed in volumes: each pattern in one of them, and every way to them open."""

from dataclasses import replace
from io import BytesIO

import pytest
from lxml import html
from pypdf import PdfReader

from macros.exports import volumes as module
from macros.exports.pdf.book import book_pdf
from macros.exports.pdf.cards import card_decks, cards_pdf
from macros.exports.pdf.volumes import printed_books
from macros.exports.volumes import numbers, volumes
from macros.language.addresses import collection
from macros.pages.downloads import book_table
from macros.pages.file_names import collection_file
from macros.pages.renderer import Renderer
from macros.record.published_urls import Entry, PublishedUrls
from tests.exports.conftest import SITE
from tests.site.workplace import Workplace
from tests.tools.pdf_standards import wrong

FEW = 8
"""So many patterns in a volume, that most chapters of the language have two."""
PUBLISHED = 3
"""Patterns of the small language; the fourth is a draft."""


@pytest.fixture
def large(imprint, monkeypatch):
    """An edition of the language, with more patterns than one file may hold."""
    monkeypatch.setattr(module, "MOST", FEW)
    return imprint


def led_to(pdf):
    """Return the addresses that the links of a PDF lead to."""
    notes = (note.get_object() for page in pdf.pages for note in page.get("/Annots", []))
    return [str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", {})]


def test_each_pattern_is_in_one_volume_in_the_order_of_the_book(large):
    found = volumes(large)
    assert [pattern for volume in found for pattern in volume.patterns] == sorted(
        large.language.published(), key=lambda one: [chapter.key for chapter in chapters(large)].index(one.chapter)
    )
    assert all(1 <= len(volume.patterns) <= FEW for volume in found)
    assert all(pattern.chapter == volume.chapter.key for volume in found for pattern in volume.patterns)
    assert len({volume.name("handbook") for volume in found}) == len(found) > len(chapters(large))


def chapters(imprint):
    return imprint.language.vocabulary.chapters


def test_a_language_that_one_file_holds_has_no_volumes(imprint):
    assert volumes(imprint) == []


def test_the_volumes_of_a_language_that_became_smaller_stay_where_they_were(imprint, monkeypatch):
    address = f"downloads/handbook-{chapters(imprint)[0].key}.pdf"
    address = address if imprint.edition == "nl" else f"en/{address}"
    monkeypatch.setitem(imprint.language.published_urls.entries, address, Entry(address))
    assert [volume.chapter for volume in volumes(imprint)] == chapters(imprint)


EMPTY = "empty"
"""The key of a chapter that has no patterns."""


@pytest.fixture
def shrunk(imprint):
    """An edition of which more was published: three parts of the first chapter, and the second, which is empty now."""
    first, *others = chapters(imprint)
    empty = first.model_copy(update={"key": EMPTY})
    vocabulary = imprint.language.vocabulary.model_copy(update={"chapters": [first, empty, *others]})
    addresses = [
        collection(f"handbook-{name}", imprint.edition, "pdf")
        for name in (first.key, f"{first.key}_2", f"{first.key}_3", EMPTY)
    ]
    published = PublishedUrls({address: Entry(address) for address in addresses})
    return replace(imprint, language=replace(imprint.language, vocabulary=vocabulary, published_urls=published))


def test_every_volume_that_was_published_is_there_when_its_chapter_has_become_smaller(shrunk):
    found = volumes(shrunk)
    first, empty, *_ = chapters(shrunk)
    assert [(one.part, one.parts) for one in found if one.chapter is first] == [(1, 3), (2, 3), (3, 3)]
    assert [one.chapter.key for one in found if not one.patterns] == [EMPTY]
    (book,) = (one for one in printed_books(shrunk) if one.name == f"handbook-{EMPTY}")
    for content in (book_pdf(book), cards_pdf(shrunk, [], empty.key)):
        assert wrong(content) == []


def test_nothing_leads_to_a_volume_without_patterns(shrunk):
    first = chapters(shrunk)[0]
    decks = volumes(shrunk)
    for content in (book_pdf(next(printed_books(shrunk))), cards_pdf(shrunk, [], decks=decks)):
        led = [one for one in led_to(PdfReader(BytesIO(content))) if "/downloads/" in one]
        assert any(one.endswith(f"-{first.key}_3.pdf") for one in led)
        assert not any(EMPTY in one for one in led)
    shown = str(book_table(Renderer(shrunk.language, shrunk.edition, "", {})))
    assert f"handbook-{first.key}_3.pdf" in shown
    assert EMPTY not in shown


def test_the_list_of_chapters_has_no_numbers_that_are_not_theirs(large, shrunk):
    def list_in(imprint):
        section = next(one for one in next(printed_books(imprint)).sections if one.name == "chapters")
        return section.blocks[1]

    assert list_in(large).ordered
    assert not list_in(shrunk).ordered


def test_a_chapter_of_one_pattern_names_its_number_once(imprint):
    pattern = imprint.language.published()[0]
    assert numbers([pattern], imprint) == str(pattern.id)


def test_the_handbook_leads_to_every_volume_and_holds_what_is_no_chapter(large):
    book, *others = printed_books(large)
    pdf = PdfReader(BytesIO(book_pdf(book)))
    wanted = [address_of(volume, "handbook", large) for volume in volumes(large)]
    assert [one for one in led_to(pdf) if "/downloads/" in one] == wanted
    assert [section.name for section in book.sections] == ["introduction", "chapters", "cases", "situations", "sources"]
    names = [one.name for one in others if not one.name.startswith("route-")]
    assert names == [volume.name("handbook") for volume in volumes(large)]


def address_of(volume, kind, imprint):
    return SITE + collection(volume.name(kind), imprint.edition, "pdf")


def test_a_volume_opens_its_chapter_once_and_leads_to_other_patterns_on_the_site(large):
    books = {book.name: book for book in printed_books(large)}
    first, second = (books[one.name("handbook")] for one in volumes(large)[:2])
    assert [section.name for section in first.sections][:1] == ["c1"]
    assert [section.name for section in second.sections] == list(second.places.values())
    content = book_pdf(second)
    assert wrong(content) == []
    own = {large.permalink(pattern) for pattern in volumes(large)[1].patterns}
    led = set(led_to(PdfReader(BytesIO(content))))
    assert any(one.startswith(SITE) and "/p/" in one and one not in own for one in led)


def test_the_decks_hold_each_card_once_and_the_first_leads_to_the_others(large, monkeypatch):
    made = []

    def noted(_template, data, _day):
        made.append(data)
        return b""

    monkeypatch.setattr("macros.exports.pdf.cards.typeset", noted)
    names = [address for address, _content in card_decks(large)]
    assert names == [collection(name, large.edition, "pdf") for name in ("cards", *cards_of(large))]
    leading, *decks = made
    assert leading["cards"] == []
    led = [run["url"] for chapter in leading["chapters"] for run in chapter["numbers"] if "url" in run]
    assert led == [address_of(volume, "cards", large) for volume in volumes(large)]
    numbers = [card["number"] for deck in decks for card in deck["cards"]]
    assert sorted(numbers) == sorted(pattern.id for pattern in large.language.published())
    assert [len(deck["chapters"]) for deck in decks] == [1] * len(decks)
    assert len({deck["title"] for deck in made}) == len(made)


def cards_of(imprint):
    return [volume.name("cards") for volume in volumes(imprint)]


def test_the_decks_keep_to_the_standards(large):
    decks = volumes(large)
    for content in (cards_pdf(large, [], decks=decks), cards_pdf(large, decks[1].patterns)):
        assert wrong(content) == []


def test_a_volume_is_saved_under_the_name_of_its_chapter(large):
    second = volumes(large)[1]
    told = {"nl": "Samenwerkpatronen-handboek-weten-wat-je-zoekt-2-nl", "en": None}[large.edition]
    saved = collection_file(second.name("handbook"), large, "pdf")
    assert saved.startswith(told or "Patterns-for-Working-Together-handbook-knowing-what-you-seek-2-en")


@pytest.mark.slow
def test_a_site_of_a_large_language_offers_every_volume(root, tmp_path):
    small = Workplace(root, tmp_path / "copy", small=True)
    small.edit("macros/exports/volumes.py", "MOST: Final = 200", "MOST: Final = 1")
    code, said = small.build(EXPORTS="true")
    assert code == 0, said
    for folder in (small.site, small.site / "en"):
        made = {path.name for path in (folder / "downloads").glob("*.pdf")}
        volumes_made = {name for name in made if name.startswith(("handbook-", "cards-"))}
        offered = {
            link.get("href").rpartition("/")[2]
            for page in folder.rglob("index.html")
            for link in html.parse(page).getroot().iter("a")
            if link.get("download") is not None
        }
        assert len(volumes_made) == 2 * PUBLISHED
        assert volumes_made | {"handbook.pdf", "cards.pdf"} <= offered
