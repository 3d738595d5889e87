"""A permalink opens the pattern's page at once, with scripts and without, and tells a link preview what it is."""

import urllib.request

import pytest

from macros.linkcheck.page import read_page

PAGES = {"p/70/": "patronen/niemand-zegt-nee/", "en/p/70/": "en/patterns/no-one-says-no/"}


@pytest.mark.parametrize("permalink", PAGES)
def test_a_script_takes_the_query_and_the_fragment_along(page, site_address, permalink):
    page.goto(f"{site_address}{permalink}?bron=rapport#daarom")
    page.wait_for_url(f"{site_address}{PAGES[permalink]}?bron=rapport#daarom")
    assert page.locator("#daarom").is_visible()


def test_the_way_back_is_not_a_trap(page, site_address):
    page.goto(f"{site_address}verantwoording/")
    page.goto(f"{site_address}p/70/")
    page.wait_for_url(f"{site_address}{PAGES['p/70/']}")
    page.go_back()
    assert page.url == f"{site_address}verantwoording/"


@pytest.mark.parametrize("permalink", PAGES)
def test_without_scripts_it_arrives_as_well(open_page, site_address, permalink):
    page = open_page(java_script_enabled=False)
    page.goto(f"{site_address}{permalink}")
    page.wait_for_url(f"{site_address}{PAGES[permalink]}")


@pytest.mark.parametrize("permalink", PAGES)
def test_a_preview_finds_what_it_needs(site_address, permalink):
    with urllib.request.urlopen(f"{site_address}{permalink}") as answer:  # noqa: S310 - the site on this machine
        html = answer.read()
    head = read_page(html, permalink, permalink)
    assert head.canonical.endswith(f"/{PAGES[permalink]}")
    assert head.language == ("en" if permalink.startswith("en/") else "nl")
    text = html.decode()
    assert "<title>70 " in text
    assert '<meta name="description" content="' in text
