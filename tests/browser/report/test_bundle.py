"""My bundle: put in order, written to, taken along and shared; the same patterns in the same order everywhere."""

import io
import json
import re
from unicodedata import normalize

import lxml.html
import markdown_it
import pytest
from docx import Document
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator
from PIL import Image
from playwright.sync_api import expect
from pypdf import PdfReader

from macros.exports.imprint import LICENCE
from macros.model.editions import EDITIONS, others
from macros.view.labels import Labels
from tests.browser.report.conftest import BUNDLES, permalink, styled

SIX = [70, 12, 7, 66, 1, 83]
HEADING, NOTE = "Voor de <raad> & het college", "Speelde in 2025.\n\n*Zie* hoofdstuk [3]."
KEPT = [
    {"id": 70, "heading": HEADING, "note": NOTE},
    *({"id": number, "heading": "", "note": ""} for number in SIX[1:]),
]
"""What the browser keeps of the bundle of six."""


def names(language, edition, numbers=SIX):
    """Return the titles of patterns as a document has them."""
    by_number = {pattern.id: pattern for pattern in language.patterns.values()}
    return [f"{number} {by_number[number].name(edition)}" for number in numbers]


def shown(page):
    """Return the numbers on the page in their order."""
    return [int(number) for number in page.locator(".bench-list .no").all_text_contents()]


def row(page, number):
    """Return the row of a pattern."""
    return page.locator(".bench-list > li").filter(has=page.locator(".no", has_text=re.compile(f"^{number}$")))


def write(page, number, heading="", note=""):
    """Write a heading and a note."""
    row(page, number).locator("details").evaluate("details => { details.open = true }")
    row(page, number).locator("[name=heading]").fill(heading)
    row(page, number).locator("[name=note]").fill(note)


def do(page, name):
    page.locator(f"[data-do={name}]").click()


def downloaded(page, name, folder):
    """Press a button and return the file that comes of it."""
    with page.expect_download() as download:
        do(page, name)
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


@pytest.fixture
def six(page, site_address, bench):
    """The bundle of six that the first test puts together, as the browser has kept it."""
    page.goto(f"{site_address}assets/images/favicon.svg")
    page.evaluate("kept => localStorage.setItem('bundle', JSON.stringify(kept))", KEPT)
    assert shown(bench()) == SIX
    return page


def test_six_are_put_together_written_to_and_kept(bench, words):
    page = bench()
    for number in (12, 70, 7, 66, 83, 1):
        page.select_option("[name=pattern]", str(number))
        do(page, "add")
    row(page, 70).get_by_role("button", name=words.bundle_up).click()
    row(page, 83).get_by_role("button", name=words.bundle_down).click()
    write(page, 70, HEADING, NOTE)
    assert shown(page) == SIX
    assert json.loads(page.evaluate("localStorage.bundle")) == KEPT


def test_the_same_six_are_copied(six, clip, language, edition, words):
    do(six, "copy")
    expect(six.locator("[data-part=taken]")).to_contain_text(words.copied_bundle)
    copied = clip()
    headings = copied.headings()
    assert headings[0] == ("h2", HEADING)
    assert [text for tag, text in headings if tag == "h3"] == names(language, edition)
    assert [line for line in copied.text.split("\n") if line in names(language, edition)] == names(language, edition)
    assert [one.text_content() for one in copied.tree.xpath("./p/i[starts-with(., $note)]", note=words.bundle_our_note)]
    assert f"{words.bundle_our_note} Speelde in 2025.\n\n*Zie* hoofdstuk [3]." in copied.text
    assert {permalink(number, edition) for number in SIX} <= set(copied.links())


@pytest.mark.parametrize("shape", ["bold", "box"])
def test_the_same_six_are_copied_without_headings(six, clip, language, edition, shape):
    six.select_option("[name=shape]", shape)
    do(six, "copy")
    expect(six.locator("[data-part=taken]")).not_to_be_empty()
    copied = clip()
    assert copied.headings() == []
    bold = [one.text_content() for one in copied.tree.iter("b")]
    assert [one for one in bold if one in names(language, edition)] == names(language, edition)
    assert len(list(copied.tree.iter("td"))) == (6 if shape == "box" else 0)


