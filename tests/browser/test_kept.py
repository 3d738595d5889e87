"""What a browser keeps after a reader has asked for everything that can be kept, and that it can be cleared again."""

import pytest

from tests.tools.places import KINDS

KEPT = "async () => [Object.keys(localStorage).sort(), sessionStorage.length, document.cookie]"
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
