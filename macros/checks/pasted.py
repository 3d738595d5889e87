"""Checks on what comes along with a text that is typed or pasted as in Word, and that a field does not show."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from macros.findings.finding import Advice, Finding
from macros.language.language import Language
from macros.yaml.document import Document, Loc

_HEADING: Final = re.compile(r"#{1,6}\s")
_TABLE: Final = re.compile(r"\|.*\||```|={3,}\s*$|-{3,}\s*$")
_LIST: Final = re.compile(r"(?:[-*+•·●▪◦‣∙]|\d{1,2}[.)])\s")
_ITEM_MARK: Final = re.compile(r"(?:[–—•·●▪◦‣∙]|\d{1,2}[.)])\s")
"""A bullet or number behind the dash of a list item."""
_ENDED: Final = re.compile(r"(?:[.:;!?]['\"’”]?|[>|][-+]?)\s*$")
"""How a line ends after which a list can begin: a sentence, or the mark that opens a block."""
_NUMBER: Final = re.compile(r"\s*(?:[-–] ?)?\d{1,4}(?: ?[-–])?\s*$")
_CUT: Final = re.compile(r"[^\W\d]-\s*$")
_SUSPECT: Final = re.compile(
    r"-(?<=[^\W\d]-)[^\S\r\n]*[\r\n]|[\r\n][^\S\r\n]*(?:[-–] ?)?\d{1,4}(?: ?[-–])?[^\S\r\n]*(?:[\r\n]|\Z)"
)
"""What a file must hold somewhere for a line of it to be one of these two."""
_SUSPENDED: Final = re.compile(r"\s*(?:en|of|tot|and|or|to)\b")
"""What may follow a hyphen at the end of a word: *voor- en nadelen*."""
_AROUND: Final = re.compile(r"([“”„‘«\"]).*[“”’»\"]", re.DOTALL)
_LIGATURES: Final = re.compile("[\ufb00-\ufb06\u0132\u0133\u01c4-\u01cc]")
_NAMES: Final = {"name", "term", "keywords", "also"}
"""Fields that stand in titles, lists and citations, where quotation marks around the whole are none of the text."""


def texts_have_no_layout(language: Language) -> Iterator[Finding]:
    """A text holds no headings, tables or lists that its field does not show; the first of them is reported."""
    for document, loc, text in _texts(language):
        is_item = isinstance(loc[-1], int)
        if is_item and _ITEM_MARK.match(text):
            yield Finding(document.place(loc), "layout.bullet", written=text.split("\n", 1)[0])
            continue
        lines = list(_lines(document, loc))
        if not lines and (_HEADING.match(text) or _TABLE.match(text)):
            yield Finding(document.place(loc), "layout.heading", written=text)
        for (_above, before), (number, line) in pairwise(lines):
            if message := _layout(before, line.strip(), text, is_item=is_item):
                yield Finding(document.file.place_at(number, _column(line)), message, written=line.strip())
                break


def _layout(before: str, line: str, text: str, *, is_item: bool) -> str:
    """Return the message for what a line of a text is, seen from the line before it; empty for plain words."""
    if _HEADING.match(line) or _TABLE.match(line):
        return "layout.heading"
    if _LIST.match(line) and _ENDED.search(before) and line not in text.split("\n"):
        return "layout.item" if is_item and line.startswith("- ") else "layout.list"
    return ""


def texts_are_not_cut(language: Language) -> Iterator[Finding]:
    """A text holds no word broken at the end of a line, and no line with only the number of a page."""
    for document, loc, _text in _texts(language, _SUSPECT):
        lines = list(_lines(document, loc))
        for (number, line), (_next, following) in pairwise(lines):
            if _CUT.search(line) and not _SUSPENDED.match(following):
                words = f"{line.split()[-1]} {following.split()[0]}" if following.split() else line.split()[-1]
                column = len(line.rstrip()) - len(line.split()[-1]) + 1
                yield Finding(document.file.place_at(number, column), "cut-word", written=words)
        for number, line in lines[1:]:
            if _NUMBER.match(line) and line.strip():
                yield Finding(document.file.place_at(number, _column(line)), "page-number", written=line.strip())


def names_are_not_quoted(language: Language) -> Iterator[Finding]:
    """A name or keyword has no quotation marks around it."""
    for document, loc, text in _texts(language):
        named = next((step for step in reversed(loc) if isinstance(step, str)), "")
        if named in _NAMES and _AROUND.fullmatch(text):
            yield Finding(document.place(loc), "quoted-name", {}, text, Advice((text[1:-1],)))


def quotation_marks_are_pairs(language: Language) -> Iterator[Finding]:
    """A text has no straight quotation mark without the other of its pair."""
    for document, loc, text in _texts(language):
        if text.count('"') % 2:
            yield Finding(document.place_within(loc, '"'), "stray-quote", written=text)


def letters_are_whole(language: Language) -> Iterator[Finding]:
    """No two letters stand in a text as one character: who searches for the word would not find it."""
    for document, loc, text in _texts(language):
        if not text.isascii():
            for match in _LIGATURES.finditer(text):
                advice = Advice((unicodedata.normalize("NFKC", match.group()),))
                yield Finding(document.place_within(loc, match.group()), "ligature", {}, match.group(), advice)


def _texts(language: Language, only: re.Pattern[str] | None = None) -> Iterator[tuple[Document, Loc, str]]:
    """Yield the texts of the files that the schema accepts: of the others it says itself what is wrong with a text.

    Args:
        language: the language.
        only: what a file must hold somewhere; others are left out.
    """
    for document in (*(pattern.document for pattern in language.patterns.values()), *language.data_files.values()):
        if only and not only.search(document.text):
            continue
        for loc, text in document.texts:
            if loc:  # a file that is one text has no field
                yield document, loc, text


def _lines(document: Document, loc: Loc) -> Iterator[tuple[int, str]]:
    """Yield number and text of the lines on which a text stands, when there is more than one."""
    first = document.values[loc][0]
    last = document.ends.get(loc, first)
    for number in range(first, last + 1) if last > first else ():
        if number <= len(document.file.lines):
            yield number, document.file.lines[number - 1].rstrip("\n")


def _column(line: str) -> int:
    return len(line) - len(line.lstrip()) + 1