def test_the_same_six_are_in_markdown(six, tmp_path, language, edition, words):
    file = downloaded(six, "markdown", tmp_path)
    site = "-".join(words.site_name.split())
    assert re.fullmatch(rf"{site}-{words.file_bundle}-{edition}-\d{{4}}-\d\d-\d\d\.md", file.name)
    tokens = markdown_it.MarkdownIt().parse(file.read_text("utf-8"))
    headings = [
        (token.tag, "".join(child.content for child in tokens[place + 1].children or ()))
        for place, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    assert headings[:2] == [("h1", words.bundle_title), ("h2", HEADING)]
    assert [text for tag, text in headings if tag == "h3"] == names(language, edition)
    text = [token for token in tokens if token.type == "inline"]
    note = next(token for token in text if "Zie" in token.content)
    told = [(child.type, child.content) for child in note.children or ()]
    assert told == [("text", "*Zie* hoofdstuk [3].")], "a note is words, whatever it looks like"


def test_the_same_six_are_in_word(six, tmp_path, language, edition, words):
    file = downloaded(six, "word", tmp_path)
    document = Document(str(file))
    paragraphs = styled(document)
    assert paragraphs[:4] == [
        ("Title", words.bundle_title),
        ("Heading 1", HEADING),
        ("Heading 2", names(language, edition)[0]),
        ("Normal", f"{words.bundle_our_note} Speelde in 2025."),
    ]
    assert [text for style, text in paragraphs if style == "Heading 2"] == names(language, edition)
    links = {one.target_ref for one in document.part.rels.values() if one.is_external}
    assert {permalink(number, edition) for number in SIX} <= links
    assert len(document.inline_shapes) == 6, "the picture of each pattern"
    assert all(one.get("descr") for one in document.element.iter(qn("wp:docPr")))
    places = {one.get(qn("w:name")) for one in document.element.iter(qn("w:bookmarkStart"))}
    inside = {one.get(qn("w:anchor")) for one in document.element.iter(qn("w:hyperlink"))} - {None}
    assert inside <= places
    assert inside, "what leads to another of the six stays within the document"
    assert OpenXmlValidator().validate(file).errors == []
    told = document.core_properties
    assert told.title == words.bundle_title
    assert told.created
    assert told.created.year > 2000


def tree(html):
    return lxml.html.fromstring(html)


def told_in_table(table):
    """The numbers of the patterns in a table, and the words that stand across it."""
    cells = [[cell.text_content() for cell in row.iter("td")] for row in table.iter("tr")]
    return [int(row[0]) for row in cells if len(row) == 5], [row[0] for row in cells if len(row) == 1]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_same_six_are_one_table_on_the_clipboard_and_on_paper(six, clip, language, edition, words):
    six.select_option("[name=what]", "table")
    do(six, "copy")
    expect(six.locator("[data-part=taken]")).to_contain_text(words.copied_bundle)
    copied = clip()
    (table,) = copied.tree.iter("table")
    assert told_in_table(table) == (SIX, [HEADING, f"{words.bundle_our_note} Speelde in 2025.", "*Zie* hoofdstuk [3]."])
    rows = [line.split("\t") for line in copied.text.split("\n") if "\t" in line]
    assert [row[0] for row in rows] == [words.number_short, *map(str, SIX)]
    assert LICENCE in copied.links()
    six.emulate_media(media="print")
    six.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = tree(six.locator(".handout").inner_html())
    assert told_in_table(printed.find(".//table")) == told_in_table(table)
    pages = PdfReader(io.BytesIO(six.pdf(format="A4", prefer_css_page_size=True))).pages
    assert len(pages) == 1, "six patterns stand on one side of paper"
    said = normalize("NFKC", pages[0].extract_text()).split()  # "ff" is one sign in some letters
    whole = {words.number_short, *(word for name in names(language, edition) for word in name.split())}
    assert whole <= set(said), "no word is broken"
    assert len([one for one in said if "patterns.example/" in one]) >= 6, "an address breaks behind a / alone"


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_same_six_are_in_short_on_the_clipboard_and_on_paper(six, clip, language, edition, words):
    six.select_option("[name=what]", "brief")
    do(six, "copy")
    expect(six.locator("[data-part=taken]")).to_contain_text(words.copied_bundle)
    copied = clip()
    told = [text for _, text in copied.headings()]
    of_each = [part for name in names(language, edition) for part in (name, words.problem, words.intervention)]
    assert told == [HEADING, *of_each]
    assert copied.links().count(LICENCE) == copied.text.count(LICENCE) == 1, "the licence stands at the end alone"
    six.emulate_media(media="print")
    for what, most in (("brief", 4), ("summary", 2)):
        six.evaluate("what => { document.querySelector('[name=what]').value = what; }", what)
        six.evaluate("dispatchEvent(new Event('beforeprint'))")
        printed = tree(six.locator(".handout").inner_html())
        assert printed.xpath("//h2/text()") == [words.bundle_title]
        assert printed.xpath("//h4/text()") == names(language, edition)
        assert len(printed.xpath("//a[@href = $licence]", licence=LICENCE)) == 1
        assert len(PdfReader(io.BytesIO(six.pdf(format="A4", prefer_css_page_size=True))).pages) <= most


@pytest.mark.parametrize("what", ["table", "brief", "summary"])
def test_the_same_six_are_in_word_in_short(six, tmp_path, language, edition, words, what):
    six.select_option("[name=what]", what)
    file = downloaded(six, "word", tmp_path)
    assert f"-{words(f'file_bundle_{what}')}-{edition}-" in file.name, "the files of one day are told apart"
    assert OpenXmlValidator().validate(file).errors == []
    document = Document(str(file))
    links = {one.target_ref for one in document.part.rels.values() if one.is_external}
    assert {*(permalink(number, edition) for number in SIX), LICENCE} <= links
    assert len(document.inline_shapes) == 0
    if what == "table":
        (table,) = document.tables
        numbers = [row.cells[0].text for row in table.rows if len(row._tr.tc_lst) == 5]
        assert numbers == [words.number_short, *map(str, SIX)]
        assert table.rows[1].cells[0].text == HEADING
    else:
        told = [text for style, text in styled(document) if style == "Heading 2"]
        assert told == names(language, edition)
        assert not [text for style, text in styled(document) if style.startswith("List")]


@pytest.mark.parametrize("what", ["table", "brief", "summary"])
def test_the_same_six_are_in_markdown_in_short(six, tmp_path, language, edition, words, what):
    six.select_option("[name=what]", what)
    text = downloaded(six, "markdown", tmp_path).read_text("utf-8")
    page = tree(f"<main>{markdown_it.MarkdownIt().enable('table').render(text)}</main>")
    if what == "table":
        cells = [[cell.text_content() for cell in row.xpath("./td")] for row in page.xpath("//tr")]
        assert [int(row[0]) for row in cells if row and row[0].isdigit()] == SIX
        assert cells[1] == [HEADING, "", "", "", ""]
        assert cells[3][0] == f"{words.bundle_our_note} Speelde in 2025."
    else:
        assert [one.text_content() for one in page.xpath("//h3")] == names(language, edition)
        assert not list(page.iter("li"))


def test_the_same_six_are_on_paper_each_on_its_own_sheet(six, language, edition, words):
    six.emulate_media(media="print")
    six.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(six.locator(".handout")).to_be_visible()
    expect(six.locator("h1")).to_be_hidden()
    expect(six.locator(".bench")).to_be_hidden()
    assert six.locator(".handout-title").all_text_contents() == names(language, edition)
    assert six.locator(".handout-heading").all_text_contents()[0] == HEADING
    expect(six.locator(".handout")).to_contain_text(f"{words.bundle_our_note} Speelde in 2025.")
    heading, title = (
        six.locator(part).first.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
        for part in (".handout-heading", ".handout-title")
    )
    assert heading > title, "a heading stands above its patterns in size too"


def test_a_print_from_the_browsers_own_menu_is_the_bundle_too(six, tmp_path, language, edition):
    path = tmp_path / "bundle.pdf"
    six.wait_for_load_state("networkidle")
    six.pdf(path=path)
    pages = [page.extract_text() for page in PdfReader(path).pages]
    tops = [line for text in pages for line in text.split("\n")[:2]]
    assert [line for line in tops if line in names(language, edition)] == names(language, edition)


def test_the_print_button_prints(six):
    six.evaluate("globalThis.print = () => { globalThis.printed = true; }")
    do(six, "print")
    six.wait_for_load_state("networkidle")
    assert six.evaluate("globalThis.printed")


def test_the_same_six_open_from_the_address_in_either_language(six, open_page, edition):
    address = six.locator("[name=address]").input_value()
    assert address.endswith(f"{BUNDLES[edition]}?p=70,12,7,66,1,83")
    visitor = open_page()
    visitor.goto(address)
    expect(visitor.locator(".bench-list > li")).to_have_count(6)
    assert shown(visitor) == SIX
    assert visitor.evaluate("localStorage.length") == 0, "a look at another's bundle keeps nothing"
    visitor.locator(".switch").click()
    visitor.wait_for_url(f"**/{BUNDLES[others(edition)[0]]}?p=70,12,7,66,1,83")
    expect(visitor.locator(".bench-list > li")).to_have_count(6)
    assert shown(visitor) == SIX
    expect(visitor.locator(".notice:visible")).to_contain_text(Labels(others(edition)[0]).bundle_guest_address)


def test_a_file_brings_back_the_same_six_with_what_was_written(six, tmp_path, open_page):
    file = downloaded(six, "save", tmp_path)
    visitor = open_page()
    visitor.goto(six.url)
    visitor.locator("[name=file]").set_input_files(file)
    expect(visitor.locator(".bench-list > li")).to_have_count(6)
    assert shown(visitor) == SIX
    expect(row(visitor, 70).locator("[name=heading]")).to_have_value(HEADING)
    expect(row(visitor, 70).locator("[name=note]")).to_have_value(NOTE)
    assert visitor.evaluate("localStorage.length") == 0
    do(visitor, "keep")
    expect(visitor.locator("[data-part=guest]")).to_be_hidden()
    visitor.reload()
    assert shown(visitor) == SIX
    expect(row(visitor, 70).locator("[name=note]")).to_have_value(NOTE)


def test_the_address_is_copied_with_its_link(six, clip):
    do(six, "address")
    expect(six.locator("[data-part=shared]")).not_to_be_empty()
    address = six.locator("[name=address]").input_value()
    copied = clip()
    assert copied.text == address
    assert copied.links() == [address]


def test_the_keyboard_orders_and_removes_and_the_focus_stays(six, words, language, edition):
    first, *_ = names(language, edition)
    down = row(six, 70).get_by_role("button", name=f"{words.bundle_down}: {first}")
    down.focus()
    six.keyboard.press("Enter")
    assert shown(six)[:2] == [12, 70]
    expect(down).to_be_focused()
    said = six.locator("#bench [role=status]").first
    expect(said).to_have_text(words.bundle_moved.format(name=first, place=2, count=6))
    up = row(six, 70).get_by_role("button", name=words.bundle_up)
    up.focus()
    six.keyboard.press("Enter")
    expect(up).to_be_disabled()
    expect(down).to_be_focused()
    row(six, 70).get_by_role("button", name=words.bundle_remove).focus()
    six.keyboard.press("Enter")
    expect(said).to_have_text(words.bundle_removed.format(name=first))
    expect(row(six, 12).get_by_role("button", name=words.bundle_remove)).to_be_focused()
    assert shown(six) == SIX[1:]
    six.get_by_role("button", name=words.bundle_undo).click()
    assert shown(six) == SIX
    expect(row(six, 70).locator("[name=note]")).to_have_value(NOTE)


def test_what_is_written_is_kept_and_comes_back(six):
    six.reload()
    assert shown(six) == SIX
    expect(row(six, 70).locator("[name=heading]")).to_have_value(HEADING)
    expect(row(six, 70).locator("[name=note]")).to_have_value(NOTE)


def test_the_last_pattern_taken_out_leaves_nothing(bench, words):
    page = bench()
    expect(page.get_by_text(words.bundle_empty)).to_be_visible()
    expect(page.locator("[data-do=copy]")).to_be_disabled()
    do(page, "add")
    expect(page.get_by_text(words.bundle_empty)).to_be_hidden()
    page.get_by_role("button", name=words.bundle_remove).click()
    expect(page.get_by_text(words.bundle_empty)).to_be_visible()
    assert page.evaluate("localStorage.length") == 0


def test_a_bundle_from_an_address_never_touches_ones_own_until_asked(bench, words):
    page = bench()
    page.select_option("[name=pattern]", "5")
    do(page, "add")
    bench("?p=70,5,12")
    row(page, 12).get_by_role("button", name=words.bundle_up).click()
    assert page.url.endswith("?p=70,12,5"), "the order goes into the address"
    assert json.loads(page.evaluate("localStorage.bundle"))[0]["id"] == 5
    do(page, "join")
    assert shown(page) == [5, 70, 12]
    assert "?" not in page.url
    bench("?p=70,12")
    expect(page.locator("[data-do=keep]")).to_have_text(words.bundle_replace.format(own=3, count=2))
    notice, intro = page.locator("[data-part=guest]"), page.locator(".text > p").first
    assert notice.bounding_box()["y"] - sum(intro.bounding_box()[side] for side in ("y", "height")) > 8
    do(page, "keep")
    assert shown(page) == [70, 12]
    page.reload()
    assert shown(page) == [70, 12]


def test_every_pattern_fits_in_a_bundle(bench, tmp_path, language, edition):
    numbers = [pattern.id for pattern in language.published()][::-1]
    page = bench(f"?p={','.join(map(str, numbers))}")
    assert shown(page) == numbers
    document = Document(str(downloaded(page, "word", tmp_path)))
    titles = [text for style, text in styled(document) if style == "Heading 1"]
    assert titles == names(language, edition, numbers)


def test_a_text_that_cannot_be_fetched_is_named_and_nothing_is_taken_along(page, bench, words):
    page.route("**/assets/parts/12.json", lambda route: route.abort())
    bench("?p=70,12")
    do(page, "markdown")
    said = page.locator("[data-part=taken]")
    expect(said).to_have_text(words.bundle_missing.format(numbers=12))
    page.unroute("**/assets/parts/12.json")
    with page.expect_download():
        do(page, "markdown")


ASKS = """() => { const leaving = new Event("beforeunload", { cancelable: true });
  dispatchEvent(leaving); return leaving.defaultPrevented; }"""
"""Whether the browser asks before one leaves the page."""


def test_one_is_asked_before_leaving_notes_that_are_kept_nowhere(six, open_page, tmp_path):
    assert not six.evaluate(ASKS), "one's own bundle is kept as it changes"
    visitor = open_page(accept_downloads=True)
    visitor.goto(six.locator("[name=address]").input_value())
    assert not visitor.evaluate(ASKS)
    row(visitor, 12).get_by_role("button").first.click()
    assert not visitor.evaluate(ASKS), "the order stands in the address"
    write(visitor, 70, note=NOTE)
    assert visitor.evaluate(ASKS)
    downloaded(visitor, "save", tmp_path)
    assert not visitor.evaluate(ASKS), "saved as a file"
    write(visitor, 70, note="Anders")
    assert visitor.evaluate(ASKS)
    do(visitor, "keep")
    assert not visitor.evaluate(ASKS), "kept in the browser"


def test_what_was_written_to_anothers_bundle_is_there_after_a_reload(bench, tmp_path):
    page = bench("?p=70,12")
    write(page, 70, HEADING, NOTE)
    row(page, 12).get_by_role("button").first.click()
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    assert shown(page) == [12, 70]
    expect(row(page, 70).locator("[name=note]")).to_have_value(NOTE)
    assert page.evaluate(ASKS), "it is still kept for this tab alone"
    assert page.evaluate("localStorage.length") == 0
    file = downloaded(page, "save", tmp_path)
    page.once("dialog", lambda dialog: dialog.accept())
    bench("?p=1")
    page.locator("[name=file]").set_input_files(file)
    write(page, 12, note="Van het bestand")
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    assert shown(page) == [12, 70]
    expect(row(page, 12).locator("[name=note]")).to_have_value("Van het bestand")


def test_one_is_asked_before_a_file_takes_the_place_of_notes(bench, tmp_path, words):
    page = bench("?p=70")
    file = downloaded(page, "save", tmp_path)
    write(page, 70, note=NOTE)
    asked = []

    def stay(dialog):
        asked.append(dialog.message)
        dialog.dismiss()

    page.once("dialog", stay)
    with page.expect_event("dialog"):
        page.locator("[name=file]").set_input_files(file)
    expect(row(page, 70).locator("[name=note]")).to_have_value(NOTE)
    assert asked == [words.bundle_lose]


def test_numbers_are_typed_as_people_write_them(bench, words):
    page = bench()
    page.fill("[name=numbers]", "70, 12 en 3, 999")
    page.press("[name=numbers]", "Enter")
    assert shown(page) == [70, 12, 3]
    expect(page.locator("[data-part=mistyped]")).to_have_text(words.bundle_unknown.format(named="999"))
    expect(page.locator("[name=numbers]")).to_have_value("999")
    expect(page.get_by_role("status").first).to_have_text(words.bundle_added_many.format(count=3))


def test_numbers_are_found_among_signs_that_nobody_sees(bench):
    page = bench()
    page.fill("[name=numbers]", "\u200e70, 1\u00ad2\u200b, \ufeff\u202a3\u202c")
    page.press("[name=numbers]", "Enter")
    assert shown(page) == [70, 12, 3]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("99", {"bundle_unknown": ["99"]}),
        ("99 12345", {"bundle_unknown_many": ["99", "12345"]}),
        ("abc", {"bundle_no_number": ["‘abc’"]}),
        ("abc, def, 99", {"bundle_unknown": ["99"], "bundle_no_number_many": ["‘abc’", "‘def’"]}),
    ],
)
def test_what_is_no_pattern_is_told_by_the_field_until_something_else_is_done(bench, words, typed, told):
    page = bench("?p=9998")
    other = page.locator("[data-part=unknown]")
    expect(other).to_have_text(words.bundle_unknown.format(named="9998"))
    page.set_viewport_size({"width": 390, "height": 844})
    page.fill("[name=numbers]", f"70 12 3 41, {typed}")
    page.press("[name=numbers]", "Enter")
    alert = page.locator("[data-part=mistyped]")
    sentences = " ".join(words(key).format(named=words.listing(named)) for key, named in told.items())
    expect(alert).to_have_text(sentences)
    expect(alert).to_be_in_viewport()
    expect(page.locator("[name=numbers]")).to_have_accessible_description(sentences)
    expect(other).to_be_hidden()
    row(page, 12).get_by_role("button", name=words.bundle_down).click()
    expect(alert).to_be_hidden()
    page.press("[name=numbers]", "Enter")
    expect(alert).to_be_visible()
    do(page, "address")
    expect(alert).to_be_hidden()


