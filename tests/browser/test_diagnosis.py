"""The diagnosis: what one ticks makes a list, by keyboard too; the address keeps it, and a phone and paper show it."""

import gzip
import json
import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Route, expect

from tests.tools.places import KINDS

SITUATIONS = {edition: KINDS[f"situations {edition}"] for edition in ("nl", "en")}
TICKED = "?signals=58.1,paper-pile,54.1&role=executive"
PHONE = {"width": 390, "height": 844}
MOST_SCRIPT, MOST_CARDS = 12_000, 40_000
"""Compressed bytes."""
SCREENS = 6
"""The phone screens that the page takes at most without scripts."""


def listed(page):
    """The numbers of the patterns in the list, once it is there."""
    expect(page.locator("[data-part=list]")).to_be_visible()
    return page.locator(".ranked > li").evaluate_all("rows => rows.map((row) => Number(row.dataset.pattern))")


@pytest.mark.parametrize("edition", SITUATIONS)
def test_rows_are_ticked_by_keyboard_and_the_list_follows(page, site_address, edition):
    page.goto(site_address + SITUATIONS[edition])
    expect(page.locator("[data-part=empty]")).to_be_visible()
    page.locator("#\\37 0\\.1 input").focus()
    page.keyboard.press("Space")
    assert listed(page)[0] == 70
    status = page.locator(".outcome > [role=status]")
    expect(status).to_have_text(re.compile(rf"^1 \w+, {len(listed(page))} \w+\.$"))
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(status).to_have_text(re.compile(r"^2 "))
    assert {70, 17} <= set(listed(page)[:2])
    assert 3 <= len(listed(page)) <= 6
    assert page.url.endswith("?signals=70.1,17.1")


def test_the_list_says_why_and_where_to_begin(page, site_address):
    page.goto(site_address + SITUATIONS["nl"] + "?missing=connection&signals=58.1,58.2&role=executive")
    assert listed(page)[0] == 58
    first = page.locator(".ranked > li").first
    expect(page.locator(".ten [data-part=do]")).to_have_text(re.compile("^Vraag voordat de jassen aangaan"))
    expect(page.locator(".ten a")).to_have_text(re.compile("^58 "))
    assert page.locator(".ten a").evaluate("(link) => link.href") == first.locator(".title a").evaluate(
        "(link) => link.href"
    )
    expect(first.locator("[data-part=why]")).to_contain_text("2 van je signalen, zoals: Van één opmerking")
    expect(first.locator("[data-part=why]")).to_contain_text("Als bestuurder kun je hier zelf mee beginnen.")
    expect(first.locator("[data-part=begin]")).to_contain_text("‘Wat vertellen ze op de gang")
    expect(first.locator("[data-part=watch] a")).to_have_text(re.compile(r"^\d+ \w+"))
    expect(first.locator("[data-part=watch] p").first).to_have_text(re.compile(r"^Dit wringt met \d+ .*:$"))
    said = page.locator(".ranked [data-part=why]").all_inner_texts()
    assert any("Volgens jou ontbreekt: de anderen." in one and "Een bron noemt dit." in one for one in said)


def test_where_a_signal_comes_from_is_said_of_the_one_that_is_shown(page, site_address):
    page.goto(site_address + SITUATIONS["nl"] + "?signals=45.1,procession-of-helpers")
    why = page.locator('[data-pattern="45"] [data-part=why] p')
    expect(why.nth(0)).to_contain_text("2 van je signalen, zoals: Bij één gezin komen vijf hulpverleners")
    expect(why.nth(1)).to_have_text("Een bron noemt dit.")
    page.goto(site_address + SITUATIONS["nl"] + "?signals=45.1")
    expect(why).to_have_count(1)
    expect(page.locator("[data-part=list] > .basis")).to_have_text(
        "Waar geen bron staat, legde de redactie het verband."
    )


