"""A pattern prints as a handout: one page or two, black on white, with what leads back to it at the foot."""

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.tools.places import KINDS


@pytest.mark.parametrize(
    ("kind", "most", "permalink"),
    [
        ("full pattern nl", 2, "patterns.example/p/70/"),
        ("full pattern en", 2, "patterns.example/en/p/70/"),
        ("short pattern nl", 2, "patterns.example/p/66/"),
        ("short pattern en", 2, "patterns.example/en/p/66/"),
    ],
)
def test_a_pattern_prints_as_a_handout(open_page, site_address, kind, most, permalink):
    page = open_page(color_scheme="dark")
    page.goto(site_address + KINDS[kind])
    page.emulate_media(media="print")
    expect(page.locator(".site-header")).to_be_hidden()
    expect(page.locator(".site-footer")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(printed.pages) <= most
    words = printed.pages[-1].extract_text()
    assert permalink in words
    assert "2026" in words.rpartition(permalink)[2]
