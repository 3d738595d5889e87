"""Whatever is typed into the search, words are searched for; what failed without a network can be tried again."""

import pytest
from playwright.sync_api import expect

from macros.model.editions import EDITIONS, ROOTS
from macros.view.labels import Labels
from tests.hostile.payloads import payloads

INDEX = "**/search_index.json"


@pytest.fixture(params=EDITIONS)
def edition(request):
    return request.param


@pytest.fixture
def search(page, site_address, edition):
    """Opens the search on the home page."""

    def opened():
        page.goto(site_address + ROOTS[edition])
        page.locator("#search-open").click()
        return page.locator("#search input"), page.locator("#search [role=status]")

    return opened


def test_no_sign_is_more_than_a_sign(page, search, edition):
    field, said = search()
    for _, query in payloads("queries"):
        field.fill("")
        expect(said).to_have_text("")
        field.fill(query)
        if any(character.isalnum() for character in query):
            expect(said).not_to_have_text("")
        expect(said).not_to_have_text(Labels(edition).search_failed)
    assert page.evaluate("globalThis.harm") is None


def test_a_query_with_signs_finds_what_its_words_find(page, search):
    field, said = search()
    field.fill("70")
    expect(said).not_to_have_text("")
    found = said.text_content()
    field.fill("+70*")
    expect(page.locator("#search ol > li").first).to_be_visible()
    expect(said).to_have_text(found or "")


def test_a_search_that_failed_without_a_network_is_tried_again(page, search, edition):
    page.route(INDEX, lambda route: route.abort())
    field, said = search()
    field.fill("70")
    expect(said).to_have_text(Labels(edition).search_failed)
    page.unroute(INDEX)
    field.press("Enter")
    expect(page.locator("#search ol > li").first).to_be_visible()


def test_the_network_may_come_back_after_the_search_was_opened(page, search):
    page.route(INDEX, lambda route: route.abort())
    with page.expect_event("requestfailed"):
        field, _said = search()
    page.unroute(INDEX)
    field.fill("70")
    expect(page.locator("#search ol > li").first).to_be_visible()
