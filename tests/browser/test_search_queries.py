"""Searching as people do it: on the result page and in the dialog, with a keyboard, on a phone, with anything typed."""

import re

import pytest
from playwright.sync_api import Route, expect

from macros.language.addresses import search_page
from macros.model.editions import ROOTS
from macros.view.labels import Labels
from tests.hostile.payloads import payloads
from tests.tools.places import KINDS

INDEX = "**/search/index.json"
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def search(page, site_address, edition):
    """Opens the dialog on the home page."""

    def opened():
        page.goto(site_address + KINDS[f"about {edition}"])
        page.locator("#search-open").click()
        return page.locator("#search input"), page.locator("#search [role=status]")

    return opened


@pytest.fixture
def results(open_page, site_address):
    """Opens the result page on a phone."""

    def opened(query="", edition="nl"):
        page = open_page(viewport=PHONE)
        page.goto(site_address + search_page(edition) + query)
        page.locator("form.ask.ready").wait_for()
        return page

    return opened


def said(page):
    return page.locator("#search-said")


def listed(page):
    """The numbers of the patterns that are listed."""
    return page.locator("main .results [data-pattern]").evaluate_all(
        "items => items.map((item) => item.dataset.pattern)"
    )


@pytest.mark.parametrize(
    ("edition", "words", "first"),
    [
        ("nl", "niemand zegt", "70"),
        ("nl", "70", "70"),
        ("nl", "consent", "70"),  # a keyword that stands nowhere on the page
        ("en", "unanimity", "70"),
    ],
)
def test_the_result_page_shows_what_its_address_asks(results, edition, words, first):
    page = results(f"?q={words}", edition)
    expect(page.locator("main [data-pattern]").first).to_be_visible()
    assert first in listed(page)[:3]
    assert len(listed(page)) >= 8
    expect(page.locator("main textarea")).to_have_value(words)


def test_typing_answers_as_one_goes_and_the_count_is_true(results):
    page = results()
    page.locator("main textarea").press_sequentially("vergaderen")
    expect(said(page)).to_have_text(re.compile(r"^\d+ patronen bij ‘vergaderen’$"))
    while (more := page.locator("main .found > button")).count():
        more.click()
    count = int(re.match(r"\d+", said(page).text_content() or "").group())  # type: ignore[union-attr]
    assert len(page.locator("main .results").first.locator("li").all()) == count
    page.wait_for_url("**?q=vergaderen")


@pytest.mark.parametrize(
    ("edition", "words"),
    [("en", "monthly meeting nobody needs anymore"), ("nl", "collega weg en nu ligt alles stil")],
)
def test_a_sentence_does_not_list_what_shares_one_common_word(results, edition, words):
    page = results(f"?q={words}", edition)
    expect(said(page)).to_have_text(re.compile(r"^\d+ "))
    if (more := page.locator("main .found > button")).count():
        more.click()
    shown = page.locator("main .results").first.locator("li").count()
    assert 8 <= len(listed(page)) <= 24
    expect(said(page)).to_have_text(re.compile(rf"^{shown} "))


@pytest.mark.parametrize(("edition", "words"), [("nl", "wachtlijsten jeugdzorg"), ("en", "rent arrears")])
def test_what_no_pattern_is_about_is_not_counted_as_found(results, edition, words):
    page = results(f"?q={words}", edition)
    expect(said(page)).to_have_text(Labels(edition).search_close.replace("{query}", words))
    assert len(listed(page)) == 8


def test_only_what_is_about_a_query_is_counted(results):
    page = results("?q=unanimiteit besluiten")
    expect(said(page)).to_have_text(re.compile(r"^\d+ patronen bij"))
    count = int(re.match(r"\d+", said(page).text_content() or "").group())  # type: ignore[union-attr]
    assert page.locator("main .results").first.locator("li").count() == count < 8
    expect(page.get_by_role("heading", name=Labels("nl").search_also)).to_be_visible()
    assert len(listed(page)) == 8


@pytest.mark.parametrize(("edition", "name", "kind"), [("nl", "leesroutes", "routes"), ("en", "my bundle", "bundle")])
def test_a_page_is_found_by_its_name_where_no_pattern_is_about_it(results, edition, name, kind):
    page = results(f"?q={name}", edition)
    expect(said(page)).to_have_text(Labels(edition).search_page.replace("{query}", name))
    assert listed(page) == []
    page.locator("main .found a").first.click()
    page.wait_for_url(f"**/{KINDS[f'{kind} {edition}']}")


