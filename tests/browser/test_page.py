"""The `page` fixture itself: it shows pages of this machine and none of others."""

import pytest


def test_it_draws_text(page):
    page.set_content("<p style='font: 40px sans-serif'><span id=a>iiii</span> <span id=b>WWWW</span></p>")
    widths = [page.locator(f"#{name}").bounding_box()["width"] for name in "ab"]
    assert 0 < widths[0] < widths[1], "without a font every letter is as wide"


def test_it_knows_no_other_host(browser):
    page = browser.new_page()
    with pytest.raises(Exception, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("http://example.org/")
    page.close()
