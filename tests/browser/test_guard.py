"""The pages of these tests show what this machine serves, and ask nothing of any other."""

import pytest


def test_a_page_draws_text(page):
    page.set_content("<p style='font: 40px sans-serif'><span id=a>iiii</span> <span id=b>WWWW</span></p>")
    narrow, wide = (page.locator(f"#{name}").bounding_box()["width"] for name in "ab")
    assert 0 < narrow < wide, "without a font every letter is equally wide"


@pytest.mark.parametrize(
    "markup",
    [
        "<img src='http://example.org/a.png'>",
        "<script>fetch('https://example.org/b').catch(() => 0)</script>",
        "<script>new WebSocket('ws://example.org/c')</script>",
    ],
)
def test_whatever_a_page_asks_elsewhere_is_noted_and_never_answered(page, asked_elsewhere, markup):
    page.set_content(markup)
    page.wait_for_timeout(100)
    assert len(asked_elsewhere) == 1
    asked_elsewhere.clear()


def test_no_other_host_has_an_address(browser):
    page = browser.new_page()
    with pytest.raises(Exception, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("http://example.org/")
    page.close()
