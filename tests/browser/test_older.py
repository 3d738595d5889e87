"""In an older browser folds are printed; a newer one fetches no help for that."""

from playwright.sync_api import expect

from tests.tools.places import KINDS

NO_DETAILS_CONTENT = """
  const real = CSS.supports;
  CSS.supports = (...asked) => !String(asked).includes("details-content") && real(...asked);
"""


def test_what_is_folded_is_open_while_a_page_is_printed(page, site_address):
    page.add_init_script(NO_DETAILS_CONTENT)
    page.goto(site_address + KINDS["full pattern nl"], wait_until="networkidle")
    basis = page.locator("details.pattern-basis")
    expect(basis).not_to_have_attribute("open", "")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(basis).to_have_attribute("open", "")
    expect(page.locator(".report-choices")).not_to_have_attribute("open", "")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(basis).not_to_have_attribute("open", "")


def test_a_newer_browser_fetches_no_help(page, site_address):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_address + KINDS["full pattern nl"], wait_until="networkidle")
    assert asked
    assert not [address for address in asked if address.endswith(("folds.js", "folder.js"))]
