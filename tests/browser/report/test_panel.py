"""For your report: every button puts on the clipboard what it promises, as rich and as plain text together."""

import re

import pytest
from playwright.sync_api import expect

from macros.language.addresses import pattern_address
from macros.model.editions import EDITIONS, others
from macros.view.labels import Labels
from tests.browser.report.conftest import BUNDLES, permalink

KEY, NUMBER = "no-one-says-no", 70
REFUSE = """() => {
  navigator.clipboard.write = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  document.execCommand = () => false;
}"""
OLDER = "() => { delete Navigator.prototype.clipboard; }"
NAMES = {"nl": "Niemand zegt nee", "en": "No One Says No"}
DATES = {"nl": "22 november 2026", "en": "22 November 2026"}
UNDATED = {"nl": "z.j.", "en": "n.d."}
EVIDENCE = {"nl": "Gemeld door lezers: nog niet", "en": "Reported by readers: not yet"}


def lowered(name):
    return name[0].lower() + name[1:]


def press(page, words, kind):
    page.locator(".report [role=status]").evaluate("said => { said.textContent = ''; }")
    page.locator(f".report [data-copy={kind}]").click()
    said = words.copied.partition("{")[0] if kind == "footnote" else words(f"copied_{kind}")
    expect(page.locator(".report [role=status]")).to_contain_text(said)


def choose(page, **choices):
    page.locator(".report-choices").evaluate("details => { details.open = true }")
    for name, value in choices.items():
        page.select_option(f".report [name={name}]", value)


def assert_complete(text, edition):
    for needed in (NAMES[edition], str(NUMBER), DATES[edition], UNDATED[edition], EVIDENCE[edition]):
        assert needed in text
    assert permalink(NUMBER, edition) in text


def test_a_link_is_the_permalink_with_the_name(pattern_page, clip, words, edition):
    page = pattern_page()
    press(page, words, "link")
    copied = clip()
    assert copied.text == permalink(NUMBER, edition)
    assert copied.links() == [permalink(NUMBER, edition)]
    assert f"{NUMBER} {NAMES[edition]}" in copied.tree.text_content()


def test_link_and_footnote_lead_to_the_text_of_a_date_when_asked(pattern_page, clip, words, edition, built_site):
    page = pattern_page()
    choose(page, address="dated")
    dated = f"{permalink(NUMBER, edition)}2026-11-22/"
    press(page, words, "link")
    assert clip().text == dated
    press(page, words, "footnote")
    copied = clip()
    assert copied.links()[0] == dated
    assert dated in copied.text
    assert (built_site / dated.removeprefix("https://patterns.example/") / "index.html").is_file()


@pytest.mark.parametrize("style", ["note", "author_date"])
@pytest.mark.parametrize("told_in", EDITIONS)
def test_a_footnote_comes_in_either_style_and_language(pattern_page, clip, words, style, told_in):
    page = pattern_page()
    choose(page, style=style, language=told_in)
    press(page, words, "footnote")
    copied = clip()
    if style == "note":
        assert_complete(copied.text, told_in)
    assert permalink(NUMBER, told_in) in copied.text
    bare = copied.text
    for link in copied.links():
        bare = bare.replace(f" ({link})", "")
    assert copied.tree.text_content() == bare
    assert copied.tree.tag == "span", "it is pasted within a paragraph and makes none of its own"
    assert copied.tree.get("lang") == told_in
    assert permalink(NUMBER, told_in) in copied.links()
    assert copied.tree.findtext(".//i") == (NAMES[told_in] if style == "author_date" else Labels(told_in).site_name)


def test_the_two_styles_differ(pattern_page, clip, words):
    page = pattern_page()
    texts = set()
    for style in ("note", "author_date", "in_text"):
        choose(page, style=style)
        press(page, words, "footnote")
        texts.add(clip().text)
    assert len(texts) == 3
    assert f"({words.site_name}, 2026, {words.pattern.lower()} {NUMBER})" in texts


