"""Twelve people with a phone: from home to a right pattern in at most four actions, half of them by keyboard alone."""

from pathlib import Path

import pytest

from macros.language.reading import read_language
from macros.model.editions import ROOTS
from macros.yaml.reader import read

SEARCH = Path(__file__).parents[1] / "search"
PEOPLE = read(SEARCH / "sentences.yml", SEARCH).data["people"]
PHONE = {"width": 390, "height": 844}
SHOWN = 8  # results that someone looks through


@pytest.fixture(scope="module")
def language(root):
    return read_language(root).language


def listed(page):
    return page.locator("main .results [data-pattern]").evaluate_all(
        "items => items.map((item) => item.dataset.pattern)"
    )[:SHOWN]


def by_thumb(page, words, wanted):
    """Types, sends, taps: three actions. Returns whether a wanted pattern opened."""
    page.locator("#search-words").fill(words)
    page.get_by_role("search").get_by_role("button").click()
    page.locator("main .results [data-pattern]").first.wait_for()
    right = [number for number in listed(page) if number in wanted]
    if right:
        page.locator(f"main .results [data-pattern='{right[0]}'] a").first.click()
    return right


def by_keyboard(page, words, wanted):
    """Types after a key, sends, goes down the list, opens: four actions."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.locator("main .results [data-pattern]").first.wait_for()
    found = listed(page)
    right = [number for number in found if number in wanted]
    if right:
        page.keyboard.press("/")
        for _ in range(found.index(right[0]) + 1):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    return right


def test_eleven_of_twelve_people_come_to_a_right_pattern(open_page, site_address, language):
    left = []
    page = open_page(viewport=PHONE)
    for place, person in enumerate(PEOPLE):
        wanted = {str(language.patterns[key].id) for key in person["wanted"]}
        page.goto(site_address + ROOTS[person["edition"]])
        page.locator("form.ask.ready").wait_for()
        right = (by_keyboard if place % 2 else by_thumb)(page, person["type"], wanted)
        if right:
            page.wait_for_url(lambda address, number=right[0]: "/p/" in address or _leads_to(address, number, language))
        else:
            left.append(person["type"])
    assert len(left) <= 1, left


def _leads_to(address, number, language):
    pattern = next(one for one in language.patterns.values() if str(one.id) == number)
    return any(address.split("#")[0].split("?")[0].endswith(f"/{pattern.slug(edition)}/") for edition in ROOTS)
