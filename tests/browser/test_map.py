"""The map: what is pointed at or has the focus lights up with its neighbours, and everything is reached by keyboard."""

import io
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from pypdf import PdfReader

from macros.checks import check
from macros.language.addresses import pattern_address

PAGES = {"nl": "kaart/", "en": "en/map/"}
KEY = "no-one-says-no"
LIT = "[...document.querySelectorAll('#map a.lit')].map((node) => Number(node.dataset.node))"
SHOWN = "[...document.querySelectorAll('#map-near dd a .no')].map((number) => Number(number.textContent))"


@pytest.fixture(scope="module")
def language(root):
    return check(root).language


def neighbours(language, key=KEY):
    return sorted({tie.pattern.id for tie in language.ties(key)})


def node(page, number):
    return page.locator(f"#map [data-node='{number}']")


@pytest.mark.parametrize("edition", PAGES)
def test_focus_lights_a_pattern_and_its_neighbours_and_enter_opens_it(page, site_address, language, edition):
    pattern = language.patterns[KEY]
    page.goto(site_address + PAGES[edition])
    node(page, pattern.id).focus()
    assert sorted(page.evaluate(LIT)) == neighbours(language)
    assert sorted(page.evaluate(SHOWN)) == neighbours(language)
    expect(page.locator("#map-near .name")).to_have_text(pattern.name(edition))
    assert page.evaluate("location.search") == f"?pattern={pattern.id}"
    lines = page.locator("#map .line.lit:not(.inside)")
    assert lines.count() == len(language.ties(KEY))
    page.keyboard.press("Enter")
    page.wait_for_url(site_address + pattern_address(pattern, edition))
    page.go_back()
    assert sorted(page.evaluate(LIT)) == neighbours(language)


def test_escape_takes_the_light_away(page, site_address):
    page.goto(site_address + PAGES["nl"])
    node(page, 70).focus()
    page.keyboard.press("Escape")
    assert page.evaluate(LIT) == []
    assert page.evaluate("location.search") == ""
    expect(page.locator("#map-near h2")).to_have_text("Kies een patroon")


def test_the_pointer_lights_what_it_rests_on_and_a_click_opens_it(page, site_address, language):
    page.goto(site_address + PAGES["nl"])
    node(page, 70).hover()
    assert sorted(page.evaluate(LIT)) == neighbours(language)
    page.mouse.move(2, 2)
    assert page.evaluate(LIT) == []
    node(page, 70).click()
    page.wait_for_url("**/patronen/niemand-zegt-nee/")


def test_a_first_tap_lights_and_a_second_opens(open_page, site_address, language):
    page = open_page(has_touch=True, viewport={"width": 390, "height": 844})
    page.goto(site_address + PAGES["nl"])
    node(page, 70).tap()
    assert sorted(page.evaluate(LIT)) == neighbours(language)
    assert page.url.endswith("?pattern=70")
    bar = page.locator("#map-chosen a")
    expect(bar).to_be_in_viewport(ratio=1)
    expect(bar).to_have_text(re.compile(rf"70\s+{re.escape(language.patterns[KEY].name('nl'))} · open"))
    assert bar.evaluate("(link) => link.href") == site_address + pattern_address(language.patterns[KEY], "nl")
    node(page, 70).tap()
    page.wait_for_url("**/patronen/niemand-zegt-nee/")


def test_an_address_restores_the_choice_and_leads_to_the_other_language(page, site_address, language):
    page.goto(site_address + PAGES["nl"] + "?pattern=70")
    assert sorted(page.evaluate(LIT)) == neighbours(language)
    page.locator("a[hreflang]").first.click()
    page.wait_for_url(f"**/{PAGES['en']}?pattern=70")
    assert sorted(page.evaluate(LIT)) == neighbours(language)
    page.goto(site_address + PAGES["nl"] + "?pattern=%22%5D")
    assert page.evaluate(LIT) == []


