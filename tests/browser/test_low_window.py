"""Where a window is low, or letters are large, no bar stays in view over the text: it would take too much of it."""

import pytest
from playwright.sync_api import expect

from tests.tools.places import KINDS

BARS = {
    "full pattern nl": (KINDS["full pattern nl"], ".report-bar"),
    "full pattern en": (KINDS["full pattern en"], ".report-bar"),
    "diagnosis": (f"{KINDS['situations nl']}?missing=action", ".diagnosis-bar"),
    "map": (f"{KINDS['map nl']}?pattern=70", ".map-chosen"),
}
STAYING = """() => [...document.querySelectorAll("main *")]
  .filter((one) => ["fixed", "sticky"].includes(getComputedStyle(one).position))
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .map((one) => one.className)"""


@pytest.mark.parametrize("kind", BARS)
def test_no_bar_stays_in_view_in_a_low_window(open_page, site_address, kind):
    address, bar = BARS[kind]
    page = open_page(viewport={"width": 390, "height": 844})
    page.goto(site_address + address, wait_until="networkidle")
    expect(page.locator(bar)).to_be_in_viewport()
    page.set_viewport_size({"width": 390, "height": 420})
    assert page.evaluate(STAYING) == []


@pytest.mark.parametrize("edition", ["nl", "en"])
def test_in_a_low_window_the_panel_still_copies(open_page, site_address, edition):
    page = open_page(viewport={"width": 320, "height": 320}, permissions=["clipboard-read", "clipboard-write"])
    page.goto(site_address + KINDS[f"full pattern {edition}"], wait_until="networkidle")
    page.locator(".report [data-copy=link]").click()
    expect(page.locator(".report [role=status]")).not_to_be_empty()
    page.locator(".report [role=status]").scroll_into_view_if_needed()
    expect(page.locator(".report [role=status]")).to_be_in_viewport()


def test_the_field_of_the_search_stands_in_its_dialog_in_a_low_window(open_page, site_address):
    page = open_page(viewport={"width": 390, "height": 420})
    page.goto(site_address + KINDS["about nl"])
    page.locator("#search-open").click()
    field = page.locator("#search form")
    assert field.evaluate("one => getComputedStyle(one).position") == "static"
