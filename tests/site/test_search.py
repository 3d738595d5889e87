"""What the search index holds: every section of every pattern under an address that is there, and no tools."""

import json
from html import escape

import pytest
from lxml import html

from macros.language.addresses import pattern_address
from macros.language.reading import read_language
from macros.model.editions import EDITIONS, ROOTS


@pytest.fixture(scope="module")
def language(root):
    return read_language(root).language


@pytest.fixture(scope="module", params=EDITIONS)
def edition(request):
    return request.param


@pytest.fixture(scope="module")
def entries(built_site, edition):
    """The entries of an edition by their address."""
    index = json.loads((built_site / ROOTS[edition] / "search" / "search_index.json").read_text("utf-8"))
    return {entry["location"]: entry for entry in index["docs"]}


def page_at(built_site, address):
    """Return a page of the built site."""
    return html.fromstring((built_site / address / "index.html").read_bytes())


def test_a_pattern_is_found_by_its_number_and_keywords_as_a_page(language, edition, entries):
    for pattern in language.published():
        text = pattern.text(edition)[0]
        entry = entries[pattern_address(pattern, edition).removeprefix(ROOTS[edition])]
        assert entry["title"] == escape(text.name, quote=False)
        assert f"<p>{pattern.id} {escape(' '.join(text.keywords), quote=False)}</p>" in entry["text"]


def test_every_section_of_a_pattern_has_its_words_and_no_other_is_there(language, built_site, edition, entries):
    for pattern in language.published():
        address = pattern_address(pattern, edition)
        page = page_at(built_site, address)
        headings = page.xpath("//article//h2[@id != 'rapport']")
        found = {
            place: entry for place, entry in entries.items() if f"{ROOTS[edition]}{place}".startswith(f"{address}#")
        }
        assert {
            place.partition("#")[2]: html.fromstring(f"<p>{entry['title']}</p>").text for place, entry in found.items()
        } == {heading.get("id"): heading.text_content() for heading in headings}
        assert all(entry["text"] for entry in found.values())


def test_every_entry_leads_to_a_place_that_is_there(built_site, edition, entries):
    ids = {}
    for place in entries:
        address, _, section = place.partition("#")
        if address not in ids:
            ids[address] = set(page_at(built_site, ROOTS[edition] + address).xpath("//@id"))
        assert not section or section in ids[address], place


def test_lists_of_patterns_do_not_crowd_out_the_patterns(language, edition, entries):
    summary = escape(language.patterns["no-one-says-no"].text(edition)[0].summary, quote=False)
    assert [place for place, entry in entries.items() if summary in entry["text"]] == [
        pattern_address(language.patterns["no-one-says-no"], edition).removeprefix(ROOTS[edition])
    ]
