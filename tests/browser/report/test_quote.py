"""A sentence that is selected can be copied as a quotation, with its reference in the chosen style."""

import pytest
from playwright.sync_api import expect

from tests.browser.report.conftest import permalink

SELECT = """element => {
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
FIRST = ".pattern-problem p"


@pytest.fixture
def quoted(pattern_page, clip, words):
    """Select a part of the text of a pattern, copy it as a quotation in a style, and read the clipboard."""

    def quote(style, part=FIRST):
        page = pattern_page()
        page.locator(".report-choices").evaluate("details => { details.open = true }")
        page.select_option(".report [name=style]", style)
        page.locator(part).first.evaluate(SELECT)
        page.get_by_role("button", name=words.copy_quote).click()
        expect(page.locator(".report [role=status]")).to_contain_text(words.copied_quote)
        return page.locator(part).first.inner_text(), clip()

    return quote


def test_a_quotation_in_the_text_stands_before_its_brackets(quoted, edition):
    sentence, copied = quoted("in_text")
    label = {"nl": "patroon 70", "en": "pattern 70"}[edition]
    assert copied.text.startswith(f"“{sentence.removesuffix('.')}” (")
    assert copied.text.endswith(f", {label}).")
    assert copied.tree.text_content().startswith(f"“{sentence.removesuffix('.')}” (")


def test_a_quotation_with_author_and_year_brings_the_reference_of_the_list(quoted, edition):
    _sentence, copied = quoted("author_date")
    inside, listed = copied.text.split("\n\n")
    assert inside.endswith(").")
    assert permalink(70, edition) in listed
    assert permalink(70, edition) in copied.links()


def test_a_quotation_of_the_summary_has_a_note(quoted, edition):
    sentence, copied = quoted("note", ".pattern-summary")
    assert copied.text.startswith(f"“{sentence}”\n\n")
    assert permalink(70, edition) in copied.text
    assert permalink(70, edition) in copied.links()


def test_the_button_is_there_only_while_something_of_the_text_is_selected(pattern_page, words):
    page = pattern_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    button = page.get_by_role("button", name=words.copy_quote)
    page.locator("h2#rapport").evaluate(SELECT)
    page.wait_for_function("() => getSelection().toString()")
    expect(button).to_have_count(0)
    page.locator(FIRST).first.evaluate(SELECT)
    expect(button).to_be_visible()
    assert any(url.endswith("/report/quote.js") for url in asked), "it is fetched when something is selected"
    page.evaluate("getSelection().removeAllRanges()")
    expect(button).to_have_count(0)


def test_one_comes_to_the_button_with_the_keyboard(pattern_page, words, clip):
    page = pattern_page()
    page.locator(FIRST).first.evaluate(SELECT)
    button = page.get_by_role("button", name=words.copy_quote)
    button.wait_for()
    for _link in range(40):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".report [role=status]")).to_contain_text(words.copied_quote)
    assert clip().text.startswith("“")
