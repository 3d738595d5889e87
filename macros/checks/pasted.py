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
_MARK: Final = re.compile(r"\s*(?:#|\||```|===|---|[-–—*+•·●▪◦‣∙]\s|\d{1,2}[.)]\s)")
"""How each line begins that is one of these four; others may begin so too."""
_ENDED: Final = re.compile(r"(?:[.:;!?]['\"’”]?|[>|][-+]?)\s*$")
"""How a line ends after which a list can begin: a sentence, or the mark that opens a block."""
_NUMBER: Final = re.compile(r"\s*(?:[-–] ?)?\d{1,4}(?: ?[-–])?\s*$")
_CUT: Final = re.compile(r"[^\W\d]-\s*$")
_CUT_SOMEWHERE: Final = re.compile(r"-(?<=[^\W\d]-)[^\S\r\n]*[\r\n]")
"""What a file holds where one of its lines ends in a cut word."""
_SUSPENDED: Final = re.compile(r"\s*(?:en|of|tot|and|or|to)\b")
"""What may follow a hyphen at the end of a word: *voor- en nadelen*."""
_AROUND: Final = re.compile(r"([“”„‘«\"]).*[“”’»\"]", re.DOTALL)
_LIGATURES: Final = re.compile("[\ufb00-\ufb06\u0132\u0133\u01c4-\u01cc]")
_NAMES: Final = {"name", "term", "keywords", "also"}
"""Fields that stand in titles, lists and citations, where quotation marks around the whole are none of the text."""


def texts_have_no_layout(language: Language) -> Iterator[Finding]:
    """A text holds no headings, tables or lists that its field does not show; the first of them is reported."""
    for document in _documents(language):
        for loc, text in document.texts:
            if _MARK.match(text):
                if _has_bullet(loc, text):
                    yield Finding(document.place(loc), "layout.bullet", written=text.split("\n", 1)[0])
                elif (_HEADING.match(text) or _TABLE.match(text)) and len(document.lines(loc)) <= 1:
                    yield Finding(document.place(loc), "layout.heading", written=text)
        for loc, text in document.long_texts:
            for number, (before, line) in enumerate(pairwise(document.lines(loc)), document.values[loc][0] + 1):
                if not _MARK.match(line) or _has_bullet(loc, text):
                    continue
                if message := _layout(before, line.strip(), text, is_item=isinstance(loc[-1], int)):
                    yield Finding(document.file.place_at(number, _column(line)), message, written=line.strip())
                    break


def _has_bullet(loc: Loc, text: str) -> bool:
    return isinstance(loc[-1], int) and _ITEM_MARK.match(text) is not None


def _layout(before: str, line: str, text: str, *, is_item: bool) -> str:
    """Return the message for what a line of a text is, seen from the line before it; empty for plain words."""
    if _HEADING.match(line) or _TABLE.match(line):
        return "layout.heading"
    if _LIST.match(line) and _ENDED.search(before) and line not in text.split("\n"):
        return "layout.item" if is_item and line.startswith("- ") else "layout.list"
    return ""


def texts_are_not_cut(language: Language) -> Iterator[Finding]:
    """A text holds no word broken at the end of a line, and no line with only the number of a page."""
    for document in _documents(language):
        may_be_cut = _CUT_SOMEWHERE.search(document.text)
        for loc, _text in document.long_texts:
            lines, first = document.lines(loc), document.values[loc][0]
            for number, (line, following) in enumerate(pairwise(lines if may_be_cut else ()), first):
                if _CUT.search(line) and not _SUSPENDED.match(following):
                    words = f"{line.split()[-1]} {following.split()[0]}" if following.split() else line.split()[-1]
                    column = len(line.rstrip()) - len(line.split()[-1]) + 1
                    yield Finding(document.file.place_at(number, column), "cut-word", written=words)
            for number, line in enumerate(lines[1:], first + 1):
                if _NUMBER.match(line):
                    yield Finding(document.file.place_at(number, _column(line)), "page-number", written=line.strip())


def names_are_not_quoted(language: Language) -> Iterator[Finding]:
    """A name or keyword has no quotation marks around it."""
    for document in _documents(language):
        for loc, text in document.texts:
            if _AROUND.fullmatch(text):
                named = next((step for step in reversed(loc) if isinstance(step, str)), "")
                if named in _NAMES:
                    yield Finding(document.place(loc), "quoted-name", {}, text, Advice((text[1:-1],)))


def quotation_marks_are_pairs(language: Language) -> Iterator[Finding]:
    """A text has no straight quotation mark without the other of its pair."""
    for document in _documents(language):
        for loc, text in document.texts if '"' in document.text else ():
            if '"' in text and text.count('"') % 2:
                yield Finding(document.place_within(loc, '"'), "stray-quote", written=text)


def letters_are_whole(language: Language) -> Iterator[Finding]:
    """No two letters stand in a text as one character: who searches for the word would not find it."""
    for document in _documents(language):
        # A letter may also be written with a backslash and its number.
        if "\\" not in document.text and not _LIGATURES.search(document.text):
            continue
        for loc, text in document.texts:
            for match in _LIGATURES.finditer(text):
                advice = Advice((unicodedata.normalize("NFKC", match.group()),))
                yield Finding(document.place_within(loc, match.group()), "ligature", {}, match.group(), advice)


def _documents(language: Language) -> Iterator[Document]:
    """Yield the files that the schema accepts: of the others it says itself what is wrong with a text."""
    for document in (*(pattern.document for pattern in language.patterns.values()), *language.data_files.values()):
        if not isinstance(document.data, str):  # a file that is one text has no field
            yield document


def _column(line: str) -> int:
    return len(line) - len(line.lstrip()) + 1
