"""The references of a bundle: every note, a list whose letters agree with the style, and one file for a manager."""

import json
import re

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import expect

from macros.exports.footnote import footnotes, footnotes_together
from macros.exports.imprint import Imprint
from macros.exports.reference import pattern_reference
from macros.view.blocks import plain

SIX = [70, 12, 7, 66, 1, 8]


@pytest.fixture
def six(bench):
    return bench(f"?p={','.join(map(str, SIX))}")


@pytest.fixture
def references(language, edition):
    """The references of the six in the order of the bundle, with their imprint."""
    imprint = Imprint(language, edition, "https://patterns.example/")
    by_number = {pattern.id: pattern for pattern in language.patterns.values()}
    return [pattern_reference(by_number[number], imprint) for number in SIX], imprint


@pytest.mark.parametrize(("act", "style"), [("references", "author_date"), ("in_text", "in_text")])
def test_the_list_and_what_stands_in_the_text_have_the_same_letters(six, clip, words, references, act, style):
    six.locator(f"[data-do={act}]").click()
    expect(six.locator("[data-part=cited]")).to_contain_text(words(f"copied_{act}"))
    wanted = [plain(getattr(one, style)) for one in footnotes_together(*references)]
    assert "2026f" in wanted[-1]
    assert clip().text.split("\n") == wanted
    assert [line.text_content() for line in clip().tree.iter("p")] == wanted


def test_the_notes_are_in_the_order_of_the_bundle(six, clip, words, references):
    six.locator("[data-do=notes]").click()
    expect(six.locator("[data-part=cited]")).to_contain_text(words.copied_notes)
    some, imprint = references
    assert [line.text_content() for line in clip().tree.iter("p")] == [
        plain(footnotes(one, imprint).note) for one in some
    ]


@pytest.mark.parametrize(
    ("ending", "keys"),
    [
        ("ris", lambda text: [one["id"] for one in rispy.loads(text)]),
        ("bib", lambda text: [one.key for one in parse_string(text).entries]),
        ("json", lambda text: [one["id"] for one in json.loads(text)]),
    ],
)
def test_one_file_holds_them_all(six, ending, keys, tmp_path, references):
    with six.expect_download() as download:
        six.locator(f"[data-do={ending}]").click()
    assert re.search(
        rf"-(bundel-literatuur-nl|bundle-references-en)-[\d-]+\.{ending}$", download.value.suggested_filename
    )
    download.value.save_as(tmp_path / "file")
    assert keys((tmp_path / "file").read_text("utf-8")) == [one.key for one in references[0]]
