"""In my bundle: beside every pattern, with nothing kept before the first press."""

import pytest
from playwright.sync_api import expect

from macros.language.addresses import chapter_address, pattern_address, route_address
from tests.browser.report.conftest import BUNDLES

BLOCK = "Object.defineProperty(Storage.prototype, 'setItem', { value: () => { throw new Error('no'); } });"


def kept(page):
    """Return the numbers in the bundle as the browser keeps it."""
    return page.evaluate("JSON.parse(localStorage.getItem('bundle') ?? '[]').map(({id}) => id)")


def toggle(page, pattern, words, edition):
    """Return the button of a pattern, by its name as a screen reader says it."""
    return page.get_by_role("button", name=f"{words.in_bundle} {pattern.id} {pattern.name(edition)}", exact=True)


@pytest.mark.parametrize("place", ["page", "chapter", "route", "overview"])
def test_a_pattern_goes_in_and_out_where_it_is_named(page, site_address, language, words, edition, place):
    route = language.routes.routes[0]
    pattern = language.patterns[route.steps[0].pattern]
    address = {
        "page": pattern_address(pattern, edition),
        "chapter": chapter_address(language.chapter(pattern.chapter), edition),
        "route": route_address(route, edition),
        "overview": {"nl": "patronen/", "en": "en/patterns/"}[edition],
    }[place]
    page.goto(site_address + address)
    button = toggle(page, pattern, words, edition)
    way = page.locator("#bundle-way")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(way).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(way).to_have_text(f"{words.bundle} (1)")
    assert kept(page) == [pattern.id]
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Tab")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(way).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0, "an empty bundle leaves nothing behind"


def test_both_editions_share_one_bundle(page, site_address, language):
    pattern = language.patterns["no-one-says-no"]
    page.goto(site_address + pattern_address(pattern, "nl"))
    page.locator(".report .bundle-toggle").click()
    page.goto(site_address + pattern_address(pattern, "en"))
    expect(page.locator(".report .bundle-toggle")).to_have_attribute("aria-pressed", "true")


def test_another_window_follows(page, site_address, language):
    page.goto(site_address + "patronen/")
    other = page.context.new_page()
    other.goto(site_address + pattern_address(language.patterns["no-one-says-no"], "nl"))
    other.locator(".report .bundle-toggle").click()
    expect(page.locator("[data-bundle='70']").first).to_have_attribute("aria-pressed", "true")


def test_where_nothing_can_be_kept_an_address_makes_the_bundle(page, site_address, language, words, edition):
    page.add_init_script(BLOCK)
    page.goto(site_address + pattern_address(language.patterns["no-one-says-no"], edition))
    page.locator(".report .bundle-toggle").click()
    link = page.get_by_role("link", name=words.bundle_refused)
    expect(link).to_be_focused()
    link.click()
    page.wait_for_url(f"{site_address}{BUNDLES[edition]}?p=70")
    expect(page.locator(".bench-list > li")).to_have_count(1)


def test_without_javascript_no_button_is_offered(open_page, site_address):
    page = open_page(java_script_enabled=False)
    page.goto(site_address + "patronen/")
    expect(page.locator("[data-bundle]").first).to_be_hidden()