def test_patterns_that_were_in_it_are_told_once_too(bench, words):
    page = bench("?p=70,12")
    page.fill("[name=numbers]", "70, 12, 3")
    page.press("[name=numbers]", "Enter")
    name = page.locator(".bench-list li").last.locator("a").inner_text()
    said = [words.bundle_added.format(name=name), words.bundle_there_many.format(count=2)]
    expect(page.get_by_role("status").first).to_have_text(" ".join(said))


@pytest.mark.parametrize(("scheme", "chosen"), [("light", ""), ("dark", ""), ("light", "dark"), ("dark", "light")])
def test_a_picture_stands_on_the_paper_of_the_page(open_page, site_address, scheme, chosen):
    page = open_page(color_scheme=scheme)
    page.goto(f"{site_address}bundel/?p=70")
    page.evaluate("chosen => chosen && (document.documentElement.dataset.scheme = chosen)", chosen)
    tile = page.locator(".bench-list .tile")
    tile.wait_for()
    expected = tile.evaluate(
        """tile => {
          const canvas = document.createElement("canvas").getContext("2d");
          canvas.fillStyle = getComputedStyle(tile).backgroundColor;
          canvas.fillRect(0, 0, 1, 1);
          return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
        }"""
    )
    shot = Image.open(io.BytesIO(tile.screenshot())).convert("RGB")
    corner = list(shot.crop((4, 2, 5, 3)).tobytes())
    assert max(abs(one - other) for one, other in zip(corner, expected, strict=True)) <= 3, (corner, expected)
    assert (max(corner) < 90) == ((chosen or scheme) == "dark")


