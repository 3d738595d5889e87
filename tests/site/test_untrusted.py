"""Text from a pattern is data: whatever it tries, the built site shows it as words."""

import json
import re
from urllib.parse import urlsplit

import pytest
from lxml import etree, html

from macros.search.entries import rows
from macros.text.slugs import slugify
from tests.site.once import built_once
from tests.site.poison import BORROWED_NAME, NAMES, NUMBER, SHOWN, fields, write_poison
from tests.site.workplace import Workplace

PAGES = {"nl": "patronen/", "en": "en/patterns/"}
ROOTS = {"nl": "", "en": "en/"}
SEARCH = {"nl": "assets/search/index.json", "en": "en/assets/search/index.json"}


def build(root, folder):
    place = Workplace(root, folder)
    write_poison(folder / "patterns")
    return place.build()


@pytest.fixture(scope="session")
def poisoned(root, tmp_path_factory):
    """The real site with two poisoned patterns in it."""
    return built_once("poisoned-site", tmp_path_factory, lambda folder: build(root, folder))


def page_of(site, edition):
    return html.parse(site / PAGES[edition] / slugify(NAMES[edition]) / "index.html").getroot()


def words_of(element):
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("edition", ["nl", "en"])
def test_every_text_stands_on_the_page_as_it_was_written(poisoned, edition):
    shown = words_of(page_of(poisoned, edition).find(".//article"))
    missing = [field for field in fields(edition) if f"{field} {' '.join(SHOWN.split())}" not in shown]
    assert missing == []
    assert f"{edition}-variant {{{{ 7*7 }}}}" in shown


@pytest.mark.parametrize("edition", ["nl", "en"])
def test_the_head_says_the_words_alone(poisoned, edition):
    page = page_of(poisoned, edition)
    assert NAMES[edition] in page.findtext(".//title")
    described = page.find(".//meta[@name='description']").get("content")
    assert f"{edition}-live-summary {SHOWN}".startswith(described.rstrip("…").rstrip())
    assert "{{ 7*7 }}" in described


@pytest.mark.parametrize("edition", ["nl", "en"])
def test_the_forwarding_page_shows_the_name_and_leads_to_the_page(poisoned, edition):
    page = html.parse(poisoned / ROOTS[edition] / "p" / str(NUMBER) / "index.html").getroot()
    assert NAMES[edition] in page.findtext(".//title")
    assert next(page.iterfind(".//a")).get("href").endswith(f"/{slugify(NAMES[edition])}/")


@pytest.mark.parametrize("edition", ["nl", "en"])
def test_the_retired_pattern_says_why_in_words_alone(poisoned, edition):
    slug = slugify(NAMES[edition] + " twee")
    shown = words_of(html.parse(poisoned / PAGES[edition] / slug / "index.html").getroot())
    assert f"{edition}-reason {' '.join(SHOWN.split())}" in shown


def test_a_text_in_the_other_language_says_so_and_is_not_named_as_an_alternate(poisoned):
    slug = slugify(BORROWED_NAME)
    page = html.parse(poisoned / PAGES["en"] / slug / "index.html").getroot()
    assert page.find(".//h1").get("lang") == "nl"
    assert "not available in English yet" in words_of(page.find(".//article"))
    assert page.xpath("//head/link[@hreflang]") == []
    for edition in ("nl", "en"):
        sitemap = (poisoned / ROOTS[edition] / "sitemap.xml").read_text("utf-8")
        entry = sitemap.partition(f"/{slug}/</loc>")[2].partition("</url>")[0]
        assert "hreflang" not in entry


def pages(site):
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), html.parse(path).getroot()


def test_no_page_of_the_site_gained_anything_that_acts(poisoned):
    acting = []
    for name, page in pages(poisoned):
        acting += [f"{name}: {attribute}" for attribute in page.xpath("//@*[starts-with(name(), 'on')]")]
        acting += [f"{name}: #{one}" for one in page.xpath("//article//@id") if one.startswith("__")]
        for script in page.iter("script"):
            if script.get("type", "").endswith("json"):
                json.loads(script.text)
            elif "alert" in (script.text or ""):
                acting.append(f"{name}: {script.text}")
        for link in page.xpath("//@href | //@src | //@action"):
            if urlsplit(link.strip()).scheme not in ("", "https", "http", "mailto", "data"):
                acting.append(f"{name}: {link}")
        acting += [f"{name}: {image.get('src')}" for image in page.iter("img") if "//" in image.get("src", "")]
    assert acting == []


@pytest.mark.parametrize("edition", ["nl", "en"])
def test_search_finds_the_words_alone(poisoned, edition):
    index = json.loads((poisoned / SEARCH[edition]).read_text("utf-8"))
    [own] = [one for one in rows(index["entries"]) if slugify(NAMES[edition]) in one["address"]]
    text = json.dumps(own, ensure_ascii=False)
    assert "{{ 7*7 }}" in text
    assert not re.search(r"\b49\b", text)
    assert "<script" not in text


def test_the_sitemaps_are_whole_and_plain(poisoned):
    for edition in ("nl", "en"):
        places = etree.parse(poisoned / ROOTS[edition] / "sitemap.xml").getroot()
        assert any(slugify(NAMES[edition]) in (place.text or "") for place in places.iter("{*}loc"))


def test_nothing_was_worked_out_and_no_mark_was_left(poisoned):
    for name, page in pages(poisoned):
        text = page.text_content()
        assert "Gif 49" not in text, name
        assert not re.search("[\ue000-\uf8ff]", text), name
