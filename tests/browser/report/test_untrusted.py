"""What comes from an address, a file or the browser's storage is checked, and only ever shown as text."""

import json
import os

import pytest
from playwright.sync_api import expect

from tests.hostile.payloads import payloads

HARM = "<img src=x onerror='globalThis.harm = 1'><script>globalThis.harm = 1</script>"


def shown(page):
    return [int(number) for number in page.locator(".bench-list .no").all_text_contents()]


def assert_unharmed(page):
    assert page.evaluate("globalThis.harm") is None
    assert page.locator("#bench img, #bench script, .handout img, .handout script").count() == 0


@pytest.mark.parametrize(
    ("asked", "numbers", "unknown"),
    [
        ("70,999,12", [70, 12], ["999"]),
        ("70,70,12,70", [70, 12], []),
        ("0,-1,1e1,7.0,%200x10,70", [70], ["0", "-1", "1e1", "7.0", "0x10"]),
        ("70, 12", [70, 12], []),
        ("99999999999999999999", [], ["99999999999999999999"]),
        ("%3Cimg%20src%3Dx%20onerror%3Dharm%3D1%3E", [], ["<img src=x onerror="]),
        ("__proto__,constructor", [], ["__proto__", "constructor"]),
        ("", [], []),
        (",".join(["x"] * 5000), [], ["x"]),
    ],
)
def test_unknown_numbers_are_named_and_left_out(bench, asked, numbers, unknown):
    page = bench(f"?p={asked}")
    assert shown(page) == numbers
    said = page.locator("[data-part=unknown]")
    if unknown:
        expect(said).to_be_visible()
        for one in unknown:
            expect(said).to_contain_text(f"“{one}")
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
    expect(page.locator("[data-part=unknown]")).to_contain_text("“4321”")
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


@pytest.mark.parametrize("kept", ["{", "7", '"x"', '{"id": 70}', '[{"id": "<b>"}, null, {"id": 70, "note": 3}]'])
def test_what_the_browser_kept_is_not_trusted(bench, kept):
    page = bench()
    page.evaluate("kept => localStorage.setItem('bundle', kept)", kept)
    page.reload()
    page.locator("#bench").wait_for()
    assert shown(page) == ([70] if kept.startswith("[") else [])
    assert_unharmed(page)
