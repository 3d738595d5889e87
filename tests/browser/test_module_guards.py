"""Every guard of the tables, quotations and the check of references is needed: switched off, it lets something through.

A module is asked on a page of the site, as its scripts ask it, and then once more with the guard taken out of it.
"""

import pytest
from playwright.sync_api import expect

from tests.browser.test_client_guards import asked_again, large_file_is_unread, without

HARM = "<img src=x>"
ROW = '{html: "", text: "", markdown: ""}'
TABLE = f'module.tableOf([{{heading: "%s", note: "", part: {{row: {ROW}}}}}], {ROW}, "")'
QUOTED = f'module.quotation("{HARM}", "nl", "in_text", () => ({ROW})).html.includes("<img")'
WORDS = """(() => {{
  const element = document.createElement("p");
  const index = {{ rules: {{ stems: new Map(), endings: [], replace: [] }} }};
  const asked = {{ stems: new Map([{matched}]), weights: new Map([["woord", 1]]) }};
  module.markWords(element, "{harm}", index, asked);
  return element.querySelector("img") === null;
}})()"""
CITED = """module.citationsIn({pasted}, {{ hosts: ["x.example"], root: "/", roots: {{ nl: "" }}, edition: "nl",
  pages: {{ "patronen/een/": 70 }}, labels: {{ nl: "Patroon" }}, months: [[]] }})"""

GUARDS = {
    "a heading of one's own in a table": (
        "report/table.js",
        "cell.firstElementChild?.append(words);",
        "cell.firstElementChild.innerHTML = words;",
        TABLE % HARM + '.element.querySelector("img") === null',
    ),
    "a heading with a mark of a table": (
        "report/table.js",
        "markdown.push(`| ${escaped(words)} |${OTHERS_EMPTY}`);",
        "markdown.push(`| ${words} |${OTHERS_EMPTY}`);",
        "!" + TABLE % "a | b" + '.markdown.includes("a | b")',
    ),
    "the words of a quotation": (
        "report/quote.js",
        "said.textContent = quoted;",
        "said.innerHTML = quoted;",
        f"!{QUOTED}",
    ),
    "a result that matches nothing": (
        "search/quote.js",
        "element.append(text.slice(done));",
        'element.insertAdjacentHTML("beforeend", text.slice(done));',
        WORDS.format(harm=HARM, matched=""),
    ),
    "what stands before a match": (
        "search/quote.js",
        "element.append(text.slice(done, found.index), mark);",
        'element.insertAdjacentHTML("beforeend", text.slice(done, found.index)); element.append(mark);',
        WORDS.format(harm=f"{HARM} woord", matched='["woord", "woord"]'),
    ),
    "a text of a whole book": (
        "check/citations.js",
        "    .slice(0, LONGEST)\n",
        "",
        CITED.format(pasted='"x ".repeat(100_001) + "/p/70/"') + ".length === 0",
    ),
    "a host that is only alike": (
        "check/citations.js",
        r'one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")',
        "one",
        CITED.format(pasted='"https://xyexample/patronen/een/"') + ".length === 0",
    ),
    "an address without an end": (
        "check/citations.js",
        "written: whole.slice(0, SHOWN)",
        "written: whole",
        CITED.format(pasted='"https://x.example/patronen/" + "y".repeat(5000) + "/"') + "[0].written.length < 200",
    ),
}
"""What is kept out -> the script, its guard, what takes the place of that, and what holds while it is on."""


def serve(page, script, text):
    """Give a page a text in the place of a script of the site."""
    served = {"body": text, "content_type": "text/javascript"}
    page.route(f"**/assets/scripts/{script}", lambda route: route.fulfill(**served))


@pytest.fixture
def ask(open_page, site_address):
    """Asks a module of the site something, as it is or with another text in its place."""

    def answer(script, asked, text=None):
        page = open_page()
        if text is not None:
            serve(page, script, text)
        page.goto(f"{site_address}over/")
        return page.evaluate(
            f'async () => {{ const module = await import("/assets/scripts/{script}"); return {asked}; }}'
        )

    return answer


@pytest.mark.parametrize("guard", GUARDS.values(), ids=GUARDS)
def test_a_module_needs_each_guard(ask, guard):
    script, old, new, asked = guard
    assert ask(script, asked) is True
    assert ask(script, asked, without(script, old, new)) is False


def unread(page, tmp_path):
    return large_file_is_unread(page, tmp_path, "#check [type=file]", "#check [role=status]")


def texts_are_asked_for_again(page, _tmp_path):
    """Whether the dates are fetched when they can be had again."""
    page.route("**/texts.json", lambda route: route.abort())
    page.locator("#check textarea").fill("/p/70/")
    page.locator("#check button").first.click()
    expect(page.locator("#check [role=status]")).not_to_be_empty()
    return asked_again(page, "texts.json", page.locator("#check button").first.click)


ON_THE_PAGE = {
    "a file of 50 MB": ("report/opened.js", "file.size > LARGEST", "false", unread),
    "dates that could not be fetched": ("check/page.js", "fetched = undefined; //", "//", texts_are_asked_for_again),
}


@pytest.mark.parametrize("guard", ON_THE_PAGE.values(), ids=ON_THE_PAGE)
def test_the_check_of_references_needs_each_guard(open_page, site_address, tmp_path, guard):
    script, old, new, held = guard
    for text in (None, without(script, old, new)):
        page = open_page()
        if text is not None:
            serve(page, script, text)
        page.goto(f"{site_address}nakijken/")
        page.locator("#check.ready").wait_for()
        assert held(page, tmp_path) is (text is None)