@pytest.mark.parametrize(
    ("typed", "numbers", "unknown"),
    [
        ("patroon 70, 12, 44", [70, 12, 44], []),
        ("#70 #12", [70, 12], []),
        ("nr. 70 en nr. 12", [70, 12], []),
        ("70 12, 44 en 99 abc", [70, 12, 44], ["99", "abc"]),
        ("Niemand zegt nee, hopla falderie", [70], ["hopla falderie"]),
    ],
)
def test_marks_words_and_names_around_numbers_are_understood(page, site_address, typed, numbers, unknown):
    page.goto(f"{site_address}bundel/")
    page.locator("#bench.ready").wait_for()
    page.fill("[name=numbers]", typed)
    page.press("[name=numbers]", "Enter")
    assert shown(page) == numbers
    expect(page.locator("[name=numbers]")).to_have_value(", ".join(unknown))


def test_one_is_asked_where_the_browser_keeps_nothing(bench):
    page = bench()
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    do(page, "add")
    assert page.evaluate(ASKS)
    page.locator("[data-act=remove]").click()
    assert not page.evaluate(ASKS)


def test_without_javascript_the_page_says_what_can_be_done(open_page, site_address, words, edition):
    page = open_page(java_script_enabled=False)
    page.goto(site_address + BUNDLES[edition])
    expect(page.get_by_text(words.bundle_needs_script)).to_be_visible()
    expect(page.locator("#bench")).to_be_hidden()


def test_each_row_shows_the_picture_of_its_pattern(six):
    for number in SIX:
        picture = row(six, number).locator(".tile img")
        expect(picture).to_be_visible()
        assert picture.get_attribute("src").endswith(f"p/{number}/{number}.svg")
