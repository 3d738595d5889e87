"""From a pattern one goes on: to its neighbours, to the one before and after it, and along a route."""

import pytest
from playwright.sync_api import expect

PAGE = "patronen/niemand-zegt-nee/"


def test_opposites_stand_beside_the_pattern_and_larger_ones_above(open_page, site_address):
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto(site_address + PAGE)
    here, above, left, right = (
        page.locator(f".cross .{place}").bounding_box() for place in ("here", "above", "left", "right")
    )
    assert above["y"] + above["height"] <= here["y"]
    assert left["x"] + left["width"] <= here["x"]
    assert here["x"] + here["width"] <= right["x"]


def test_on_a_phone_they_are_a_list_in_one_column(open_page, site_address):
    page = open_page(viewport={"width": 390, "height": 844})
    page.goto(site_address + PAGE)
    expect(page.locator(".cross .here")).to_be_hidden()
    assert len({link.bounding_box()["x"] for link in page.locator(".cross li > a").all()}) == 1


def test_the_next_number_is_a_link_away(page, site_address):
    page.goto(site_address + PAGE)
    turns = page.get_by_role("navigation", name="Vorige en volgende patroon")
    turns.get_by_role("link").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/patronen/kijk-twee-kanten-op/")


def test_on_a_route_its_own_ways_are_there_and_no_others(page, site_address):
    page.goto(site_address + PAGE)
    route = page.locator(".route-walk").first.get_attribute("data-route")
    expect(page.locator(".pattern-turns")).to_be_visible()
    page.goto(f"{site_address}{PAGE}?route={route}")
    expect(page.locator(".route-walk:visible")).to_have_count(1)
    expect(page.locator(".pattern-turns")).to_be_hidden()


def test_the_map_shows_the_pattern_that_one_came_from(page, site_address):
    page.goto(site_address + PAGE)
    page.get_by_role("link", name="Bekijk op de kaart").click()
    page.wait_for_url("**/kaart/?pattern=70")
    expect(page.locator("#map-near .name")).to_have_text("Niemand zegt nee")


@pytest.mark.parametrize("width", [320, 640, 992])
def test_nothing_sticks_out(open_page, site_address, width):
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(site_address + PAGE)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