def test_the_answer_changes_which_rows_come_first_and_keeps_what_is_ticked(page, site_address):
    page.goto(site_address + SITUATIONS["nl"])
    rows = page.locator("[data-part=first] > li")
    expect(rows).to_have_count(10)
    before = [row.get_attribute("id") for row in rows.all()]
    page.locator("#\\37 0\\.1 input").check()
    page.locator(".cells label", has_text="De anderen").click()
    after = [row.get_attribute("id") for row in rows.all()]
    assert len(set(after[:10]) - set(before)) >= 5
    assert set(before) <= set(after), "none of them is gone"
    expect(page.locator("#\\37 0\\.1 input")).to_be_checked()
    ids = [row.get_attribute("id") for row in page.locator("li[data-place]").all()]
    assert len(ids) == len(set(ids))
    page.locator(".cells label", has_text="De anderen").click()
    assert [row.get_attribute("id") for row in rows.all()] == before, "a second tap takes the answer back"
    assert page.url.endswith("?signals=70.1")


def test_back_brings_the_same_ticks_list_and_place(open_page, site_address):
    page = open_page(viewport=PHONE)
    page.goto(site_address + SITUATIONS["nl"])
    for name in ("38.1", "35.2"):
        group = page.locator("details", has=page.locator(f'[id="{name}"]'))
        if not group.evaluate("group => group.open"):
            group.locator("summary").click()
        page.locator(f'[id="{name}"] input').check()
    status = page.locator(".outcome > [role=status]")
    expect(status).to_have_text(re.compile("^2 aangevinkt"))
    there = listed(page)
    address = page.url
    page.locator('[data-pattern="35"] .title a').scroll_into_view_if_needed()
    top = page.evaluate("scrollY")
    page.locator('[data-pattern="35"] .title a').click()
    page.wait_for_url("**/patronen/*/")
    page.go_back(wait_until="load")
    assert page.url == address
    expect(status).to_have_text(re.compile("^2 aangevinkt"))
    assert listed(page) == there
    ticked = page.locator("input[type=checkbox]:checked")
    expect(ticked).to_have_count(2)
    assert {box.get_attribute("value") for box in ticked.all()} == {"38.1", "35.2"}
    page.wait_for_function("top => Math.abs(scrollY - top) < 4", arg=top)


def test_back_to_before_a_link_within_the_page_agrees_with_its_address(page, site_address):
    page.goto(site_address + SITUATIONS["nl"] + "?signals=70.1#uitkomst")
    listed(page)
    assert page.url.endswith("?signals=70.1#uitkomst")
    page.evaluate("location.hash = 'inhoud'")
    page.locator('[id="17.1"] input').check()
    page.wait_for_url("**?signals=70.1,17.1")
    page.go_back()
    expect(page.locator("input[type=checkbox]:checked")).to_have_count(1)
    assert "signals=70.1#" in page.url


def test_a_link_opened_anew_shows_the_list_and_what_is_ticked(open_page, site_address):
    page = open_page(viewport=PHONE)
    page.goto(site_address + SITUATIONS["nl"] + "?signals=38.1,35.2")
    listed(page)
    expect(page.locator("#uitkomst h2")).to_be_in_viewport()
    assert all(box.is_visible() for box in page.locator("input[type=checkbox]:checked").all())


def test_what_does_not_fit_a_choice_is_marked(page, site_address):
    page.goto(site_address + SITUATIONS["nl"] + "?signals=58.1,paper-pile,54.1,45.1,35.2&time=meeting&role=resident")
    listed(page)
    facts = page.locator(".ranked .facts").all_inner_texts()
    assert any("duurt langer" in one for one in facts)
    assert any("begint bij een ander" in one for one in facts)
    expect(page.locator(".ranks")).to_have_text("Kies je hieronder iets, dan komt wat erbij past bovenaan.")


def test_a_pitfall_is_called_so_and_a_next_step_does_not_lead_back(page, site_address):
    page.goto(site_address + SITUATIONS["nl"] + "?missing=action&signals=58.1,54.1,70.1,paper-pile,17.1,39.2")
    listed(page)
    for row in page.locator(".ranked > li").all():
        watch = row.locator("[data-part=watch]")
        opposing = watch.locator("a").count() == 1
        assert watch.locator("dt").inner_text() in (["Let op"] if opposing else ["Valkuil", "Als het stokt"])
    page.goto(site_address + SITUATIONS["nl"] + "?signals=38.1")
    listed(page)
    for row in page.locator(".ranked > li").all()[1:]:
        reasons = set(row.locator("[data-part=why] .no").all_inner_texts())
        assert not reasons & set(row.locator("[data-part=then] .no").all_inner_texts())


