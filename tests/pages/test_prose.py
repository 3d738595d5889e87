"""Prose as HTML: each `prose/<name>.md` becomes `prose/<name>.html`. A new test is a new pair of files."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.view.blocks import Reader, plain
from macros.view.prose import MARKED, Prose

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


@given(st.text("ab -+>1.)&<#!`'é", max_size=20))
def test_text_that_is_not_parsed_is_what_parsing_would_have_made_of_it(text):
    unparsed = Prose(lambda _key, _section: None)
    parsed = unparsed._clean(unparsed._parser.render(text, unparsed._environment()))
    if not MARKED.search(text):
        assert unescape(re.sub("<[^>]*>", "", unparsed.block(text))) == unescape(re.sub("<[^>]*>", "", parsed))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_words_alone_are_the_same_for_pages_and_for_files(case, prose):
    text = case.read_text("utf-8")
    assert prose.plain(text) == " ".join(plain(Reader(prose._resolve).runs(text)).split())
