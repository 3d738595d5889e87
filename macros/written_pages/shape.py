"""Limits on the shape of a page, looked at before its Markdown is read.

Python-Markdown takes time with the square of a paragraph's length or worse where brackets stay open, and calls itself
for each list or quotation inside another. Within these limits a page of the largest size is read in seconds.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from macros.findings.finding import MAX_FINDINGS, Finding, Hole
from macros.yaml.text_file import TextFile

MAX_PARAGRAPH: Final = 4000
"""Characters between two empty lines; no text of a pattern may be longer either."""
MAX_OPEN: Final = 8
"""Brackets open at once within a paragraph."""
MAX_NESTED: Final = 6
"""Lists and quotations inside one another."""
MAX_INDENT: Final = 40
"""Columns before the first character of a line."""
MAX_FENCES: Final = 200
"""Lines that begin or end a block of code or a fold."""

_PARAGRAPH: Final = re.compile(r"\S(?:[^\n]|\n(?![ \t]*(?:\n|\Z)))*")
_BRACKET: Final = re.compile(r"\\.|[\[\](){}<>]", re.DOTALL)
_NESTED: Final = re.compile(
    rf"^[ \t]*(?:(?:>|[-+*][ \t]|[0-9]{{1,9}}[.)][ \t])[ \t]*){{{MAX_NESTED + 1}}}", re.MULTILINE
)
_INDENT: Final = re.compile(rf"^[ \t]{{{MAX_INDENT + 1}}}(?=[ \t]*\S)", re.MULTILINE)
_FENCE: Final = re.compile(r"^[ \t]*(?:`{3}|~{3}|/{3})", re.MULTILINE)
_FOLD: Final = re.compile(
    r"^(?P<before>[ \t>]*)(?P<mark>/{3,})[ \t]*details\b(?P<title>[ \t]*\|[ \t]*\S)?.*"
    r"(?P<option>\n(?P=before)(?: {4}|\t)[ \t]*\S)?",
    re.MULTILINE,
)
_CLOSES: Final = {")": "(", "]": "[", "}": "{", ">": "<"}


def shape_findings(file: TextFile) -> list[Finding]:
    """Return what keeps a page from being read in time, each at its place."""
    return list(islice(_findings(file), MAX_FINDINGS))


def _findings(file: TextFile) -> Iterator[Finding]:
    for message, most, found in (
        ("page-shape.nested", MAX_NESTED, _NESTED.finditer(file.text)),
        ("page-shape.indent", MAX_INDENT, _INDENT.finditer(file.text)),
        ("page-shape.fences", MAX_FENCES, islice(_FENCE.finditer(file.text), MAX_FENCES, MAX_FENCES + 1)),
    ):
        for match in found:
            holes: dict[str, Hole] = {"most": most}
            yield Finding(file.place(match.start()), message, holes)
    yield from _folds(file)
    for paragraph in _PARAGRAPH.finditer(file.text):
        if len(paragraph.group()) > MAX_PARAGRAPH:
            yield Finding(file.place(paragraph.start()), "page-shape.paragraph", {"most": MAX_PARAGRAPH})
        elif (opened := _too_many_open(paragraph.group())) is not None:
            yield Finding(file.place(paragraph.start() + opened), "page-shape.brackets", {"most": MAX_OPEN})


def _folds(file: TextFile) -> Iterator[Finding]:
    """Yield what is wrong with folds. Their options could give an element any attribute, and are read as YAML."""
    for fold in _FOLD.finditer(file.text):
        place = file.place(fold.start("mark"))
        if not fold["title"]:
            yield Finding(place, "page-shape.fold-title")
        if fold["option"]:
            yield Finding(file.place(fold.end("option") - 1), "page-shape.fold-option")
        if not re.compile(rf"^[ \t>]*{fold['mark']}[ \t]*$", re.MULTILINE).search(file.text, fold.end()):
            yield Finding(place, "page-shape.fold-end", written=fold["mark"])


def _too_many_open(paragraph: str) -> int | None:
    """Return where the first bracket stands that is never closed and after which too many others are open, or None."""
    opened: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(paragraph):
        bracket = match.group()
        if bracket in _CLOSES:
            at = next((at for at in range(len(opened) - 1, -1, -1) if opened[at][0] == _CLOSES[bracket]), None)
            del opened[at if at is not None else len(opened) :]
        elif len(bracket) == 1:
            opened.append((bracket, match.start()))
            if len(opened) > MAX_OPEN:
                return opened[0][1]
    return None
