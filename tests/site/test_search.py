"""What searching fetches: every pattern and page under an address that is there, within bounds of size."""

import gzip
import json
from typing import Any
from urllib.parse import urldefrag

import pytest
from lxml import html

from macros.language.addresses import search_file
from macros.language.reading import read_language
from macros.language.search_words import rules_of, words
from macros.model.editions import EDITIONS, ROOTS
from macros.search.entries import rows

MOST = 70_000
"""Compressed bytes of the index of 83 patterns."""
MOST_SCRIPT = 20_000
"""Compressed bytes of all scripts and styles of searching that a browser fetches: types.js is for who works on them."""


@pytest.fixture(scope="module")
def language(root):
    return read_language(root).language


@pytest.fixture(scope="module", params=EDITIONS)
def edition(request):
    return request.param


def fetched(built_site, name, edition):
    return json.loads((built_site / search_file(name, edition)).read_text("utf-8"))


def test_every_published_pattern_is_in_the_index(built_site, language, edition):
    entries = rows(fetched(built_site, "index", edition)["entries"])
    assert [one["id"] for one in entries] == [pattern.id for pattern in language.published()]
    for entry, pattern in zip(entries, language.published(), strict=True):
        text = pattern.text(edition)[0]
        assert entry["name"] == text.name
        assert set(words(" ".join(entry["keywords"]))) == set(words(" ".join(text.keywords))) - rules_of(edition).stop


@pytest.mark.parametrize("name", ["index", "pages"])
def test_every_entry_leads_to_a_place_that_is_there(built_site, edition, name):
    ids = {}
    for entry in rows(fetched(built_site, name, edition)["entries"]):
        address, section = urldefrag(entry["address"])
        if address not in ids:
            page: Any = html.fromstring((built_site / address / "index.html").read_bytes())
            ids[address] = set(page.xpath("//@id"))
        assert not section or section in ids[address], entry["address"]


def test_every_kind_of_page_can_be_found(built_site, edition):
    kinds = set(fetched(built_site, "pages", edition)["entries"]["kind"])
    assert kinds == {"word", "route", "chapter", "case", "page"}


def test_pages_that_hold_what_a_visitor_asks_are_in_no_search_engine(built_site, language, edition):
    sitemap = (built_site / ROOTS[edition] / "sitemap.xml").read_text("utf-8")
    for page in language.pages.values():
        if page.edition == edition:
            told: Any = html.fromstring((built_site / page.address / "index.html").read_bytes())
            unlisted = page.id in ("search", "bundle")
            assert bool(told.xpath("//meta[@name='robots'][@content='noindex']")) == unlisted, page.address
            assert (f"/{page.address}</loc>" not in sitemap) == unlisted, page.address


def test_the_index_is_light(built_site, edition):
    weight = len(gzip.compress((built_site / search_file("index", edition)).read_bytes(), mtime=0))
    print(f"{edition}: {weight} bytes compressed")
    assert weight <= MOST


def test_scripts_and_styles_are_light(built_site):
    assets = built_site / "assets"
    scripts = [path for path in (assets / "scripts/search").glob("*.js") if path.name != "types.js"]
    paths = [assets / "styles/search.css", assets / "scripts/search.js", *scripts]
    weight = sum(len(gzip.compress(path.read_bytes(), mtime=0)) for path in paths)
    print(f"{len(paths)} files, {weight} bytes compressed")
    assert weight <= MOST_SCRIPT
