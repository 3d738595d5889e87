"""The page to contribute on: both doors by keyboard, and every way out says and carries what it should."""

import gzip
import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import expect

from macros.checks import check
from macros.contributions.message import blank, written
from macros.contributions.questions import forms
from macros.model.editions import EDITIONS
from macros.pages.contribute import doors
from macros.pages.publisher import Publisher
from macros.pages.renderer import Renderer
from macros.pages.settings import Settings
from macros.view.labels import Labels
from tests.tools.places import KINDS

PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
POLICY = """
  globalThis.broken = [];
  addEventListener("securitypolicyviolation", ({ violatedDirective }) => broken.push(violatedDirective));
"""
STORY = {
    "stuck": "Het voorstel kwam drie keer terug.",
    "did": "[1] Een teamleider vroeg om een besluit.",
    "result": "Het besluit viel.",
}
START, END = (
    '<div class="notice about" id="contribute-about" hidden>',
    '<script type="application/json" id="contribute-data">',
)
MOST = 40_000
"""Compressed bytes of the scripts of this page with the data in it."""


@pytest.fixture(scope="session")
def language(root):
    return check(root).language


@pytest.fixture
def read_along(site_address, language):
    """Opens the page as it is where somebody reads along: the same page, made with a publisher."""

    def open_one(page, edition, query=""):
        address = KINDS[f"contribute {edition}"]
        publisher = Publisher("Stichting Samen", "lezer@example.org", "Een teamleider", 5, "+31 20 123 45 67")
        pages = {one.id: one.address for one in language.pages.values() if one.edition == edition}
        settings = Settings("https://patterns.example/", "https://git.example/o/r", publisher)
        made = str(doors(Renderer(language, edition, address, pages, settings)))

        def answer(route):
            text = route.fetch().text()
            before, _, rest = text.partition(START)
            after = rest.partition(END)[2].partition("</script>")[2]
            route.fulfill(body=before + made + after, content_type="text/html; charset=utf-8")

        page.route(lambda url: urlsplit(url).path == f"/{address}", answer)
        page.add_init_script(POLICY)
        page.goto(site_address + address + query)
        return Labels(edition)

    return open_one


def sent(page, door):
    """The message in the mail link of a door."""
    (body,) = parse_qs(urlsplit(page.locator(f"{door} [data-way=mail]").get_attribute("href")).query)["body"]
    return body.replace("\r\n", "\n")


def sent_as_file(page, words):
    """The text that the mail link saves, after the sender has seen what to look at; the mail itself opens nowhere."""
    way = page.locator("#voorbeeld [data-way=mail]")
    way.evaluate("way => way.addEventListener('click', event => event.preventDefault())")
    way.click()
    expect(page.locator("#voorbeeld .review > p")).to_contain_text(words.contribute_again)
    expect(page.locator("#voorbeeld .review li").first).to_be_in_viewport()
    with page.expect_download() as saved:
        way.click()
    expect(page.locator("#voorbeeld [data-part=mailed]")).to_contain_text(saved.value.suggested_filename)
    return saved.value.path().read_text("utf-8")


