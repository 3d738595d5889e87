"""What a browser keeps after a reader has asked for everything that can be kept, and that it can be cleared again."""

import pytest
from playwright.sync_api import expect

from tests.tools.places import KINDS
from tests.tools.thorough import some_of

KEPT = "async () => [Object.keys(localStorage).sort(), sessionStorage.length, document.cookie]"
BLOCK = """for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(globalThis, name, {
  get: () => { throw new DOMException("The operation is insecure.", "SecurityError"); },
})"""
"""What a browser does of which all cookies are blocked: not even looking is allowed."""
OWN = ["bundle", "report", "scheme"]
"""What the privacy pages name."""


@pytest.fixture
def asked(page, site_address):
    """The page of a pattern on which a reader has asked for all that can be kept, and how to ask and take it back."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site_address + KINDS["full pattern nl"])

    def press() -> None:
        page.locator("#scheme").click()
        page.locator(".report-choices").evaluate("details => { details.open = true }")
        page.get_by_role("checkbox", name="Onthoud dit in deze browser").click()
        page.locator("button[data-bundle]:visible").first.click()

    press()
    return page, press


def test_a_browser_keeps_what_the_privacy_page_names_and_nothing_else(asked):
    page, _ = asked
    assert page.evaluate(KEPT) == [OWN, 0, ""]


def test_taking_it_back_leaves_nothing(asked):
    page, press = asked
    press()
    assert page.evaluate(KEPT) == [[], 0, ""]


@pytest.fixture
def blocked(open_page):
    """A page in a browser that keeps nothing; no script may fail of it."""
    page = open_page()
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.add_init_script(BLOCK)
    yield page
    assert failed == []


@pytest.mark.parametrize("kind", some_of([kind for kind in KINDS if kind.endswith(" nl")], 5))
def test_where_nothing_may_be_kept_no_script_fails_and_colours_change(blocked, site_address, kind):
    blocked.goto(site_address + KINDS[kind], wait_until="networkidle")
    paper = "getComputedStyle(document.body).backgroundColor"
    before = blocked.evaluate(paper)
    blocked.locator("#scheme").click()
    assert blocked.evaluate(paper) != before


def test_where_nothing_may_be_kept_the_box_says_so_and_an_address_makes_a_bundle(blocked, site_address):
    blocked.goto(site_address + KINDS["full pattern nl"])
    blocked.locator(".report-choices").evaluate("details => { details.open = true }")
    remember = blocked.get_by_role("checkbox", name="Onthoud dit in deze browser")
    remember.click()
    expect(remember).not_to_be_checked()
    blocked.locator(".report .bundle-toggle").click()
    blocked.keyboard.press("Enter")
    expect(blocked.locator(".bench-list .no")).to_have_text(["70"])
    blocked.locator("[data-do=keep]").click()
    expect(blocked.locator("[data-part=refused]")).to_be_visible()
