"""A page asks nothing of others, keeps nothing, breaks no policy of its own, and is light."""

import gzip

import pytest

from bench.weights import weights
from tests.browser.conftest import NOTE
from tests.tools.places import KINDS

KEPT = "async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]"
MOST, MOST_SCRIPT = 40_000, 14_000
"""Compressed bytes of a page that nothing is kept of, and of the scripts among them."""


def visit(open_page, address, **options):
    """Open a page and return it with what it fetched: address -> bytes."""
    page = open_page(**options)
    page.add_init_script(NOTE)
    fetched = {}
    page.on("requestfinished", lambda request: fetched.update({request.url: request.response().body()}))
    page.goto(address, wait_until="networkidle")
    return page, fetched


@pytest.mark.parametrize("kind_page", KINDS, indirect=True)
def test_a_page_keeps_nothing_and_breaks_no_policy(kind_page):
    page = kind_page.page
    assert page.evaluate(KEPT) == ["", 0, 0, 0]
    assert page.evaluate("broken") == []
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert "unsafe" not in policy
    searches = kind_page.kind.startswith(("search ", "missing "))
    assert searches or not [address for address in kind_page.asked if "/search/" in address]


@pytest.mark.parametrize("kind", ["about nl", "about en"])
def test_searching_breaks_no_policy(open_page, site_address, kind):
    page, _ = visit(open_page, site_address + KINDS[kind])
    with page.expect_request_finished(lambda request: request.url.endswith("search/index.json")):
        page.locator("#search-open").click()
        page.keyboard.type("netw")
    page.locator("#search li").first.wait_for()
    assert page.evaluate("broken") == []
    assert page.evaluate(KEPT) == ["", 0, 0, 0]


@pytest.mark.parametrize("kind", ["full pattern nl", "full pattern en", "linked pattern nl", "long pattern nl"])
def test_a_pattern_page_is_light(open_page, site_address, kind):
    _, fetched = visit(open_page, site_address + KINDS[kind])
    weights = {address: len(gzip.compress(body, mtime=0)) for address, body in fetched.items()}
    scripts = sum(weight for address, weight in weights.items() if address.endswith(".js"))
    print(f"{kind}: {sum(weights.values())} bytes compressed, {scripts} of them scripts, {len(weights)} files")
    assert sum(weights.values()) <= MOST
    assert scripts <= MOST_SCRIPT


@pytest.mark.parametrize("kind", ["search nl", "search en"])
def test_the_search_page_is_as_light(open_page, site_address, kind):
    _, fetched = visit(open_page, site_address + KINDS[kind])
    assert sum(len(gzip.compress(body, mtime=0)) for body in fetched.values()) <= MOST


@pytest.mark.parametrize("kind", ["home en", "linked pattern nl", "bundle nl", "missing page"])
def test_a_page_weighs_what_the_bench_says(open_page, site_address, built_site, kind):
    _, fetched = visit(open_page, site_address + KINDS[kind])
    fetched = {address: len(gzip.compress(body, mtime=0)) for address, body in fetched.items()}
    told = weights(built_site)[kind]
    assert told.scripts == sum(weight for address, weight in fetched.items() if address.endswith(".js"))
    assert told.styles == sum(weight for address, weight in fetched.items() if address.endswith(".css"))
    assert told.page == fetched[site_address + KINDS[kind]]
