"""The home page: one can ask or recognise something on the first screen of a phone, and browse below."""

import re

import pytest
from playwright.sync_api import expect

from tests.tools.places import KINDS

HOME = {edition: KINDS[f"home {edition}"] for edition in ("nl", "en")}


@pytest.mark.parametrize("edition", HOME)
@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 568)])
def test_one_can_begin_on_the_first_screen_of_a_phone(open_page, site_address, edition, width, height):
    page = open_page(viewport={"width": width, "height": height})
    page.goto(site_address + HOME[edition], wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    first = ["h1", ".lead", ".ask", ".cells"] + [".signal-list > li >> nth=0"] * (height > 800)
    for part in first:
        box = page.locator(f"main {part}").bounding_box()
        assert box["y"] + min(box["height"], 44) <= height, part


@pytest.mark.parametrize("edition", HOME)
def test_a_sentence_leads_to_results(page, site_address, edition):
    page.goto(site_address + HOME[edition], wait_until="networkidle")
    page.locator("main textarea").fill("besluit" if edition == "nl" else "decision")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/(zoek|search)/\?q="))
    expect(page.locator("main [data-pattern]").first).to_be_visible()


@pytest.mark.parametrize("edition", HOME)
def test_the_question_opens_the_diagnosis_with_its_answer(page, site_address, edition):
    page.goto(site_address + HOME[edition])
    page.locator("main .cells a").nth(1).click()
    page.wait_for_url("**/?missing=action")
    expect(page.locator("input[value=action]")).to_be_checked()
    expect(page.locator(".ranked > li").first).to_have_attribute("data-pattern", "32")


@pytest.mark.parametrize("edition", HOME)
def test_a_signal_and_a_cover_lead_on(page, site_address, edition):
    page.goto(site_address + HOME[edition])
    expect(page.locator(".signal-list > li")).to_have_count(6)
    assert page.locator(".signal-list svg").count() == 6
    on = {"nl": "Vink aan wat je herkent", "en": "Tick what you recognise"}[edition]
    expect(page.locator(".recognise .button")).to_have_text(on)
    covers = page.locator(".chapter-covers > li")
    expect(covers).to_have_count(7)
    covers.nth(2).click(position={"x": 20, "y": 20})
    expect(page.locator("h1")).to_be_visible()
    assert re.search("/(hoofdstukken|chapters)/", page.url)


@pytest.mark.parametrize("width", [320, 390, 992, 1280])
@pytest.mark.parametrize("kind", ["home nl", "home en", "situations nl"])
def test_each_answer_to_what_is_missing_is_explained(open_page, site_address, kind, width):
    page = open_page(viewport={"width": width, "height": 844})
    page.goto(site_address + KINDS[kind], wait_until="networkidle")
    cells = page.locator(".cells:visible", has=page.locator("small")).first
    expect(cells.locator("small")).to_have_count(3)
    for said in cells.locator("small").all():
        expect(said).to_be_visible()
        assert said.bounding_box()["width"] >= 200
