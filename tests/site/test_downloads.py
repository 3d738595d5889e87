"""What a built site tells of its exports, and where they stand."""

import json
import re

import pytest
from lxml import html

PAGES = {
    "nl": ("patronen/niemand-zegt-nee", "p/70", "Niemand zegt nee"),
    "en": ("en/patterns/no-one-says-no", "en/p/70", "No One Says No"),
}


@pytest.mark.parametrize("edition", PAGES)
def test_a_pattern_page_says_how_to_cite_it(built_site, edition):
    page, permalink, name = PAGES[edition]
    head = html.parse(built_site / page / "index.html").getroot().head
    told = {meta.get("name"): meta.get("content") for meta in head.iter("meta")}
    assert told["citation_title"] == told["DC.title"] == name
    assert told["citation_public_url"] == f"https://patterns.example/{permalink}/"
    (data,) = [script.text for script in head.iter("script") if script.get("type") == "application/ld+json"]
    assert json.loads(data)["@graph"][0]["termCode"] == "70"


def test_other_pages_say_nothing_of_the_kind(built_site):
    assert "citation_title" not in (built_site / "index.html").read_text("utf-8")


@pytest.mark.parametrize("edition", PAGES)
def test_the_citations_stand_beside_the_permalink(built_site, edition):
    _, permalink, name = PAGES[edition]
    for ending in ("bib", "json", "ris"):
        assert name in (built_site / permalink / f"70.{ending}").read_text("utf-8")


@pytest.mark.parametrize("edition", PAGES)
def test_a_pattern_page_offers_its_files_under_its_name(built_site, edition):
    page, permalink, name = PAGES[edition]
    body = html.parse(built_site / page / "index.html").getroot()
    offered = {link.get("download"): link.get("href") for link in body.iter("a") if link.get("download")}
    slug = name.lower().replace(" ", "-")
    for ending in ("pdf", "docx", "odt"):
        (address,) = [
            there for name, there in offered.items() if re.search(rf"-70-{slug}-{edition}-[0-9-]+\.{ending}$", name)
        ]
        assert (built_site / page / address).resolve() == (built_site / permalink / f"70.{ending}").resolve()
        assert (built_site / permalink / f"70.{ending}").stat().st_size > 5000


@pytest.mark.parametrize("page", ["meenemen", "en/take-along"])
def test_every_file_on_offer_is_there(built_site, page):
    body = html.parse(built_site / page / "index.html").getroot()
    offered = [link.get("href") for link in body.iter("a") if link.get("download") is not None]
    assert len(offered) > 20
    assert [address for address in offered if not (built_site / page / address).resolve().is_file()] == []