def test_words_that_carry_nothing_are_not_marked_alone(results):
    page = results("?q=huisarts reageert niet")
    page.locator("main [data-pattern]").first.wait_for()
    for text in page.locator("main .results p:has(mark)").all():
        marks = {mark.lower() for mark in text.locator("mark").all_text_contents()}
        assert marks - {"niet"}


@pytest.mark.parametrize("words", ["qwertyzxcv", "qqqqzzzz", "pizza"])
def test_what_resembles_nothing_finds_nothing_alike(results, edition, words):
    page = results(f"?q={words}", edition)
    page.locator("[data-no-results]").wait_for()
    assert listed(page) == []


def test_a_word_much_misspelt_finds_what_is_alike(results):
    page = results("?q=burocrasie")
    page.locator("[data-no-results], main [data-pattern]").first.wait_for()
    assert listed(page)


def test_words_that_match_are_marked(results):
    page = results("?q=overleg")
    marks = page.locator("main .results mark")
    expect(marks.first).to_be_visible()
    assert all("overleg" in mark.lower() for mark in marks.all_text_contents())


def test_only_a_keyword_that_matches_is_named_as_one(results):
    page = results("?q=unanimiteit")
    expect(page.locator("[data-pattern='70']")).to_contain_text(Labels("nl").search_in_keywords)


def test_nothing_found_says_so_and_where_to_go(results, edition):
    page = results("?q=qqqqzzzz", edition)
    message = page.locator("[data-no-results]")
    expect(message).to_have_text(Labels(edition).search_none.replace("{query}", "qqqqzzzz"))
    expect(message).to_have_attribute("role", "status")
    page.get_by_role("link", name=Labels(edition).search_to_situations).click()
    page.wait_for_url(f"**/{KINDS[f'situations {edition}']}")


def test_arrows_go_through_the_results_and_enter_opens_one(results):
    page = results("?q=overleg")
    page.locator("main [data-pattern]").first.wait_for()
    field = page.locator("main textarea")
    field.focus()
    field.press("End")
    page.keyboard.press("ArrowDown")
    links = page.locator("main .results a.go")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    target = links.nth(0).get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(target or "")


def test_enter_keeps_a_step_and_back_returns_to_the_list_before(results):
    page = results("?q=overleg")
    page.locator("main [data-pattern]").first.wait_for()
    before = listed(page)
    field = page.locator("main textarea")
    field.fill("vertrouwen")
    expect(said(page)).to_contain_text("vertrouwen")
    field.press("Enter")
    assert page.url.endswith("?q=vertrouwen")
    page.go_back()
    expect(field).to_have_value("overleg")
    expect(said(page)).to_contain_text("overleg")
    assert listed(page) == before
    page.go_forward()
    expect(said(page)).to_contain_text("vertrouwen")


