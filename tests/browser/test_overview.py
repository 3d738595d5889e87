"""The overview of the patterns: choices that combine, count truly, are said, and stand in the address."""

import gzip
import re

import pytest
from playwright.sync_api import expect

from macros.checks import check
from macros.view.labels import Labels

PAGES = {"nl": "patronen/", "en": "en/patterns/"}
MOST, MOST_SCRIPT = 75_000, 6_000
"""Compressed bytes of the page with all it fetches, and of its own script."""
SHOWN = "[...document.querySelectorAll('li[data-pattern]')].filter((row) => row.checkVisibility())"
NUMBERS = f"{SHOWN}.map((row) => Number(row.dataset.pattern))"


@pytest.fixture(scope="module")
def language(root):
    return check(root).language


def numbers(page):
    return page.evaluate(NUMBERS)


@pytest.mark.parametrize("edition", PAGES)
def test_choices_combine_and_the_count_is_true_and_said(page, site_address, language, edition):
    words = Labels(edition)
    page.goto(site_address + PAGES[edition])
    status = page.locator("#overview-choices [role=status]")
    expect(status).to_have_text(words("overview_many").replace("#", str(len(language.published()))))
    page.get_by_role("combobox", name=words("overview_role"), exact=True).select_option("manager")
    managers = [one.id for one in language.published() if "manager" in one.fields.can_start]
    expect(status).to_have_text(words("overview_many").replace("#", str(len(managers))))
    page.get_by_role("combobox", name=words("overview_time"), exact=True).select_option("weeks")
    both = [one.id for one in language.published() if "manager" in one.fields.can_start and one.fields.takes == "weeks"]
    assert 1 < len(both) < len(managers)
    expect(status).to_have_text(words("overview_many").replace("#", str(len(both))))
    assert numbers(page) == both
    assert page.evaluate("Object.fromEntries(new URLSearchParams(location.search))") == {
        "role": "manager",
        "time": "weeks",
    }


def test_a_value_says_how_many_would_be_left(page, site_address):
    page.goto(site_address + PAGES["nl"])
    page.locator("select[name=role]").select_option("resident")
    chapters = page.locator("select[name=chapter] option:not([value=''])")
    for option in chapters.all():
        count = int(re.findall(r"\d+", option.text_content())[-1])
        page.locator("select[name=chapter]").select_option(option.get_attribute("value"))
        assert len(numbers(page)) == count


def test_an_address_restores_choices_order_and_view_and_leads_to_the_other_language(page, site_address):
    query = "?role=manager&level=network&sort=name&view=cards"
    page.goto(site_address + PAGES["nl"] + query)
    assert page.locator("select[name=role]").input_value() == "manager"
    expect(page.locator("select[name=level]")).to_be_visible()
    expect(page.locator("input[value=name]")).to_be_checked()
    expect(page.locator(".overview .summary:visible").first).to_be_visible()
    shown = numbers(page)
    page.locator("a[hreflang]").first.click()
    page.wait_for_url(f"**/{PAGES['en']}{query}")
    assert sorted(numbers(page)) == sorted(shown)


def test_back_restores_choices_and_the_link_to_the_other_language(page, site_address):
    page.goto(site_address + PAGES["nl"] + "?role=manager")
    page.evaluate("history.pushState(null, '', '?role=resident')")
    page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    link = page.locator("a[hreflang]").first
    expect(link).to_have_attribute("href", re.compile("role=resident"))
    page.go_back()
    expect(page.locator("select[name=role]")).to_have_value("manager")
    expect(link).to_have_attribute("href", re.compile("role=manager"))


def test_lists_under_letters_are_no_columns_within_columns(open_page, site_address):
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{site_address}{PAGES['nl']}?sort=name")
    lists = "[...document.querySelectorAll('#overview-flat ol')].map((one) => getComputedStyle(one).columnCount)"
    assert set(page.evaluate(lists)) == {"auto"}


def test_an_address_with_what_is_unknown_shows_everything(page, site_address, language):
    page.goto(site_address + PAGES["nl"] + "?role=koning&sort=colour&time=%3Cb%3E&x=1")
    assert numbers(page) == [one.id for one in language.published()]
    expect(page.get_by_role("button", name="Wis alle keuzes")).to_be_hidden()