def test_the_address_keeps_all_through_a_visit_and_across_languages(page, site_address):
    address = site_address + SITUATIONS["nl"] + TICKED + "&time=weeks"
    page.goto(address)
    there = listed(page)
    page.locator(".ranked .title a").first.click()
    page.wait_for_url("**/patronen/*/")
    page.go_back()
    assert page.url == address
    assert listed(page) == there
    page.locator("a.switch").first.click()
    page.wait_for_url(f"**/{SITUATIONS['en']}{TICKED}&time=weeks")
    assert listed(page) == there
    expect(page.locator("input:checked")).to_have_count(5)


@pytest.mark.parametrize(
    "asked",
    [
        "?signals=99.9,__proto__,constructor,70.1&role=boss&missing=toString&time=",
        "?signals=" + ",".join(["70.1"] * 5000),
        "?signals=%3Cimg%20src%3Dx%3E,70.1&role=%00",
    ],
)
def test_what_an_address_should_not_hold_is_left_out(page, site_address, asked):
    failed = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(site_address + SITUATIONS["nl"] + asked)
    assert listed(page)[0] == 70
    assert page.url.endswith("?signals=70.1")
    assert failed == []


def test_everything_is_cleared_at_once(open_page, site_address):
    page = open_page(viewport=PHONE)
    page.goto(site_address + SITUATIONS["nl"] + TICKED)
    expect(page.locator("[data-part=bar]")).to_have_text(re.compile(r"^3 aangevinkt, \d patronen\s↓$"))
    there = listed(page)
    expect(page.locator("#uitkomst h2")).to_be_in_viewport()
    page.evaluate("scrollTo(0, 300)")
    expect(page.locator("[data-part=bar-clear]")).to_be_visible()
    page.evaluate("document.querySelector('.diagnosis-bar button').click()")
    expect(page.locator("[data-part=list]")).to_be_hidden()
    expect(page.locator(".outcome > [role=status]")).to_have_text("Alles is gewist.")
    assert "?" not in page.url
    assert page.locator("input[type=checkbox]:checked").count() == 0
    expect(page.locator("[data-part=bar-clear]")).to_have_text("Zet terug")
    page.evaluate("scrollTo(0, 100); document.querySelector('.diagnosis-bar button').click()")
    assert listed(page) == there
    assert page.url.endswith(TICKED)
    expect(page.locator("input[type=checkbox]:checked")).to_have_count(3)
    page.wait_for_function("scrollY === 300")
    page.locator("[data-part=list] [data-do=clear]").click()
    expect(page.locator("[data-do=restore]")).to_be_focused()
    page.locator("#\\37 0\\.1 input").check()
    expect(page.locator("[data-do=restore]")).to_be_hidden()


def test_the_bar_of_a_phone_leads_to_the_list(open_page, site_address):
    page = open_page(viewport=PHONE)
    page.goto(site_address + SITUATIONS["nl"] + TICKED)
    listed(page)
    expect(page.locator("[data-part=bar]")).to_be_hidden()
    page.evaluate("scrollTo(0, 0)")
    page.locator("[data-part=bar]").click()
    expect(page.locator("#uitkomst h2")).to_be_in_viewport()
    expect(page.locator("[data-part=bar]")).to_be_hidden()


def test_the_whole_list_goes_into_the_bundle_once(page, site_address):
    page.goto(site_address + SITUATIONS["nl"] + TICKED)
    there = listed(page)
    for _ in range(2):
        page.locator("[data-do=bundle]").click()
        expect(page.locator("[data-part=done]")).to_contain_text(f"{len(there)} patronen")
        kept = json.loads(page.evaluate("localStorage.getItem('bundle')"))
        assert [item["id"] for item in kept] == there
    page.locator("[data-part=done] a").click()
    expect(page.locator(".bench-list > li")).to_have_count(len(there))


