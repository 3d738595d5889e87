"""What comes from an address, a file or the browser's storage is checked, and only ever shown as text."""

import json
import os

import pytest
from playwright.sync_api import expect

from tests.hostile.payloads import entries, payloads

(HARM,) = [payload for what, payload in payloads("words") if what == "the page that shows it"]


def shown(page):
    return [int(number) for number in page.locator(".bench-list .no").all_text_contents()]


def assert_unharmed(page):
    assert page.evaluate("globalThis.harm") is None
    assert page.locator("#bench img:not(.tile img), #bench script, .handout img, .handout script").count() == 0


ASKED = [payload for _what, payload in payloads("bundle-addresses")]
ASKED.append({"asked": ",".join(["x"] * 5000), "unknown": ["x"]})


@pytest.mark.parametrize("address", ASKED, ids=lambda address: address["asked"][:40])
def test_unknown_numbers_are_named_and_left_out(bench, address):
    page = bench(f"?p={address['asked']}")
    assert shown(page) == address.get("numbers", [])
    unknown = address.get("unknown", [])
    said = page.locator("[data-part=unknown]")
    if unknown:
        expect(said).to_be_visible()
        for one in unknown:
            expect(said).to_contain_text(one)
    else:
        expect(said).to_be_hidden()
    assert_unharmed(page)


def file_of(patterns, **more):
    return json.dumps({"format": "samenwerkpatronen-bundle", "version": 1, "patterns": patterns, **more})


SAYS = {"another version": "bundle_other_version", "no bundle": "bundle_no_bundle"}


@pytest.mark.parametrize("attacks", SAYS)
def test_a_file_that_is_no_bundle_of_this_version_is_refused_and_changes_nothing(bench, words, attacks):
    page = bench("?p=12")
    said = page.locator("[data-part=shared]")
    for text in [payload for what, payload in payloads("bundle-files") if what == attacks]:
        said.evaluate("said => { said.textContent = '' }")
        page.locator("[name=file]").set_input_files({"name": "b.json", "mimeType": "x/y", "buffer": text.encode()})
        expect(said).to_have_text(words(SAYS[attacks]))
        assert shown(page) == [12], text
    assert_unharmed(page)


def test_a_file_that_cannot_be_read_is_told(bench, words):
    page = bench("?p=12")
    page.evaluate("() => { File.prototype.text = () => Promise.reject(new DOMException('gone', 'NotReadableError')); }")
    page.locator("[name=file]").set_input_files({"name": "b.json", "mimeType": "x/y", "buffer": b"{}"})
    expect(page.locator("[data-part=shared]")).to_have_text(words.bundle_unreadable)


def test_a_large_file_is_refused_before_it_is_read(bench, words, tmp_path):
    page = bench()
    page.evaluate("() => { File.prototype.text = () => { globalThis.harm = 'read'; }; }")
    large = tmp_path / "b.json"
    large.touch()
    os.truncate(large, 50_000_000)
    page.locator("[name=file]").set_input_files(large)
    expect(page.locator("[data-part=shared]")).to_have_text(words.bundle_too_big)
    assert_unharmed(page)


def test_a_file_that_is_too_large_is_refused(bench, words):
    page = bench()
    large = file_of([{"id": 70, "note": "x" * 2_000_001}]).encode()
    page.locator("[name=file]").set_input_files({"name": "b.json", "mimeType": "x/y", "buffer": large})
    expect(page.locator("[data-part=shared]")).to_have_text(words.bundle_too_big)


def test_harm_in_a_file_stays_text_everywhere(bench, clip):
    page = bench()
    patterns = [
        {"id": 70, "heading": HARM, "note": f"{HARM}\u0000\u202e\ud83d"},
        {"id": "70", "heading": []},
        {"id": {"id": 1}},
        None,
        12,
        {"id": 12, "heading": 5, "note": {"a": 1}},
        {"id": 4321},
    ]
    page.locator("[name=file]").set_input_files(
        {"name": "b.json", "mimeType": "application/json", "buffer": file_of(patterns).encode()}
    )
    expect(page.locator(".bench-list > li")).to_have_count(2)
    assert shown(page) == [70, 12]
    expect(page.locator("[data-part=unknown]")).to_contain_text("4321")
    expect(page.locator("[name=heading]").first).to_have_value(HARM)
    expect(page.locator("[name=note]").first).to_have_value(HARM)
    expect(page.locator("[name=note]").nth(1)).to_have_value("")
    page.locator("[data-do=copy]").click()
    expect(page.locator("[data-part=taken]")).not_to_be_empty()
    copied = clip()
    assert not list(copied.tree.iter("img", "script"))
    assert HARM in copied.tree.text_content()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".handout-heading").first).to_have_text(HARM)
    page.locator("[data-do=keep]").click()
    page.reload()
    assert_unharmed(page)


def test_what_the_browser_kept_is_not_trusted(bench):
    page = bench()
    for entry in entries("bundle-storage"):
        for kept in entry["payloads"]:
            page.evaluate("kept => localStorage.setItem('bundle', kept)", kept)
            page.reload()
            page.locator("#bench.ready").wait_for()
            assert shown(page) == entry.get("numbers", []), kept
            assert_unharmed(page)