def test_choices_are_made_and_cleared_with_the_keyboard(page, site_address, language):
    page.goto(site_address + PAGES["nl"])
    page.locator("select[name=role]").focus()
    page.keyboard.type("Teamleider")
    page.keyboard.press("Tab")
    expect(page.locator("select[name=chapter]")).to_be_focused()
    leads = [one.id for one in language.published() if "team-lead" in one.fields.can_start]
    assert numbers(page) == leads
    page.locator("input[value=number]").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("input[value=name]")).to_be_checked()
    assert sorted(numbers(page)) == leads
    page.get_by_role("button", name="Wis alle keuzes").focus()
    page.keyboard.press("Enter")
    expect(page.locator("select[name=role]")).to_be_focused()
    assert len(numbers(page)) == len(language.published())
    assert page.evaluate("location.search") == "?sort=name"


def test_nothing_left_is_said(page, site_address):
    page.goto(site_address + PAGES["nl"] + "?chapter=around-the-person&time=years")
    expect(page.locator("#overview-choices [role=status]")).to_have_text(
        "Geen patroon past bij al deze keuzes samen. Haal er één weg."
    )
    assert numbers(page) == []
    page.get_by_role("button", name="Wis alle keuzes").click()
    assert len(numbers(page)) > 80


@pytest.mark.parametrize("edition", PAGES)
def test_by_name_there_are_letters_to_jump_by(page, site_address, language, edition):
    page.goto(f"{site_address}{PAGES[edition]}?sort=name")
    names = page.evaluate(f"{SHOWN}.map((row) => row.querySelector('a .name').textContent)")
    assert sorted(names) == sorted(one.name(edition) for one in language.published())
    letters = page.locator("#overview-letters a")
    assert "".join(letters.all_text_contents()) == "".join(sorted({name[0] for name in names}))
    letters.last.click()
    heading = page.locator("#overview-flat h2").last
    expect(heading).to_be_in_viewport()
    assert page.evaluate("location.hash") == f"#letter-{heading.text_content()}"


def test_most_connected_comes_first(page, site_address, language):
    page.goto(f"{site_address}{PAGES['nl']}?sort=connected")
    by_number = {one.id: len(language.ties(one.key)) for one in language.published()}
    ties = [by_number[number] for number in numbers(page)]
    assert ties == sorted(by_number.values(), reverse=True)
    expect(page.locator(".ties").first).to_be_visible()


@pytest.mark.parametrize(("width", "options"), [(320, "[select.options[0]]"), (390, "[...select.options]")])
@pytest.mark.parametrize("edition", PAGES)
def test_a_choice_is_read_whole_on_a_phone(open_page, site_address, edition, width, options):
    page = open_page(viewport={"width": width, "height": 844})
    page.goto(site_address + PAGES[edition])
    cut = page.evaluate(
        """[...document.querySelectorAll("#overview-choices > .pick select")].flatMap((select) => {
          const room = select.offsetWidth;
          return OPTIONS.filter((option) => {
            const alone = select.cloneNode();
            alone.append(option.cloneNode(true));
            alone.style.width = "max-content";
            select.after(alone);
            const wide = alone.offsetWidth;
            alone.remove();
            return wide > room;
          }).map((option) => option.textContent);
        })""".replace("OPTIONS", options)
    )
    assert cut == []


def test_a_chapter_is_jumped_to(page, site_address):
    page.goto(site_address + PAGES["nl"])
    page.get_by_role("navigation", name="Naar een hoofdstuk").get_by_role("link").nth(4).click()
    expect(page.get_by_role("heading", name="5 Van eiland naar netwerk")).to_be_in_viewport()


def test_without_scripts_the_whole_list_stands_by_chapter(open_page, site_address, language):
    page = open_page(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page.goto(site_address + PAGES["nl"])
    expect(page.locator("#overview-choices")).to_be_hidden()
    assert page.locator(".overview li[data-pattern]:visible").count() == len(language.published())
    assert page.locator(".tabs a:visible").count() == len(language.vocabulary.chapters)


@pytest.mark.parametrize("query", ["", "?view=cards&sort=name"])
@pytest.mark.parametrize("edition", PAGES)
def test_nothing_sticks_out_sideways(page, site_address, edition, query):
    page.goto(site_address + PAGES[edition] + query)
    for width in (320, 390, 768, 992, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_it_is_light(open_page, site_address):
    page, fetched = open_page(), {}
    page.on("requestfinished", lambda request: fetched.update({request.url: request.response().body()}))
    page.goto(site_address + PAGES["nl"], wait_until="networkidle")
    weights = {address: len(gzip.compress(body, mtime=0)) for address, body in fetched.items()}
    assert sum(weights.values()) <= MOST
    assert next(weight for address, weight in weights.items() if address.endswith("/overview.js")) <= MOST_SCRIPT


def test_its_script_is_fetched_nowhere_else(page, site_address):
    page.goto(site_address)
    assert page.locator("[src*='overview.js'], [href*='overview.css']").count() == 0
