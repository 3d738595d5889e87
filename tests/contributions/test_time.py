"""What people send is read in time that grows as its length does."""

import time

import pytest

from macros.contributions.received import received
from tests.contributions.refused import W, word

HOSTILE = {
    "quotation marks": ">" * 99_000,
    "quoted, without end": ">" * 40_000 + "[begin bijdrage: verhaal, nl, 1]\n" + ("> " * 200 + "\n") * 100,
    "a name without end": "[begin bijdrage: " * 6_000,
    "a heading of hashes": "## a" + "#" * 99_000 + "x",
    "a heading of spaces": "## a" + " " * 99_000 + "x",
}
FIELDS = "<w:sdt>" * 200 + "<w:p/>" * 20_000 + "</w:sdt>" * 200
MOST = 5
"""Seconds of the processor; most of these took twenty and more when they were found."""


@pytest.mark.parametrize("raw", [*map(str.encode, HOSTILE.values()), word(f"<w:document {W}>{FIELDS}</w:document>")])
def test_a_hostile_file_is_read_in_seconds(raw):
    begin = time.process_time()
    received(raw, "bijdrage")
    assert time.process_time() - begin < MOST
