"""Tests that what is pasted is found whatever ends the lines of a file."""

import pytest

from macros.checks import check
from tests.tools.languages import CASE_AT, small_language

PASTED = "  problem: >-\n    Zolang nie-\n    mand kiest, gebeurt er niets.\n    12\n    En meer.\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_a_word_that_is_cut_and_the_number_of_a_page_are_found(tmp_path, end):
    file = small_language(tmp_path / "language") / CASE_AT.with_name("choose-and-go.yml")
    before, problem, after = file.read_text("utf-8").partition("  problem: ")
    text = before + PASTED + after.partition("\n")[2]
    assert problem
    file.write_bytes(text.replace("\n", end).encode())
    found = [finding.message for finding in check(tmp_path / "language").findings]
    assert {"cut-word", "page-number"} <= set(found)