def test_where_nothing_can_be_kept_an_address_makes_the_bundle(page, site_address):
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('refused'); };")
    page.goto(site_address + SITUATIONS["nl"] + TICKED)
    there = listed(page)
    page.locator("[data-do=bundle]").click()
    page.locator("[data-part=done] a").click()
    page.wait_for_url(f"**/bundel/?p={','.join(map(str, there))}")


def test_the_link_is_copied(open_page, site_address):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(site_address + SITUATIONS["nl"] + TICKED)
    listed(page)
    page.locator("[data-do=copy]").click()
    expect(page.locator("[data-part=done]")).to_have_text(re.compile("^De link staat op het klembord"))
    assert page.evaluate("navigator.clipboard.readText()") == page.url


@pytest.mark.parametrize("edition", SITUATIONS)
def test_a_list_prints_on_one_page(page, site_address, edition):
    asked = "?missing=action&signals=58.1,54.1,70.1,paper-pile,17.1,39.2&role=executive"
    page.goto(site_address + SITUATIONS[edition] + asked)
    assert len(listed(page)) == 6
    page.emulate_media(media="print")
    expect(page.locator(".ticking")).to_be_hidden()
    expect(page.locator("[data-part=ticked] li")).to_have_count(6)
    heading = {"nl": "Dit herkenden we", "en": "What we recognised"}[edition]
    expect(page.locator("[data-part=recognised] h3", has_text=heading)).to_be_visible()
    name = {"nl": "Samenwerkpatronen", "en": "Patterns for Working Together"}[edition]
    expect(page.locator(".outcome .print-foot")).to_have_text(re.compile(rf"^{name}\. http"))
    for opposing in page.locator("[data-part=watch] p:has(a)").all():
        assert opposing.inner_text().endswith(":")
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1


STATES = {
    "nothing ticked": "",
    "ticked": TICKED,
    "answered": "?missing=action",
}


@pytest.mark.parametrize("edition", SITUATIONS)
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_wider_than_a_small_phone(open_page, site_address, edition, state):
    page = open_page(viewport={"width": 320, "height": 568})
    page.goto(site_address + SITUATIONS[edition] + STATES[state], wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("kind", ["stagnation nl", "stagnation en"])
def test_a_stagnation_is_short_without_scripts_and_whole_on_paper(open_page, site_address, kind):
    page = open_page(viewport=PHONE, java_script_enabled=False)
    page.goto(site_address + KINDS[kind])
    for link in ["", *page.locator(".others a").all()]:
        if link:
            other = open_page(viewport=PHONE, java_script_enabled=False)
            other.goto(urljoin(page.url, link.get_attribute("href")))
        height = (other if link else page).locator("body").bounding_box()["height"]
        assert height <= SCREENS * PHONE["height"]
    expect(page.locator(".pattern-list > li").first).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".pattern-list > li").first).to_be_visible()
    page.emulate_media(media="screen")
    page.locator("summary", has=page.locator("#patronen")).click()
    expect(page.locator(".pattern-list > li").last).to_be_visible()


@pytest.mark.parametrize("edition", SITUATIONS)
def test_without_scripts_it_is_a_short_page_of_links(open_page, site_address, edition):
    page = open_page(viewport=PHONE, java_script_enabled=False)
    page.goto(site_address + SITUATIONS[edition])
    height = page.locator("body").bounding_box()["height"]
    print(f"{height:.0f} px without scripts")
    assert height <= SCREENS * PHONE["height"]
    assert page.locator("input, .outcome, .diagnosis-bar").filter(visible=True).count() == 0
    page.locator(".ticks a").first.click()
    page.wait_for_url("**/patterns/*/" if edition == "en" else "**/patronen/*/")


