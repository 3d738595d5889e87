"""A word of the glossary tells its meaning to mouse, keyboard and touch, and to a reader without scripts."""

import pytest
from playwright.sync_api import expect

from macros.checks import check
from macros.language.addresses import pattern_address

MEANING = ".term-bubble"


def prose(pattern):
    text = pattern.text("nl")[0]
    return " ".join((text.context or "", text.problem, text.intervention))


@pytest.fixture(scope="module")
def address(root):
    """A page with marked words."""
    language = check(root).language
    found = next(
        pattern
        for pattern in language.published()
        if len(
            {
                term.key
                for word in language.terms("nl").expression.findall(prose(pattern))
                if (term := language.terms("nl").get(word))
            }
        )
        > 0
    )
    return pattern_address(found, "nl")


@pytest.fixture
def term(page, site_address, address):
    page.goto(site_address + address)
    return page.locator("a.term").first


def meaning_of(page, term):
    return page.locator(f"#{term.get_attribute('aria-describedby')}").text_content()


def test_the_focus_shows_it_and_escape_closes_it(page, term):
    term.focus()
    expect(page.locator(MEANING)).to_be_visible()
    expect(page.locator(MEANING)).to_have_text(meaning_of(page, term))
    page.keyboard.press("Escape")
    expect(page.locator(MEANING)).to_be_hidden()
    expect(term).to_be_focused()


def test_it_goes_when_the_focus_goes(page, term):
    term.focus()
    expect(page.locator(MEANING)).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(MEANING)).to_be_hidden()


def test_it_stays_while_the_focus_stays(page, term):
    term.focus()
    page.mouse.move(1, 1)
    page.clock.install()
    page.clock.run_for(5000)
    expect(page.locator(MEANING)).to_be_visible()


def test_the_pointer_shows_it_and_may_move_onto_it(page, term):
    page.clock.install()
    term.hover()
    bubble = page.locator(MEANING)
    expect(bubble).to_be_visible()
    box = bubble.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + box["height"] / 2)
    page.clock.run_for(5000)
    expect(bubble).to_be_visible()
    page.mouse.move(1, 1)
    page.clock.run_for(5000)
    expect(bubble).to_be_hidden()


def test_escape_closes_what_the_pointer_showed(page, term):
    term.hover()
    expect(page.locator(MEANING)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(MEANING)).to_be_hidden()


def test_it_covers_neither_its_word_nor_the_edge_of_a_phone(open_page, site_address, address):
    page = open_page(viewport={"width": 320, "height": 640})
    page.goto(site_address + address)
    for term in page.locator("a.term").all():
        term.focus()
        box, word = page.locator(MEANING).bounding_box(), term.evaluate("link => link.getClientRects()[0].toJSON()")
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert box["y"] >= word["bottom"] or box["y"] + box["height"] <= word["top"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_first_tap_shows_it_and_a_second_follows_the_link(open_page, site_address, address):
    page = open_page(viewport={"width": 390, "height": 844}, has_touch=True)
    page.goto(site_address + address)
    term, here = page.locator("a.term").first, page.url
    key = term.get_attribute("aria-describedby").removeprefix("term-")
    term.tap()
    expect(page.locator(MEANING)).to_be_visible()
    assert page.url == here
    term.tap()
    page.wait_for_url(f"{site_address}woorden/#{key}")


def test_a_tap_elsewhere_closes_it(open_page, site_address, address):
    page = open_page(viewport={"width": 390, "height": 844}, has_touch=True)
    page.goto(site_address + address)
    page.locator("a.term").first.tap()
    expect(page.locator(MEANING)).to_be_visible()
    page.locator("h1").tap()
    expect(page.locator(MEANING)).to_be_hidden()


def test_without_scripts_it_is_a_link_to_the_glossary(open_page, site_address, address):
    page = open_page(java_script_enabled=False)
    page.goto(site_address + address)
    term = page.locator("a.term").first
    key, word = term.get_attribute("aria-describedby").removeprefix("term-"), term.text_content()
    expect(page.locator(".term-notes")).to_be_hidden()
    term.click()
    page.wait_for_url(f"{site_address}woorden/#{key}")
    assert word.lower()[:4] in page.locator(f".glossary > div:has(#{key})").text_content().lower()


def test_its_meaning_is_its_description(page, term):
    described = page.evaluate(
        """link => document.getElementById(link.getAttribute("aria-describedby")).textContent.length""",
        term.element_handle(),
    )
    assert described > 20
