"""Prose as HTML: each `prose/<name>.md` becomes `prose/<name>.html`. A new test is a new pair of files."""

from pathlib import Path

import pytest

from macros.rendering.prose import Prose

CASES = sorted(Path(__file__).with_name("prose").glob("*.md"))


@pytest.fixture
def prose():
    known = {"look-first": "Eerst <kijken>"}
    return Prose(lambda key, section: (f"../{key}/#{section}", known[key]) if key in known else None)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_prose(case, prose):
    assert prose.block(case.read_text("utf-8")) + "\n" == case.with_suffix(".html").read_text("utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_words_alone_hold_no_tag(case, prose):
    text = case.read_text("utf-8")
    plain = prose.plain(text)
    assert "\n" not in plain
    assert "<a " not in plain
    assert "<p>" not in plain


def test_a_list_item_is_one_run_of_words(prose):
    assert prose.inline("een\n\n- twee *drie*") == "een - twee <em>drie</em>"


def test_plain_words_keep_their_signs(prose):
    assert prose.plain("R&D [[look-first]]: 5 < 6 *echt*") == "R&D Eerst <kijken>: 5 < 6 echt"