def to(page, field):
    """Go on by the keyboard until a field has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == field:
            return
    pytest.fail(f"the keyboard does not reach {field}")


@pytest.mark.parametrize(("edition", "size"), [("nl", PHONE), ("en", DESKTOP)])
def test_a_story_is_told_with_the_keyboard_alone(open_page, read_along, edition, size):
    page = open_page(viewport=size)
    words = read_along(page, edition, "?pattern=70")
    form = forms()["story"]
    expect(page.locator("#voorbeeld")).to_have_attribute("open", "")
    for key, text in STORY.items():
        to(page, f"story-{key}")
        page.keyboard.type(text + (" Ik belde mevrouw Jansen." if key == "did" else ""))
    to(page, "story-naming")
    page.keyboard.press("ArrowDown")
    found = page.locator("#story-did-found li")
    expect(found).to_have_count(1)
    expect(found).to_contain_text("mevrouw Jansen")
    # The first time a way out shows what to look at, and the second time it is the sender's own choice.
    page.locator("#voorbeeld [data-way=mail]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#voorbeeld .review > p")).to_contain_text(words.contribute_again)
    assert page.evaluate("document.activeElement.matches('.review > p')")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("getSelection().toString()") == "mevrouw Jansen"
    page.keyboard.press("Delete")
    expect(found).to_have_count(0)
    pattern = page.locator("#story-pattern option:checked").inner_text()
    assert pattern.startswith("70 ")
    did = STORY["did"] + " Ik belde ."
    told = STORY | {"did": did, "naming": "unnamed", "language": edition, "pattern": pattern}
    assert sent(page, "#voorbeeld") == written(form, edition, told)
    assert page.locator("#voorbeeld [data-part=count]").inner_text().startswith("18 ")
    assert page.evaluate("broken") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_correction_is_kept_as_a_file_and_opened_again(page, read_along, edition):
    words = read_along(page, edition, "?pattern=70#fout")
    form = forms()["correction"]
    expect(page.locator("#correction-page")).to_have_value(re.compile("70 [A-Z]"))
    page.locator("#fout [data-way=save]").click()
    expect(page.locator("#fout [data-part=said]")).to_have_text(words.contribute_empty)
    for key in ("sentence", "wrong", "known"):
        page.locator(f"#correction-{key}").fill(f"{key}:\n\n[2] anders")
    given = {one.key: page.locator(f"#correction-{one.key}").input_value() for one in form.questions}
    with page.expect_download() as saved:
        page.locator("#fout [data-way=save]").click()
    assert saved.value.path().read_text("utf-8") == written(form, edition, given)
    expect(page.locator("#fout [data-part=said]")).to_have_text(words.contribute_saved)
    expect(page.locator("#fout [data-part=said]")).to_be_in_viewport()
    opener = page.locator("#fout input[type=file]")
    opener.set_input_files(saved.value.path())
    expect(page.locator("#fout [data-part=opened]")).to_have_text(words.contribute_replaces)
    page.locator("#fout [data-way=copy]").click()
    page.locator("#fout [data-way=copy]").click()
    expect(page.locator("#fout [data-part=said]")).not_to_be_empty()
    page.locator("#fout [data-do=clear]").click()
    expect(page.locator("#fout [data-part=cleared]")).to_have_text(words.contribute_cleared)
    expect(page.locator("#fout [data-part=said]")).to_be_empty()
    page.locator("#fout [data-do=undo]").click()
    assert {one.key: page.locator(f"#correction-{one.key}").input_value() for one in form.questions} == given
    page.locator("#fout [data-do=clear]").click()
    opener.set_input_files(saved.value.path())
    expect(page.locator("#fout [data-part=opened]")).to_have_text(words.contribute_opened)
    expect(page.locator("#fout [data-do=undo]")).to_be_hidden()
    assert {one.key: page.locator(f"#correction-{one.key}").input_value() for one in form.questions} == given
    page.locator("#fout [data-do=clear]").click()
    opener.set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": b"iets anders"})
    expect(page.locator("#fout [data-part=opened]")).to_have_text(words.contribute_not_opened)
    (other,) = (one for one in EDITIONS if one != edition)
    text = written(form, other, given)
    opener.set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": text.encode()})
    expect(page.locator("#fout [data-part=opened]")).to_contain_text(words.contribute_other_edition)
    expect(page.locator("#fout [data-part=opened] a")).to_have_attribute("hreflang", other)


def test_what_is_too_long_for_a_link_is_saved_and_attached(open_page, read_along):
    page = open_page(viewport=PHONE)
    words = read_along(page, "nl", "#voorbeeld")
    long = page.locator("#voorbeeld [data-part=long]")
    expect(long).to_be_hidden()
    page.locator("#story-stuck").fill("Het voorstel kwam terug. " * 70)
    expect(long).to_be_visible()
    assert sent(page, "#voorbeeld") == words.contribute_attached
    text = sent_as_file(page, words)
    assert "Het voorstel kwam terug. Het voorstel kwam terug." in text
    assert "Het%20voorstel" in page.locator("#voorbeeld [data-way=issue]").get_attribute("href")
    count = page.locator("#voorbeeld [data-part=count]")
    expect(count).to_have_class("count")
    page.locator("#story-did").fill("é " * 20 + "é" * 1960)
    expect(count).to_have_text(words.contribute_count_over.format(count=301, most=300))
    expect(page.locator("#voorbeeld [data-part=issue-long]")).to_be_visible()
    issue = page.locator("#voorbeeld [data-way=issue]")
    assert issue.get_attribute("href").endswith("&body=")
    expect(issue).to_have_attribute("target", "_blank")  # what was written stays, also for who comes back


def test_from_a_pattern_the_page_begins_with_it_and_an_opened_door_comes_into_view(open_page, read_along):
    page = open_page(viewport=PHONE)
    words = read_along(page, "nl", "?pattern=70#fout")
    about = page.locator("#contribute-about")
    expect(about).to_contain_text(f"{words.contribute_about} 70 ")
    expect(about).to_be_in_viewport()
    assert page.evaluate("scrollY") == 0
    expect(page.locator("#fout")).to_have_attribute("open", "")
    for link in (about.locator("a").first, page.locator("#correction-sentence-help a")):
        expect(link).to_have_attribute("target", "_blank")
        expect(link).to_have_attribute("href", re.compile(r"/p/70/$"))
    page.goto(page.url.partition("?")[0] + "#voorbeeld")
    expect(page.locator("#contribute-about")).to_be_hidden()
    page.locator("#fout > summary").click()
    expect(page.locator("#voorbeeld")).not_to_have_attribute("open", "")
    expect(page.locator("#fout h3").first).to_be_in_viewport()


@pytest.mark.parametrize("edition", EDITIONS)
def test_who_looks_something_up_keeps_what_was_written(page, read_along, edition):
    words = read_along(page, edition, "?pattern=70#voorbeeld")
    privacy = page.locator("main a[href$='#schrijven']")
    expect(privacy).not_to_have_attribute("target", "_blank")
    page.locator("#story-did").fill(STORY["did"])
    links = page.locator("#voorbeeld a[href]:not([download], [data-way], [href^='#'])")
    assert links.count() >= 2
    assert all(words.contribute_about_opens in text for text in links.all_inner_texts())
    for link in [*links.all(), privacy]:
        with page.expect_popup() as opened:
            link.click()
        opened.value.close()
    expect(page.locator("#story-did")).to_have_value(STORY["did"])


@pytest.mark.parametrize("edition", EDITIONS)
def test_without_scripts_the_questions_go_into_a_mail(open_page, read_along, edition):
    page = open_page(java_script_enabled=False)
    read_along(page, edition)
    for key, form in forms().items():
        door = f"[data-form={key}]"
        page.locator(f"{door} > summary").click()
        expect(page.locator(f"{door} form")).to_be_hidden()
        expect(page.locator(f"{door} pre")).to_have_text(blank(form, edition))
        assert sent(page, door) == blank(form, edition)
        assert page.locator(f"{door} [download]").get_attribute("href").endswith(f"downloads/form-{key}.docx")
    text = page.locator("main").inner_text()
    assert "Een teamleider" in text
    assert "+31 20 123 45 67" in text


@pytest.mark.parametrize("edition", EDITIONS)
def test_without_a_publisher_it_says_that_nobody_reads_along(page, site_address, edition):
    words = Labels(edition)
    page.goto(site_address + KINDS[f"contribute {edition}"] + "#voorbeeld")
    expect(page.locator("main")).to_contain_text(words.contribute_not_yet_account)
    expect(page.locator(".in-short")).not_to_contain_text(words.contribute_reads)
    expect(page.locator("#voorbeeld .sending")).to_contain_text(words.contribute_unread_text)
    assert page.locator("main a[href^='mailto:']").count() == 0
    told = page.locator("main").inner_text()
    assert words.contribute_welcome not in told
    assert words.contribute_choose_way not in told
    assert words.contribute_not_yet_account in told or words.contribute_not_yet in told
    page.locator("#story-stuck").fill("Het liep vast.")
    way = page.locator("#voorbeeld [data-way=issue]")
    expect(way).to_have_attribute("href", re.compile("liep%20vast"))
    assert "[1] " in unquote(way.get_attribute("href"))


def test_what_the_page_needs_is_light_and_only_there(page, site_address):
    fetched = {}
    page.on("requestfinished", lambda request: fetched.update({request.url: request.response().body()}))
    page.goto(site_address + KINDS["contribute nl"], wait_until="load")
    expect(page.locator("#voorbeeld form")).to_have_class("needs-module ready")
    data = page.locator("#contribute-data").evaluate("script => script.textContent").encode()
    scripts = [body for address, body in fetched.items() if address.endswith(".js")]
    assert sum(len(gzip.compress(one, mtime=0)) for one in [*scripts, data]) <= MOST
    assert [address for address in fetched if "/contribute/" in address]
    fetched.clear()
    page.goto(site_address + KINDS["full pattern nl"], wait_until="load")
    assert [address for address in fetched if "contribute" in address] == []
    page.get_by_role("complementary").get_by_role("link", name=Labels("nl").seen_it).click()
    expect(page.locator("#story-pattern")).not_to_have_value("")
