"""Words in lines: how a text is broken over the lines of a block or list."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

WIDTH: Final = 140
"""The longest line, in characters; a word that is longer stands alone."""
_ONE_SPACE: Final = re.compile(r"(?<=\S) (?=\S)")
"""Where a line may be broken: more than one space, or another kind of space, is part of the text."""


def can_be_block(value: str) -> bool:
    """Whether a text can stand in a block: nothing in it is lost at the edge of a line."""
    return (
        " " in value
        and value == value.strip()
        and not re.search(r"\n\s*[^\S\n]|[^\S\n]\n|[\t\r\f\v\x85\u2028\u2029]", value)
    )


def fitting(body: list[str], indent: int) -> list[str]:
    """Return the lines of a folded block, each paragraph as it stands when its lines fit.

    Lines that are indented further stand for themselves, and so does all of their block.

    Args:
        body: its lines, without the indentation that all have.
        indent: that indentation.
    """
    if any(line.startswith((" ", "\t")) for line in body):
        return body
    lines: list[str] = []
    for blank, group in groupby(body, key=lambda line: not line):
        rows = list(group)
        fits = blank or all(indent + len(line) <= WIDTH for line in rows)
        lines += rows if fits else rows_of(_ONE_SPACE.split(" ".join(rows)), WIDTH - indent)
    return lines


def filled(value: str, indent: int) -> list[str]:
    """Return the lines of a text as a folded block has them: an empty line for each line break."""
    lines: list[str] = []
    for part in re.split(r"(\n+)", value):
        lines += [""] * len(part) if part.startswith("\n") else rows_of(_ONE_SPACE.split(part), WIDTH - indent)
    return lines


def rows_of(words: Sequence[str], room: int) -> list[str]:
    """Return words in lines, as many on each as fit."""
    rows = [words[0]]
    for word in words[1:]:
        if len(rows[-1]) + 1 + len(word) <= room:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return rows