@pytest.mark.parametrize("kind", ["summary", "pattern"])
def test_a_text_closes_in_the_style_and_with_the_address_that_were_chosen(pattern_page, clip, words, edition, kind):
    page = pattern_page()
    dated = f"{permalink(NUMBER, edition)}2026-11-22/"
    choose(page, style="author_date", address="dated")
    press(page, words, "footnote")
    reference = clip().text
    press(page, words, kind)
    copied = clip()
    assert f"\n\n{reference}\n\n" in copied.text
    assert reference in [paragraph.text_content() for paragraph in copied.tree.iter("p")]
    assert dated in copied.links()
    assert EVIDENCE[edition] in copied.text.rsplit(reference, maxsplit=1)[1]
    assert not list(copied.tree.iter("small")), "a word processor may make it larger than the text"


def test_a_text_for_a_proposal_has_its_parts(pattern_page, clip, words, edition):
    page = pattern_page()
    press(page, words, "proposal")
    copied = clip()
    parts = [words(f"proposal_{part}") for part in ("occasion", "arguments", "caveats", "known")]
    assert [told for _, told in copied.headings()] == [f"{NUMBER} {NAMES[edition]}", *parts, words.cite_as]
    assert_complete(copied.text, edition)
    assert_complete(copied.tree.text_content(), edition)


def test_what_a_proposal_leaves_out_is_said(pattern_page, words):
    page = pattern_page("ask-never-assume")
    press(page, words, "proposal")
    left_out = words.proposal_left_out.split("{count}")[0]
    expect(page.locator(".report [role=status]")).to_contain_text(re.compile(rf"{left_out}\d+\."))
    asked = words.proposal_fill_in.replace("{parts}", f"‘{words.proposal_arguments}’")
    expect(page.locator(".report [role=status]")).to_contain_text(asked)


@pytest.mark.parametrize("kind", ["summary", "pattern"])
@pytest.mark.parametrize("level", [2, 3, 4])
def test_headings_begin_at_the_level_that_was_chosen(pattern_page, clip, words, edition, kind, level):
    page = pattern_page()
    choose(page, shape=str(level))
    press(page, words, kind)
    copied = clip()
    assert_complete(copied.text, edition)
    assert_complete(copied.tree.text_content(), edition)
    first, *others = copied.headings()
    assert first == (f"h{level}", f"{NUMBER} {NAMES[edition]}")
    assert {tag for tag, _ in others} == ({f"h{level + 1}"} if kind == "pattern" else set())
    assert copied.tree.get("lang") == edition


def test_the_whole_pattern_has_its_sections_lists_and_links(pattern_page, clip, words, edition, language):
    page = pattern_page()
    press(page, words, "pattern")
    copied = clip()
    said = [text for _, text in copied.headings()]
    for section in ("signals", "problem", "forces", "intervention", "case", "pitfalls", "question", "basis"):
        assert words(section) in said
        assert words(section) in copied.text
    text = language.patterns[KEY].text(edition)[0]
    assert [item.text_content() for item in copied.tree.findall("ul")[0]] == text.signals
    assert "\n".join(f"- {item}" for item in text.signals) in copied.text
    assert all(link.startswith("https://") for link in copied.links())
    assert permalink(language.patterns["cut-the-knot"].id, edition) in copied.links()
    assert not copied.tree.xpath("//@style | //@class | //@id"), "nothing brings a look along"


def test_without_headings_their_words_are_bold_lines(pattern_page, clip, words, edition):
    page = pattern_page()
    choose(page, shape="bold")
    press(page, words, "pattern")
    copied = clip()
    assert copied.headings() == []
    assert [bold.text_content() for bold in copied.tree.findall("p/b")][:2] == [
        f"{NUMBER} {NAMES[edition]}",
        words.signals,
    ]


@pytest.mark.parametrize("kind", ["summary", "pattern"])
def test_a_box_is_a_table_of_one_cell(pattern_page, clip, words, edition, kind):
    page = pattern_page()
    choose(page, shape="box")
    press(page, words, kind)
    copied = clip()
    (cell,) = copied.tree.iter("td")
    assert copied.tree.find("table").get("border") == "1"
    assert copied.headings() == []
    assert_complete(cell.text_content(), edition)


