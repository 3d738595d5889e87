"""YAML read with positions: from bytes to plain data in which every key and value knows its place.

Scalars stay text (`no` is the word *no*, `1.10` keeps its zero); the schema turns them into numbers and dates.
The parser's events are read one by one, so that aliases cannot explode and nesting cannot exhaust the stack.
"""

import gc
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final

import yaml

from macros.findings.finding import MAX_FINDINGS, Finding, Hole
from macros.text.characters import HIDDEN, hidden_characters
from macros.yaml.document import Document, Loc
from macros.yaml.files import read_text
from macros.yaml.syntax_errors import complaint
from macros.yaml.text_file import TextFile, hidden, spaces_in_indentation, text_from

MAX_DEPTH = 12
MAX_VALUES = 5000
"""The largest file of the language has about a thousand values."""
MAX_TEXT = 4000
"""No text may be longer; the schema says so at its place."""

LOADER: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads every value as text; libyaml's, which is faster, where it was built in."""


def read(path: Path, root: Path) -> Document:
    """Read one YAML file.

    Args:
        path: the file.
        root: the repository root; the document's path is given relative to it.

    Returns:
        The document; what is wrong with the file stands in its findings, never in an exception.
    """
    return document_from(read_text(path, root))


def parse(raw: bytes, path: str) -> Document:
    """Parse the bytes of one YAML file; see `read`."""
    return document_from(text_from(raw, path))


def document_from(file: TextFile) -> Document:
    """Parse the text of one YAML file; see `read`."""
    document = Document(file, findings=file.findings + spaces_in_indentation(file))
    # Beside such a character, what the parser says of the file would only mislead.
    if document.findings:
        return document
    try:
        _Builder(document).build()
    except yaml.YAMLError as error:
        said = complaint(error, document.text)
        written = file.lines[said.line - 1].strip() if said.line <= len(file.lines) else ""
        # What was reported on this line already is the cause.
        if said.line not in {finding.place.line for finding in document.findings}:
            _add(document, said.line, said.column, said.message, said.holes, written)
        document.data = None
        document.texts, document.long_texts, document.linking_texts = [], [], []
    return document


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Pause the garbage collector: reading many files makes many objects and no rubbish (three times as fast)."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class _Refused(yaml.MarkedYAMLError):
    """What YAML allows and these files do not, where reading on makes no sense.

    Its problem is the id of a message.
    """

    def __init__(self, message: str, event: Any) -> None:
        super().__init__(problem=message, problem_mark=event.start_mark)


class _Builder:
    """Builds plain data from the parser's events, noting positions and what is not allowed.

    A language of a thousand patterns has half a million events: the names are looked up once, not for each of them.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.next = LOADER(document.text).get_event
        self.keys, self.values, self.ends = document.keys, document.values, document.ends
        self.texts, self.empty, self.findings = document.texts, document.empty, document.findings
        self.lines = document.file.lines

    def build(self) -> None:
        documents = 0
        while not isinstance(event := self.next(), yaml.StreamEndEvent):
            if not isinstance(event, yaml.DocumentStartEvent):
                continue
            documents += 1
            if documents > 1:
                self._add(event, "syntax.second-document")
                return
            self.document.data = self._value(self.next(), ())

    def _value(self, event: Any, loc: Loc) -> Any:
        start = event.start_mark
        self.values[loc] = start.line + 1, start.column + 1
        if len(self.findings) > MAX_FINDINGS or len(self.values) > MAX_VALUES:
            raise _Refused("syntax.too-much", event)
        kind = type(event)
        if kind is yaml.AliasEvent:
            self.empty.append(loc)
            self._add(event, "alias.reference", f"*{event.anchor}")
            return None
        if event.anchor:
            self._add(event, "alias.anchor", f"&{event.anchor}")
        # Explicit tags are how YAML builds objects: none has a meaning here.
        if event.tag and event.tag not in ("!", "tag:yaml.org,2002:str"):
            self._add(event, "tag", event.tag.replace("tag:yaml.org,2002:", "!!"))
        if kind is yaml.ScalarEvent:
            return self._text(event, loc)
        if len(loc) >= MAX_DEPTH:
            raise _Refused("syntax.too-deep", event)
        return self._sequence(loc) if kind is yaml.SequenceStartEvent else self._mapping(loc)

    def _text(self, event: Any, loc: Loc) -> str | None:
        text: str = event.value.strip()
        style, end = event.style, event.end_mark
        if not text or (not style and text in ("~", "null")):
            self.empty.append(loc)
            if not style:
                return None
        # The file as it stands holds none: only what is written with a backslash can still make one.
        if style == '"':
            text = unicodedata.normalize("NFC", text)
            for _start, character in islice(hidden_characters(text), MAX_FINDINGS):
                self.findings.append(hidden(self.document.file.place_at(*_position(event)), character))
            text = HIDDEN.sub("", text)
        elif not style and end.line < len(self.lines) and "#" in self.lines[end.line]:
            self._refuse_comment(end, text)
        self.ends[loc] = last = end.line + (end.column > 0)
        # The schema refuses longer text; checks of what stands in it would take their time.
        if len(text) <= MAX_TEXT:
            self.texts.append((loc, text))
            if last > event.start_mark.line + 1:
                self.document.long_texts.append((loc, text))
            if "[[" in text:
                self.document.linking_texts.append((loc, text))
        return text

    def _refuse_comment(self, end: Any, text: str) -> None:
        """Refuse a comment behind a text: whoever wrote `the desk #3 of the town` loses the rest of the text."""
        found = _COMMENT.match(self.lines[end.line], end.column)
        if found and not (_WORD.fullmatch(text) and found[1].startswith("# ")):
            place = end.line + 1, found.start(1) + 1
            _add(self.document, *place, "comment-in-text", written=found[1].rstrip())

    def _sequence(self, loc: Loc) -> list[Any]:
        items: list[Any] = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            items.append(self._value(event, (*loc, len(items))))
        return items

    def _mapping(self, loc: Loc) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while (kind := type(event := self.next())) is not yaml.MappingEndEvent:
            if kind is not yaml.ScalarEvent or event.anchor or event.tag not in (None, "!"):
                raise _Refused("syntax.field-name", event)
            key, start = event.value, event.start_mark
            inside = (*loc, key)
            if key in data:
                self._add(event, "duplicate-field", key, {"line": self.keys[inside][0]})
                self._value(self.next(), (*inside, "again"))
                continue
            self.keys[inside] = start.line + 1, start.column + 1
            data[key] = self._value(self.next(), inside)
        return data

    def _add(self, event: Any, message: str, written: str = "", holes: Mapping[str, Hole] | None = None) -> None:
        _add(self.document, *_position(event), message, holes, written)


_COMMENT: Final = re.compile(r"[^\S\n]+(#.*)")
_WORD: Final = re.compile(r"[\w.-]+")
"""A value of one word may have a comment behind it: nothing of a text can be lost there."""


def _position(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _add(
    document: Document,
    line: int,
    column: int,
    message: str,
    holes: Mapping[str, Hole] | None = None,
    written: str = "",
) -> None:
    document.findings.append(Finding(document.file.place_at(line, column), message, holes or {}, written))
