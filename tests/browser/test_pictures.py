"""A picture stands beside the name of its pattern, and does not push its text out of sight."""

import pytest

PICTURED = "patronen/hak-de-knoop-door/"


@pytest.mark.parametrize(("width", "height"), [(320, 640), (390, 844), (768, 1024), (992, 768), (1280, 800)])
def test_name_and_summary_are_seen_at_once(open_page, site_address, width, height):
    page = open_page(viewport={"width": width, "height": height})
    page.goto(site_address + PICTURED)
    plate, name, summary = (
        page.locator(f".pattern-head {part}").bounding_box() for part in (".plate", "h1", ".pattern-summary")
    )
    assert plate
    assert name
    assert summary
    assert plate["x"] + plate["width"] <= width
    assert name["y"] + name["height"] < height
    assert summary["y"] + 60 < height
    for other in (name, summary):
        beside = plate["x"] >= other["x"] + other["width"] or plate["y"] + plate["height"] <= other["y"]
        assert beside, "the picture covers the text"


def test_it_is_told_to_who_cannot_see_it(open_page, site_address):
    page = open_page()
    page.goto(site_address + PICTURED)
    label = page.get_by_role("img").first.get_attribute("aria-label")
    assert 60 <= len(label) <= 260


def test_the_kit_stands_below_the_picture(open_page, site_address):
    page = open_page(viewport={"width": 1280, "height": 800})
    page.goto(site_address + PICTURED)
    plate, facts = (page.locator(part).bounding_box() for part in (".plate", ".pattern-facts > :first-child"))
    assert plate
    assert facts
    assert 0 <= facts["y"] - plate["y"] - plate["height"] < 60


def test_a_list_shows_a_picture_or_a_number_at_each_pattern(open_page, site_address):
    page = open_page()
    page.goto(f"{site_address}patronen/")
    tiles = page.locator(".pattern-list .tile")
    assert tiles.count() == page.locator(".pattern-list > li").count() > 80
    for tile in tiles.all():
        assert tile.locator("svg").count() or tile.inner_text().strip().isdecimal()


def test_the_band_of_a_chapter_keeps_its_colour_at_night(open_page, site_address):
    colours = set()
    for scheme in ("light", "dark"):
        page = open_page(color_scheme=scheme)
        page.goto(f"{site_address}hoofdstukken/sturen-besluiten-ruimte-geven/")
        colours.add(page.locator(".band").evaluate("one => getComputedStyle(one).backgroundColor"))
    assert len(colours) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_line_of_an_emblem_has_the_colour_of_its_cover(open_page, site_address, scheme):
    page = open_page(color_scheme=scheme)
    page.goto(site_address)
    colours = page.locator(".cover").evaluate_all(
        """covers => covers.flatMap(cover => [...cover.querySelectorAll(".h, .n")].map(line =>
        [getComputedStyle(line).stroke, getComputedStyle(cover).backgroundColor]))"""
    )
    assert len(colours) >= 6
    assert all(line != cover for line, cover in colours)
