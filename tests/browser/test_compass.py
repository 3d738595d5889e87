"""The drawings lead to the patterns, by pointer and by keyboard, and can be read on a phone."""

import lxml.html
import pytest
from axe_playwright_python.sync_playwright import Axe

from macros.language.reading import read_language

PAGES = {"nl": "kompas/", "en": "en/compass/"}


@pytest.mark.parametrize("edition", PAGES)
def test_every_link_in_the_drawings_leads_to_its_pattern(page, site_address, built_site, root, edition):
    language = read_language(root).language
    assert language.situations
    compass = language.situations.compass
    assert compass
    wanted = [one.pattern for one in compass.forces]
    wanted += [one.pattern for one in compass.passages]
    wanted += [one.pattern for one in compass.cycle]
    page.goto(site_address + PAGES[edition])
    links = [
        link.evaluate("link => new URL(link.getAttribute('href'), location).href")
        for link in page.locator("svg a").all()
    ]
    assert len(links) == len(wanted)
    for address, key in zip(links, wanted, strict=True):
        there = lxml.html.parse(built_site / address.removeprefix(site_address) / "index.html")
        assert there.findtext(".//h1") == language.patterns[key].name(edition)


def test_a_drawing_is_followed_with_the_keyboard(page, site_address):
    page.goto(site_address + PAGES["nl"])
    page.locator("svg a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/patronen/bedenk-wat-moet/")


@pytest.mark.parametrize("edition", PAGES)
def test_a_link_is_called_by_all_the_words_it_shows(page, site_address, edition):
    page.goto(site_address + PAGES[edition])
    found = Axe().run(page, context="svg", options={"rules": {"label-content-name-mismatch": {"enabled": True}}})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 1440])
def test_labels_stand_apart_within_the_drawing(open_page, site_address, width):
    for address in PAGES.values():
        page = open_page(viewport={"width": width, "height": 900})
        page.goto(site_address + address)
        for drawing in page.locator("figure.compass svg").all():
            frame = drawing.bounding_box()
            boxes = [label.bounding_box() for label in drawing.locator("text").all()]
            assert all(
                frame["x"] - 1 <= box["x"] and box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
                for box in boxes
            )
            for at, one in enumerate(boxes):
                for two in boxes[at + 1 :]:
                    apart = (
                        one["x"] + one["width"] <= two["x"]
                        or two["x"] + two["width"] <= one["x"]
                        or one["y"] + one["height"] <= two["y"]
                        or two["y"] + two["height"] <= one["y"]
                    )
                    assert apart, (one, two)


@pytest.mark.parametrize("width", [320, 390, 1440])
@pytest.mark.parametrize("address", ["", *PAGES.values(), "kaart/"])
def test_the_words_of_a_drawing_are_not_small(open_page, site_address, address, width):
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(site_address + address)
    heights = page.locator("figure.compass text, svg.map .land-name").evaluate_all(
        "some => some.map((one) => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a)"
    )
    assert heights
    assert min(heights) >= 12