def test_a_list_that_cannot_be_fetched_is_told_beside_the_rows_and_tried_again(open_page, site_address):
    page = open_page(viewport=PHONE)
    page.route("**/patterns.json", lambda route: route.abort())
    page.goto(site_address + SITUATIONS["nl"])
    page.locator("#\\37 0\\.1 input").check()
    expect(page.locator(".outcome > [role=status]")).to_have_text("De patronen konden niet worden opgehaald.")
    bar = page.locator(".diagnosis-bar")
    expect(bar).to_be_in_viewport()
    expect(bar).to_contain_text("konden niet worden opgehaald")
    with page.expect_event("requestfailed"):
        bar.get_by_role("button", name="Probeer opnieuw").click()
    expect(bar.get_by_role("button", name="Probeer opnieuw")).to_be_focused()
    page.unroute("**/patterns.json")
    bar.get_by_role("button", name="Probeer opnieuw").click()
    assert 70 in listed(page)
    expect(bar.get_by_role("button")).to_have_text("Wis")
    expect(page.get_by_role("button", name="Probeer opnieuw")).to_have_count(0)


def test_a_slow_line_is_told(page, site_address):
    waiting: list[Route] = []
    page.route("**/patterns.json", lambda route: waiting.insert(0, route))
    page.goto(site_address + SITUATIONS["nl"] + TICKED)
    status = page.locator(".outcome > [role=status]")
    expect(status).to_have_text("De patronen worden opgehaald …")
    waiting.pop().continue_()
    expect(status).to_have_text(re.compile("^3 aangevinkt"))


def test_the_list_is_made_once_as_the_page_opens(page, site_address):
    page.add_init_script("""
        globalThis.made = 0;
        const replace = Element.prototype.replaceChildren;
        Element.prototype.replaceChildren = function (...parts) {
          if (this.matches("[data-part=ranked]")) made += 1;
          replace.apply(this, parts);
        };
    """)
    page.goto(site_address + SITUATIONS["nl"] + TICKED, wait_until="networkidle")
    listed(page)
    assert page.evaluate("made") == 1


def test_however_many_rows_are_ticked_all_are_kept(page, site_address):
    page.goto(site_address + SITUATIONS["nl"])
    names = page.locator("li[data-place]").evaluate_all("rows => rows.map((row) => row.id)")
    page.goto(site_address + SITUATIONS["nl"] + "?signals=" + ",".join(names))
    listed(page)
    expect(page.locator("input[type=checkbox]:checked")).to_have_count(len(names))
    expect(page.locator("[data-part=ticked] li")).to_have_count(len(names))
    assert set(page.url.partition("signals=")[2].split(",")) == set(names)


def test_nothing_is_fetched_before_the_first_tick_and_nothing_elsewhere(page, site_address):
    asked = {}
    page.on("requestfinished", lambda request: asked.update({request.url: request.response().body()}))
    page.goto(site_address + SITUATIONS["nl"], wait_until="networkidle")
    assert not [address for address in asked if address.endswith(".json") or "/search/" in address]
    page.goto(site_address + SITUATIONS["nl"] + TICKED)
    listed(page)
    page.wait_for_load_state("networkidle")
    weights = {address: len(gzip.compress(body, mtime=0)) for address, body in asked.items()}
    scripts = sum(weight for address, weight in weights.items() if "/scripts/diagnosis/" in address)
    cards = sum(weight for address, weight in weights.items() if address.endswith("/patterns.json"))
    print(f"{scripts} bytes of scripts and {cards} of cards, compressed")
    assert 0 < scripts <= MOST_SCRIPT
    assert 0 < cards <= MOST_CARDS
    asked.clear()
    page.goto(site_address, wait_until="networkidle")
    assert not [address for address in asked if "diagnosis" in address]


@pytest.mark.parametrize(
    ("edition", "said"), [("nl", "‘Het doen’ gekozen, "), ("en", "‘Putting it into practice’ chosen, ")]
)
def test_an_answer_without_ticks_is_told_in_the_bar(open_page, site_address, edition, said):
    page = open_page(viewport=PHONE)
    page.goto(site_address + SITUATIONS[edition])
    page.locator(".cells label", has=page.locator("[value=action]")).click()
    expect(page.locator(".diagnosis-bar a")).to_contain_text(said)
    expect(page.locator(".outcome > [role=status]")).to_contain_text(said)