def test_what_to_do_stands_above_the_map(page, site_address):
    page.goto(site_address + PAGES["nl"])
    hint = page.locator(".map-hint").bounding_box()
    assert hint["y"] + hint["height"] <= page.locator("#map").bounding_box()["y"]


def test_numbers_of_neighbours_have_the_hue_of_their_chapters(page, site_address):
    page.goto(site_address + PAGES["nl"] + "?pattern=70")
    hue = "(one) => getComputedStyle(one).color"
    hues = set()
    for number in page.locator("#map-near dd .no").all():
        chapter = node(page, number.text_content()).evaluate("(one) => one.closest('g').className.baseVal")
        own = page.locator(f"#as-list li.{chapter} > p .no").first.evaluate(hue)
        assert number.evaluate(hue) == own
        hues.add(own)
    assert len(hues) > 1


def test_back_chooses_what_its_address_says(page, site_address):
    page.goto(site_address + PAGES["nl"] + "?pattern=70")
    page.evaluate("history.pushState(null, '', '?pattern=1#as-list')")
    page.go_back()
    page.wait_for_function("document.querySelector('#map-near .no').textContent === '70'")
    page.go_forward()
    page.wait_for_function("document.querySelector('#map-near .no').textContent === '1'")


@pytest.mark.parametrize("edition", PAGES)
def test_paper_names_every_number(page, site_address, language, edition):
    page.goto(site_address + PAGES[edition])
    page.emulate_media(media="print")
    expect(page.locator("#map")).to_be_visible()
    expect(page.locator("#as-list dl").first).to_be_hidden()
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(printed) == 2
    words = " ".join(printed[1].extract_text().split())
    for pattern in language.published():
        assert f"{pattern.id} {pattern.name(edition)}" in words


@pytest.mark.parametrize("media", ["screen", "print"])
def test_an_opposite_has_two_lines_and_a_larger_pattern_one_of_another_width(page, site_address, media):
    page.goto(site_address + PAGES["nl"])
    page.emulate_media(media=media)
    width = "(line) => parseFloat(getComputedStyle(line).strokeWidth)"
    larger, whole, between = (
        page.locator(f".map-legend .{kind}").evaluate(width) for kind in ("part_of", "balances", "inside")
    )
    assert between > larger
    assert whole - between < larger


def test_the_map_can_be_skipped(page, site_address):
    page.goto(site_address + PAGES["nl"])
    page.get_by_role("link", name="Sla de kaart over").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#as-list")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#as-list li a").first).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 768, 992, 1280, 1920])
def test_targets_are_large_enough_and_nothing_sticks_out(open_page, site_address, width):
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(site_address + PAGES["nl"])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    circles = page.evaluate(
        "[...document.querySelectorAll('#map circle')].map((one) => one.getBoundingClientRect())"
        ".map(({ x, y, width }) => [x + width / 2, y + width / 2, width])"
    )
    assert len(circles) > 80
    assert page.locator("#map-near").bounding_box()["width"] >= 240
    if width >= 390:
        assert min(across for _x, _y, across in circles) >= 24
    for at, one in enumerate(circles):
        for two in circles[:at]:
            assert (one[0] - two[0]) ** 2 + (one[1] - two[1]) ** 2 >= 23.5**2
    found = Axe().run(page, options={"runOnly": {"type": "rule", "values": ["target-size"]}})
    assert found.violations_count == 0, found.generate_report()


def test_without_scripts_the_map_leads_to_the_patterns(open_page, site_address):
    page = open_page(java_script_enabled=False)
    page.goto(site_address + PAGES["nl"])
    expect(page.locator("#map-near")).to_be_hidden()
    page.locator("#as-list summary").first.click()
    expect(page.locator("#as-list li a").first).to_be_visible()
    node(page, 70).click()
    page.wait_for_url("**/patronen/niemand-zegt-nee/")
