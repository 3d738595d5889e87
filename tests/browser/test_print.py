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


LINES = """() => [...document.querySelectorAll(".pattern-web :is(h3, dt)")]
  .filter((label) => label.checkVisibility())
  .map((label) => {
    // A box without anything in it stands on the line of its text.
    const line = (place) => {
      const mark = document.createElement("span");
      mark.style.display = "inline-block";
      place.prepend(mark);
      const { bottom } = mark.getBoundingClientRect();
      mark.remove();
      return bottom;
    };
    const text = label.nextElementSibling.querySelector("li") ?? label.nextElementSibling;
    const box = (label.closest(".cross > div") ?? label).getBoundingClientRect();
    return { label: line(label), text: line(text), top: box.top, bottom: text.getBoundingClientRect().bottom };
  })"""
"""Of each relation, from above, in pixels: the line of its label, that of its text, where it begins and ends."""


@pytest.mark.parametrize("kind", ["full pattern nl", "full pattern en"])
def test_relations_stand_close_on_paper_and_labels_on_the_line_of_their_text(open_page, site_address, kind):
    page = open_page()
    page.goto(site_address + KINDS[kind])
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 650, "height": 980})
    relations = page.evaluate(LINES)
    assert len(relations) >= 3
    assert [one for one in relations if abs(one["label"] - one["text"]) > 1] == []
    above = page.locator(".pattern-web h2").first.evaluate("one => one.getBoundingClientRect().bottom")
    ends = [above, *(one["bottom"] for one in relations)]
    assert max(one["top"] - end for one, end in zip(relations, ends, strict=False)) < 12


@pytest.mark.parametrize("kind", ["home nl", "home en"])
def test_the_home_page_prints_on_two_pages_without_buttons(open_page, site_address, kind):
    page = open_page()
    page.goto(site_address + KINDS[kind])
    page.emulate_media(media="print")
    expect(page.locator(".recognise .button")).to_be_hidden()
    assert len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) == 2
