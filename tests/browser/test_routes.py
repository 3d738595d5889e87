"""A reader walks a route from start to end, with the keyboard alone, in either language."""

import pytest
from playwright.sync_api import expect

from macros.checks import check
from macros.language.addresses import pattern_address, route_address
from macros.model.editions import EDITIONS
from macros.view.labels import Labels
from macros.view.routes import steps_of


@pytest.fixture(scope="module")
def language(root):
    return check(root).language


def press_tab_until(page, selector):
    """Redirect the focus forward until it is on what the selector names."""
    for _press in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the Tab key never comes to {selector} on {page.url}")


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_route_is_walked_with_the_keyboard(page, site_address, language, edition):
    route, words = language.routes.routes[3], Labels(edition)
    passed = [pattern for _step, pattern in steps_of(route, language)]
    page.goto(site_address + route_address(route, edition))
    press_tab_until(page, ".route-start a")
    page.keyboard.press("Enter")
    for number, pattern in enumerate(passed, 1):
        page.wait_for_url(f"{site_address}{pattern_address(pattern, edition)}?route={route.key}")
        expect(page.locator(".route-place:visible")).to_contain_text(f"{number} {words.out_of} {len(passed)}")
        press_tab_until(page, ".route-walk .after a")
        page.keyboard.press("Enter")
    page.wait_for_url(site_address + route_address(route, edition))


def test_previous_goes_back(page, site_address, language):
    route = language.routes.routes[0]
    first, second = (pattern for _step, pattern in steps_of(route, language)[:2])
    page.goto(f"{site_address}{pattern_address(second, 'en')}?route={route.key}")
    page.get_by_role("navigation", name=route.of("en").name).get_by_role("link", name=first.name("en")).click()
    page.wait_for_url(f"{site_address}{pattern_address(first, 'en')}?route={route.key}")
    assert page.locator(".route-walk:visible a[rel=prev]").count() == 0


def test_the_other_language_keeps_the_route(page, site_address, language):
    route = language.routes.routes[0]
    pattern = steps_of(route, language)[1][1]
    page.goto(f"{site_address}{pattern_address(pattern, 'nl')}?route={route.key}")
    page.locator("header a[hreflang=en]").locator("visible=true").first.click()
    page.wait_for_url(f"{site_address}{pattern_address(pattern, 'en')}?route={route.key}")
    expect(page.locator(".route-place:visible")).to_contain_text("2 of")


@pytest.mark.parametrize(
    "query", ["", "?route=", "?route=no-such-route", "?route=%22%5D%2C*%5B%22", "?route=for-managers"]
)
def test_nothing_is_shown_of_a_route_that_does_not_pass_here(page, site_address, language, query):
    failures = []
    page.on("pageerror", lambda failure: failures.append(str(failure)))
    pattern = language.patterns["know-thyself"]
    assert not any(
        step.pattern == pattern.key
        for route in language.routes.routes
        if route.key == "for-managers"
        for step in route.steps
    )
    page.goto(site_address + pattern_address(pattern, "nl") + query)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("[data-route]").locator("visible=true")).to_have_count(0)
    assert not failures


def test_only_the_route_one_came_by_is_shown(page, site_address, language):
    routes = [
        route for route in language.routes.routes if any(step.pattern == "no-one-says-no" for step in route.steps)
    ]
    assert len(routes) > 1
    page.goto(site_address + pattern_address(language.patterns["no-one-says-no"], "nl") + f"?route={routes[1].key}")
    expect(page.locator(".route-walk:visible")).to_have_count(1)
    expect(page.locator(".route-walk:visible")).to_contain_text(routes[1].of("nl").name)


def test_without_scripts_the_page_of_the_route_is_enough(open_page, site_address, language):
    route = language.routes.routes[0]
    page = open_page(java_script_enabled=False)
    page.goto(site_address + route_address(route, "nl"))
    expect(page.locator(".route-steps > li")).to_have_count(len(route.steps))
    page.locator(".route-steps a").nth(2).click()
    expect(page.locator("h1")).to_have_text(steps_of(route, language)[2][1].name("nl"))
    expect(page.locator("[data-route]").locator("visible=true")).to_have_count(0)