def test_back_from_a_pattern_returns_to_the_same_place(results):
    page = results("?q=overleg")
    page.locator("main .found > button").click()
    last = page.locator("main .results").first.locator("a.go").last
    last.scroll_into_view_if_needed()
    page.wait_for_timeout(400)
    before, top = listed(page), page.evaluate("scrollY")
    last.click()
    page.locator("article").wait_for()
    page.go_back()
    expect(said(page)).to_contain_text("overleg")
    page.wait_for_function(f"Math.abs(scrollY - {top}) < 60")
    assert listed(page) == before


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_a_key_opens_the_search_and_escape_gives_the_focus_back(page, site_address, key):
    page.goto(site_address + KINDS["about nl"])
    page.locator("#search-open.ready").focus()
    page.keyboard.press(key)
    expect(page.locator("#search input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("#search-open")).to_be_focused()


def test_a_slash_in_a_field_is_a_slash(results):
    page = results()
    page.locator("main textarea").press_sequentially("en/of")
    expect(page.locator("main textarea")).to_have_value("en/of")


@pytest.mark.parametrize("words", ["70", "team"])
def test_the_dialog_shows_the_same_list_and_leads_to_the_page(page, search, site_address, edition, words):
    field, status = search()
    field.fill(words)
    expect(status).to_have_text(re.compile(r"^\d+ "))
    found = int(re.match(r"\d+", status.text_content() or "").group())  # type: ignore[union-attr]
    in_dialog = page.locator("#search [data-pattern]").evaluate_all(
        "items => items.map((item) => item.dataset.pattern)"
    )
    field.press("Enter")
    page.wait_for_url(f"{site_address}{search_page(edition)}?q={words}")
    page.locator("main [data-pattern]").first.wait_for()
    assert listed(page)[: len(in_dialog)] == in_dialog
    expect(said(page)).to_have_text(re.compile(rf"^{found} "))


def test_a_query_in_other_letters_leaves_the_sentence_around_it_in_order(results):
    page = results("?q=שלום vertrouwen")
    expect(said(page).locator("bdi")).to_have_text("שלום vertrouwen")


def test_the_dialog_fills_a_phone(open_page, site_address):
    page = open_page(viewport=PHONE)
    page.goto(site_address + KINDS["about nl"])
    page.locator("#search-open").click()
    assert page.locator("#search").bounding_box() == {"x": 0, "y": 0, **PHONE}


def test_without_javascript_the_page_says_where_to_go(open_page, site_address, edition):
    page = open_page(java_script_enabled=False)
    page.goto(site_address + search_page(edition) + "?q=overleg")
    expect(page.get_by_text(Labels(edition).search_without_script)).to_be_visible()
    assert page.locator("#search-ways a:visible").count() == 2
    expect(page.locator("main textarea")).to_be_hidden()


def test_no_sign_is_more_than_a_sign(page, search, edition):
    field, status = search()
    for _, query in payloads("queries"):
        field.fill("")
        expect(status).to_have_text("")
        field.fill(query)
        if any(character.isalnum() for character in query):
            expect(status).not_to_have_text("")
        expect(status).not_to_have_text(Labels(edition).search_failed)
    assert page.evaluate("globalThis.harm") is None


def test_a_query_is_shown_as_text(results):
    page = results("?q=<img src=x onerror=globalThis.harm=1> overleg")
    page.locator("main [data-pattern]").first.wait_for()
    expect(said(page)).to_contain_text("<img src=x")
    assert page.evaluate("globalThis.harm") is None
    assert page.locator("main img").count() == 0


def test_what_the_index_holds_is_shown_as_text(open_page, site_address):
    page = open_page()
    harm = "<img src=x onerror=globalThis.harm=1>"

    def poisoned(route):
        answer = route.fetch()
        data = answer.json()
        data["entries"]["name"][0], data["entries"]["summary"][0] = f"{harm} Kwaad", f"{harm} kwaad"
        route.fulfill(json=data)

    page.route(INDEX, poisoned)
    page.goto(f"{site_address}zoek/?q=globalThis")
    expect(page.locator("main [data-pattern]").first).to_contain_text(harm)
    assert page.evaluate("globalThis.harm") is None
    assert page.locator("main .results img").count() == 0


def test_a_query_with_signs_finds_what_its_words_find(page, search):
    field, status = search()
    field.fill("70")
    page.locator("#search [data-pattern]").first.wait_for()
    found = page.locator("#search [data-pattern]").first.get_attribute("data-pattern")
    field.fill("+70*")
    expect(status).to_contain_text("+70*")
    assert page.locator("#search [data-pattern]").first.get_attribute("data-pattern") == found


def test_a_search_that_failed_without_a_network_is_tried_again(page, search, edition):
    page.route(INDEX, lambda route: route.abort())
    field, status = search()
    field.fill("70")
    expect(status).to_have_text(Labels(edition).search_failed)
    page.unroute(INDEX)
    field.fill("70 ")
    expect(page.locator("#search [data-pattern]").first).to_be_visible()


@pytest.mark.parametrize("where", ["dialog", "page"])
def test_a_slow_line_is_told(page, site_address, where):
    waiting: list[Route] = []
    page.route(INDEX, lambda route: waiting.insert(0, route))
    if where == "page":
        page.goto(site_address + search_page("nl") + "?q=netwerk")
    else:
        page.goto(site_address + KINDS["about nl"])
        page.locator("#search-open").click()
        page.locator("#search input").fill("netwerk")
    status = page.locator({"page": "#search-said", "dialog": "#search [role=status]"}[where])
    expect(status).to_have_text("De patronen worden opgehaald …")
    waiting.pop().continue_()
    expect(status).to_have_text(re.compile("patronen bij ‘netwerk’"))


def test_nothing_of_the_index_is_fetched_before_someone_searches(page, site_address, edition):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_address + ROOTS[edition], wait_until="networkidle")
    assert not [address for address in asked if "/search/" in address]
