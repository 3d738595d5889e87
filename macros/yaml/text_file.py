"""One file as text, and the line and column of everything in it."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Final

from macros.findings.finding import MAX_FINDINGS, Finding, Place
from macros.text.characters import hidden_characters, indenting_spaces

_CONFLICT: Final = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
"""The lines that git puts around two versions of the same lines."""


@dataclass
class TextFile:
    """One file as text.

    Attributes:
        path: relative to the repository root, with forward slashes.
        text: in NFC, without a byte order mark; empty when the file cannot be read.
        written: the lines that were not in NFC, as they stand in the file, by number from 1.
        findings: why the file cannot be read, or what in it is refused.
        missing: whether there is no such file.
    """

    path: str
    text: str = ""
    written: dict[int, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    missing: bool = False
    _offsets: dict[int, list[int]] = field(default_factory=dict)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, each with its line break."""
        return self.text.splitlines(keepends=True)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        while after := self.text.find("\n", starts[-1]) + 1:
            starts.append(after)
        return starts

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and column of the text, both from 1; the end for a line after the last."""
        return self._starts[line - 1] + column - 1 if line <= len(self._starts) else len(self.text)

    def place(self, offset: int) -> Place:
        """Return the place of a character of the text, by its offset from 0."""
        line = bisect_right(self._starts, offset)
        return self.place_at(line, offset - self._starts[line - 1] + 1)

    def place_at(self, line: int, column: int) -> Place:
        """Return the place of a line and column of the text, both from 1, as they are counted in the file."""
        if line in self.written:
            offsets = self._offsets.get(line) or self._offsets.setdefault(line, _offsets_in(self.written[line]))
            column = offsets[min(column, len(offsets)) - 1] + 1
        return Place(self.path, line, column)


def _offsets_in(written: str) -> list[int]:
    """Return where each character of a line in NFC begins in the line as it was written, and where the line ends."""
    offsets: list[int] = []
    start, part = 0, ""
    for at, character in enumerate(written):
        joined = unicodedata.combining(character) or (part and _joins(part, character))
        if not joined:
            offsets += [start] * len(part)
            start, part = at, ""
        # Of a long run of marks only as many are put together as can make one letter.
        part = unicodedata.normalize("NFC", part + character) if len(part) < _MOST_MARKS else part + character
    return [*offsets, *[start] * len(part), len(written)]


_MOST_MARKS: Final = 30
"""More marks on one letter than this are no language (Unicode, UAX 15, Stream-Safe Text Format)."""


def _joins(part: str, character: str) -> bool:
    """Whether a letter becomes one with what stands before it, as the parts of a Hangul syllable do."""
    return not (part.isascii() or character.isascii()) and not unicodedata.is_normalized("NFC", part[-1] + character)


def text_from(raw: bytes, path: str) -> TextFile:
    """Return the text of a file's bytes, with a finding for each merge conflict and each hidden character."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        place = Place(path, line, error.start - raw.rfind(b"\n", 0, error.start))
        return TextFile(path, findings=[Finding(place, "encoding")])
    file = TextFile(path, unicodedata.normalize("NFC", text))
    if file.text != text:
        lines = enumerate(text.split("\n"), 1)
        file.written = {at: line for at, line in lines if not unicodedata.is_normalized("NFC", line)}
    file.findings += _conflicts(file)
    for start, character in hidden_characters(file.text):
        file.findings.append(hidden(file.place(start), character))
        if len(file.findings) >= MAX_FINDINGS:
            break
    return file


def _conflicts(file: TextFile) -> list[Finding]:
    """Return a finding for each merge conflict: where it begins, or else where one of its other marks stands."""
    marks = list(_CONFLICT.finditer(file.text)) if "<<<<<<<" in file.text or ">>>>>>>" in file.text else []
    begun = [mark for mark in marks if mark.group().startswith("<")]
    return [
        Finding(file.place(mark.start()), "merge-conflict", written=mark.group())
        for mark in islice(begun or marks, MAX_FINDINGS)
    ]


def spaces_in_indentation(file: TextFile) -> list[Finding]:
    """Return a finding for each line that is indented with another space than the ordinary one."""
    return [
        Finding(file.place(start), "indentation", written=space)
        for start, space in islice(indenting_spaces(file.text), MAX_FINDINGS)
    ]


def hidden(place: Place, character: str) -> Finding:
    """Return the finding on a hidden character, given by number and name."""
    return Finding(place, "hidden-character", written=character)
