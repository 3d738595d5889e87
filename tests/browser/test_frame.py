"""Around the text: skip link, menu, search, colours and language, with a keyboard and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from macros.view.labels import Labels
from tests.tools.places import KINDS
from tests.tools.thorough import some_of

PATTERN, OTHER = KINDS["full pattern nl"], KINDS["full pattern en"]
PHONE = {"width": 390, "height": 844}


def tab_to(page, locator):
    """Press Tab until the element has the focus."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if locator.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"the keyboard does not reach {locator}")


def test_the_first_tab_offers_to_skip_to_the_text(page, site_address):
    page.goto(site_address + PATTERN)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de tekst")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_closing_the_search_gives_the_focus_back(page, site_address):
    page.goto(site_address + KINDS["about nl"])
    opener = page.get_by_role("button", name="Zoek")
    opener.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()


def test_the_colours_follow_the_system_until_the_visitor_chooses(open_page, site_address):
    page = open_page(color_scheme="dark")
    page.goto(site_address)
    scheme = "getComputedStyle(document.documentElement).colorScheme"
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(paper)
    page.get_by_role("button", name="Lichte kleuren").click()
    light = page.evaluate(paper)
    assert (page.evaluate(scheme), light != dark) == ("light", True)
    page.goto(site_address + PATTERN)
    assert page.evaluate(paper) == light
    page.get_by_role("button", name="Donkere kleuren").click()
    assert page.evaluate(paper) == dark
    assert page.evaluate("localStorage.length") == 0, "what the system says anyway need not be stored"


@pytest.mark.parametrize("kind", some_of([kind.removesuffix(" nl") for kind in KINDS if kind.endswith(" nl")], 2, 1))
def test_one_click_leads_to_the_same_page_in_the_other_language_and_back(shared_page, site_address, kind):
    page = shared_page()
    page.goto(site_address + KINDS[f"{kind} nl"])
    page.get_by_role("link", name="English").click()
    page.wait_for_url(site_address + KINDS[f"{kind} en"])
    page.get_by_role("link", name="Nederlands").click()
    page.wait_for_url(site_address + KINDS[f"{kind} nl"])


@pytest.mark.parametrize("script", [True, False])
def test_the_menu_opens_on_a_phone_also_without_javascript(open_page, site_address, script):
    page = open_page(viewport=PHONE, java_script_enabled=script)
    page.goto(site_address + PATTERN)
    entry = page.get_by_role("navigation", name="Menu").get_by_role("link", name="Patronen")
    expect(entry).to_be_hidden()
    tab_to(page, page.get_by_role("button", name="Menu")) if script else page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Enter")
    expect(entry).to_be_visible()
    page.keyboard.press("Escape")
    expect(entry).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    entry.click()
    page.wait_for_url(site_address + KINDS["patterns nl"])


def test_without_javascript_the_page_reads_and_offers_nothing_that_needs_it(open_page, site_address):
    page = open_page(java_script_enabled=False)
    page.goto(site_address + PATTERN)
    expect(page.get_by_role("heading", name="Daarom")).to_be_visible()
    expect(page.get_by_role("button", name="Zoek")).to_be_hidden()
    expect(page.locator("#scheme")).to_be_hidden()
    page.get_by_role("link", name="English").click()
    page.wait_for_url(site_address + OTHER)


@pytest.mark.parametrize("kind", ["full pattern nl", "full pattern en", "home nl", "bundle nl", "bundle en"])
def test_nothing_moves_once_the_page_is_drawn(open_page, site_address, kind):
    page = open_page(viewport=PHONE)
    page.goto(site_address + KINDS[kind], wait_until="networkidle")
    shifts = """() => new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().map((entry) => entry.value)))
        .observe({ type: "layout-shift", buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
    })"""
    assert page.evaluate(shifts) == []


def test_a_missing_page_speaks_both_languages_and_its_links_work_at_any_depth(page, site_address):
    page.goto(site_address + "en/patterns/not/there/")
    expect(page.get_by_role("heading", name="This page does not exist")).to_be_visible()
    expect(page.get_by_role("heading", name="Deze pagina is er niet")).to_be_visible()
    page.locator("main [lang=en]").get_by_role("link", name="Patterns", exact=True).click()
    page.wait_for_url(site_address + KINDS["patterns en"])


@pytest.mark.parametrize(
    ("address", "language", "name"),
    [
        ("patronen/niemand-zegt/", "nl", "Niemand zegt nee"),
        ("en/patterns/no-one-says.html", "en", "No One Says No"),
        ("een/map/vertrouwen%20op%C3%A9%9F/", "nl", None),  # no UTF-8
        ("patroon/<b>nee</b>/", "nl", None),
    ],
)
def test_a_missing_page_shows_what_was_asked_for(page, site_address, address, language, name):
    page.goto(site_address + address)
    section = page.locator(f"main .missing > [lang={language}]")
    expect(page.locator("main .missing > *").first).to_have_attribute("lang", language)
    expect(section.get_by_role("link").last).to_be_visible()
    if name:
        section.locator("[data-pattern]").first.get_by_role("link", name=name).click()
        page.wait_for_url(site_address + (PATTERN if language == "nl" else OTHER))


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("en/my-bundle/", "bundle en"),
        ("en/reading-routes/", "routes en"),
        ("mijn-bundel/", "bundle nl"),
    ],
)
def test_a_missing_page_leads_to_the_page_of_that_name(page, site_address, address, kind):
    page.goto(site_address + address)
    section = page.locator("main .missing > *").first
    expect(section.locator(".found a").first).to_be_visible()
    assert section.locator("[data-pattern]").count() == 0
    section.locator(".found a").first.click()
    page.wait_for_url(site_address + KINDS[kind])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_missing_page_speaks_the_language_of_its_address(open_page, site_address, scheme):
    page = open_page(color_scheme=scheme)
    page.goto(site_address + "en/patterns/no-one-says/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_title(re.compile("^This page does not exist"))
    expect(page.locator("h1")).to_have_text("This page does not exist")
    expect(page.locator(".site-menu > li").first).to_have_text("Sound familiar?")
    dark, light = (Labels("en")(name) for name in ("dark", "light"))
    expect(page.locator("#scheme")).to_have_accessible_name(light if scheme == "dark" else dark)
    assert page.locator("main h1").count() == 1
    page.keyboard.press("/")
    page.locator("#search input").fill("no one says no")
    page.locator("#search .all:visible").click()
    page.wait_for_url(site_address + "en/search/**")


def test_where_the_other_missing_page_cannot_be_had_its_words_still_come_first(page, site_address):
    page.route("**/en/404.html", lambda route: route.abort())
    page.goto(site_address + "en/patterns/no-one-says/")
    expect(page.locator("main .missing > *").first).to_have_attribute("lang", "en")
    expect(page.locator("main .missing > [lang=en] [data-pattern]").first).to_be_visible()


def test_a_missing_page_is_short_and_without_javascript_offers_links_alone(open_page, site_address):
    page = open_page(java_script_enabled=False, viewport=PHONE)
    page.goto(site_address + "patronen/niemand-zegt/")
    expect(page.locator("main .found").first).to_be_hidden()
    assert page.locator("main a:visible").count() == 6
    assert page.locator("main").bounding_box()["height"] <= PHONE["height"]


def test_a_practitioner_reads_a_pattern_within_two_clicks(page, site_address):
    page.goto(site_address)
    page.locator("main").get_by_role("link", name="Niemand zegt nee").click()
    page.wait_for_url(site_address + PATTERN)
