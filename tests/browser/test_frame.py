"""Around the text: skip link, menu, search, colours and language, with a keyboard and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.tools.places import KINDS

PATTERN, OTHER = KINDS["full pattern nl"], KINDS["full pattern en"]
PHONE = {"width": 390, "height": 844}


ASK_EVERY_WORD = """async () => {
  const { index, worker } = document.querySelector("#search").dataset;
  const { config, docs } = await (await fetch(index)).json();
  const engine = new Worker(new URL(worker, location.href));
  const ask = (type, data) => new Promise((resolve, reject) => {
    engine.onerror = ({ message }) => reject(new Error(`${data}: ${message}`));
    engine.onmessage = ({ data: answer }) => resolve(answer.data);
    engine.postMessage({ type, data });
  });
  await ask(0, { config, docs, options: {} });
  const words = new Set(docs.flatMap(({ title }) => title.match(/\\p{L}+/gu) ?? []));
  for (const { text } of docs)
    for (const word of text.replace(/<[^>]*>|&\\w+;/g, " ").match(/\\p{L}+/gu) ?? []) words.add(word);
  const missing = [];
  for (const word of words) {
    const { items } = await ask(2, word);
    // Shorter words may be stop words of the language.
    if (items.length === 0 && word.length > 7) missing.push(word);
  }
  return { count: words.size, missing };
}"""
"""Asks the search engine itself for each word of its index and gives those that it does not find."""


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


def test_search_works_with_the_keyboard_alone(page, site_address):
    page.goto(site_address + PATTERN)
    tab_to(page, page.get_by_role("button", name="Zoek"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Zoek")).to_be_visible()
    page.keyboard.type("vertrouwen")
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(re.compile(r"\d+ pagina’s gevonden"))
    page.keyboard.press("Enter")
    first = page.locator("#search li a").first
    expect(first).to_be_focused()
    target = first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_closing_the_search_gives_the_focus_back(page, site_address):
    page.goto(site_address)
    opener = page.get_by_role("button", name="Zoek")
    opener.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()


@pytest.mark.parametrize(
    ("edition", "words", "name"),
    [
        ("", "niemand zegt", "Niemand zegt nee"),
        ("", "70", "Niemand zegt nee"),
        ("", "consent", "Niemand zegt nee"),  # a keyword that stands nowhere on the page
        ("", "besluiten", "Bouw de weg naar het besluit"),  # by the word without its ending
        ("en/", "objections", "No One Says No"),
        ("en/", "unanimity", "No One Says No"),
    ],
)
def test_search_finds_a_pattern(page, site_address, edition, words, name):
    page.goto(site_address + edition)
    page.locator("#search-open").click()
    page.keyboard.type(words)
    expect(page.locator("#search a.found", has_text=name)).to_be_visible()


def test_search_says_so_when_nothing_is_found_and_when_it_cannot_work(page, site_address):
    page.goto(site_address + "en/")
    page.locator("#search-open").click()
    page.keyboard.type("xyzzy")
    expect(page.get_by_role("status")).to_contain_text("Nothing found")
    page.route("**/search_index.json", lambda route: route.abort())
    page.reload()
    page.locator("#search-open").click()
    page.keyboard.type("trust")
    expect(page.get_by_role("status")).to_contain_text("does not work")


@pytest.mark.parametrize("edition", ["", "en/"])
def test_no_word_of_the_site_breaks_the_search(page, site_address, edition):
    page.goto(site_address + edition)
    asked = page.evaluate(ASK_EVERY_WORD)
    assert asked["count"] > 1000
    page.locator("#search-open").click()
    for word in asked["missing"]:
        page.get_by_role("searchbox").fill(word)
        expect(page.locator("#search .found").first, f"nothing is found for {word}").to_be_visible()


def test_what_the_search_finds_is_text_and_never_markup(page, site_address):
    entry = {"location": "x/", "title": "Kwaad &lt;b&gt;", "text": "<p>een &lt;img src=x onerror=alert(1)&gt;</p>"}
    config = {"lang": ["nl"], "separator": r"\s+", "pipeline": [], "fields": {"title": {}, "text": {}}}
    page.route("**/search_index.json", lambda route: route.fulfill(json={"config": config, "docs": [entry]}))
    page.goto(site_address)
    page.locator("#search-open").click()
    page.keyboard.type("kwaad")
    expect(page.locator("#search .found")).to_have_text("Kwaad <b>")
    expect(page.locator("#search .teaser")).to_have_text("een <img src=x onerror=alert(1)>")
    assert page.locator("#search li img").count() == 0


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


@pytest.mark.parametrize("kind", [kind.removesuffix(" nl") for kind in KINDS if kind.endswith(" nl")])
def test_one_click_leads_to_the_same_page_in_the_other_language_and_back(page, site_address, kind):
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
    expect(page.get_by_role("heading", name="This page is not here")).to_be_visible()
    expect(page.get_by_role("heading", name="Deze pagina is er niet")).to_be_visible()
    page.locator("main [lang=en]").get_by_role("link", name="Patterns", exact=True).click()
    page.wait_for_url(site_address + KINDS["patterns en"])


@pytest.mark.parametrize(
    ("address", "words", "language", "name"),
    [
        ("patronen/niemand-zegt/", "niemand zegt", "nl", "Niemand zegt nee"),
        ("en/patterns/no-one-says.html", "no one says", "en", "No One Says No"),
        ("een/map/vertrouwen%20op%C3%A9%9F/", "vertrouwen%20op%C3%A9%9F", "nl", None),  # no UTF-8
        ("patronen/<b>nee</b>/", "b nee b", "nl", None),
    ],
)
def test_a_missing_page_offers_to_search_for_what_was_asked(page, site_address, address, words, language, name):
    page.goto(site_address + address)
    link = page.locator(f"main [lang={language}] a[data-search]")
    if name is None:
        expect(link).to_be_visible()
        return
    expect(link).to_have_text(re.compile(f"‘{words}’"))
    link.click()
    expect(page.get_by_role("dialog").locator("a.found", has_text=name)).to_be_visible()


def test_a_missing_page_is_short_and_without_javascript_offers_links_alone(open_page, site_address):
    page = open_page(java_script_enabled=False, viewport=PHONE)
    page.goto(site_address + "patronen/niemand-zegt/")
    expect(page.locator("a[data-search]").first).to_be_hidden()
    assert page.locator("main a:visible").count() == 6
    assert page.locator("main").bounding_box()["height"] <= PHONE["height"]


def test_a_practitioner_reads_a_pattern_within_two_clicks(page, site_address):
    page.goto(site_address)
    page.locator("main").get_by_role("link", name="Niemand zegt nee").click()
    page.wait_for_url(site_address + PATTERN)