def test_what_was_copied_is_said_also_a_second_time(pattern_page, words):
    page = pattern_page()
    page.evaluate("""() => {
      globalThis.heard = [];
      const said = document.querySelector(".report [role=status]");
      new MutationObserver(() => heard.push(said.textContent)).observe(said, {childList: true, characterData: true});
    }""")
    for _ in range(2):
        page.get_by_role("button", name=words.copy_summary).click()
        expect(page.locator(".report [role=status]")).not_to_be_empty()
        page.wait_for_timeout(50)
    assert [said for said in page.evaluate("heard") if said] == [
        words.copied.replace("{what}", words.copied_summary)
        + f" {words.style_note}. {words.address_permalink}. {words.shape_2}."
    ] * 2


def test_everything_is_done_with_the_keyboard(pattern_page, clip, words, edition):
    page = pattern_page()
    page.get_by_role("button", name=words.copy_link).focus()
    for _ in range(5):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the choices
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.locator(".report [name=language]")).to_be_focused()
    page.keyboard.press("ArrowDown")
    for _ in range(6):
        page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name=words.copy_footnote)).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator(".report [role=status]")).to_contain_text(lowered(words.style_note))
    assert_complete(clip().text, others(edition)[0])


def test_an_older_browser_copies_both_kinds_too(pattern_page, words, edition):
    page = pattern_page()
    page.evaluate(OLDER)
    press(page, words, "summary")
    reader = page.context.new_page()
    reader.goto(page.url)
    kinds = reader.evaluate("""async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(item.types.map(async (type) => (await item.getType(type)).text()));
    }""")
    assert len(kinds) == 2
    for kind in kinds:
        assert NAMES[edition] in kind
        assert permalink(NUMBER, edition) in kind


def test_where_copying_is_refused_the_text_is_there_selected(pattern_page, words, edition):
    page = pattern_page()
    page.evaluate(REFUSE)
    page.get_by_role("button", name=words.copy_summary).click()
    expect(page.locator(".report [role=status]")).to_have_text(words.copy_refused)
    shown = page.get_by_role("group", name=words.copy_text)
    expect(shown).to_be_visible()
    expect(shown).to_be_focused()
    assert_complete(page.evaluate("getSelection().toString()"), edition)
    assert shown.locator("a").first.get_attribute("href") == permalink(NUMBER, edition)


def test_the_choices_are_remembered_only_when_asked(pattern_page, page):
    pattern_page()
    choose(page, style="author_date", shape="4")
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    expect(page.locator(".report [name=shape]")).to_have_value("2")
    choose(page, shape="3")
    page.locator(".report [name=remember]").check()
    choose(page, shape="bold")
    assert page.evaluate("localStorage.report") == '{"shape":"bold"}', "what nobody chose is not kept"
    pattern_page("cut-the-knot")
    expect(page.locator(".report [name=shape]")).to_have_value("bold")
    page.locator(".report-choices").evaluate("details => { details.open = true }")
    page.locator(".report [name=remember]").uncheck()
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("kept", ["{", '"x"', "[1]", '{"shape": "</select>", "style": {}, "language": "toString"}'])
def test_what_was_remembered_is_not_trusted(pattern_page, page, clip, words, kept):
    pattern_page()
    page.evaluate("kept => localStorage.setItem('report', kept)", kept)
    page.reload()
    press(page, words, "summary")
    assert clip().headings()[0][0] == "h2"


@pytest.mark.parametrize("ending", ["docx", "pdf", "bib", "ris", "json"])
def test_every_file_is_there_and_saved_under_a_name_that_tells_it_apart(pattern_page, edition, ending, words):
    page = pattern_page()
    with page.expect_download() as download:
        page.locator(f".report a[href$='.{ending}']").click()
    slug = {"nl": "niemand-zegt-nee", "en": "no-one-says-no"}[edition]
    named = rf"{'-'.join(words.site_name.split())}-{NUMBER}-{slug}-{edition}-\d{{4}}-\d\d-\d\d\.{ending}"
    assert re.fullmatch(named, download.value.suggested_filename)
    assert download.value.failure() is None


@pytest.mark.parametrize("width", [320, 800])
def test_on_a_narrow_screen_link_footnote_and_bundle_are_in_view(pattern_page, clip, words, edition, width):
    page = pattern_page()
    page.set_viewport_size({"width": width, "height": 700})
    page.reload()
    bar = page.locator(".report-bar")
    expect(bar).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(bar.locator(".bundle-toggle")).to_contain_text(words.in_bundle)
    bar.get_by_role("button", name=words.bar_cite).click()
    expect(bar.locator(".said")).to_contain_text(lowered(words.style_note))
    assert_complete(clip().text, edition)
    for one in bar.locator("button:visible, a").all():
        box = one.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24


def test_on_a_narrow_screen_it_is_said_that_the_pattern_is_in_the_bundle(pattern_page, words, site_address, edition):
    page = pattern_page()
    page.set_viewport_size({"width": 390, "height": 844})
    bar = page.locator(".report-bar")
    said, toggle = bar.get_by_role("status"), bar.locator(".bundle-toggle")
    bar.get_by_role("button", name=words.bar_cite).click()
    expect(said).to_contain_text(lowered(words.style_note))
    toggle.click()
    expect(said).to_have_text(f"{words.bundle_put_in} {words.see_bundle}")
    toggle.click()
    expect(said).to_have_text(words.bundle_taken_out)
    toggle.click()
    said.get_by_role("link").click()
    page.wait_for_url(site_address + BUNDLES[edition])
    expect(page.locator(".bench-list > li")).to_have_count(1)


def test_beside_the_text_it_is_said_as_well(pattern_page, words):
    page = pattern_page()
    page.locator(".report .bundle-toggle").click()
    expect(page.locator(".report").get_by_role("status")).to_have_text(words.bundle_put_in)


def test_where_nothing_can_be_kept_it_is_not_said_to_be_in_the_bundle(pattern_page, words):
    page = pattern_page()
    press(page, words, "link")
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('no'); }; }")
    page.locator(".report .bundle-toggle").click()
    expect(page.get_by_role("link", name=words.bundle_refused)).to_be_focused()
    expect(page.locator(".report").get_by_role("status")).to_be_empty()


def test_the_address_of_a_part_is_copied_beside_its_heading(pattern_page, clip, words, edition):
    page = pattern_page()
    part = page.locator(".pattern-forces")
    heading = part.locator("h2").text_content()
    part.locator(".section-link").click()
    expect(page.locator(".report .said")).to_contain_text(words.copied_section.format(name=heading))
    copied = clip()
    section = part.locator("h2").get_attribute("id")
    assert copied.text == f"{permalink(NUMBER, edition)}#{section}"
    assert copied.links() == [copied.text]
    assert page.url.endswith(f"#{section}")


def test_without_javascript_the_footnote_and_the_permalink_are_there_to_select(
    open_page, site_address, language, edition
):
    page = open_page(java_script_enabled=False)
    page.goto(site_address + pattern_address(language.patterns[KEY], edition))
    expect(page.locator(".report button").first).to_be_hidden()
    shown = page.locator(".report-plain")
    expect(shown).to_be_visible()
    assert_complete(shown.text_content(), edition)
    expect(page.locator(".permalink a")).to_be_visible()


@pytest.mark.parametrize("style", ["author_date", "in_text"])
def test_the_button_says_which_kind_of_reference_it_copies(pattern_page, words, style):
    page = pattern_page()
    button = page.locator(".report [data-copy=footnote]")
    expect(button).to_have_text(words.copy_footnote)
    choose(page, style=style)
    kind = lowered(words(f"style_{style}"))
    expect(button).to_have_text(words.copy_footnote.replace(lowered(words.style_note), kind))
    assert lowered(words.style_note) not in button.inner_text()
    button.click()
    expect(page.locator(".report [role=status]")).to_contain_text(words.copied.replace("{what}", kind))
    page.locator(".report [name=remember]").check()
    page.reload()
    expect(button).to_contain_text(kind)
