"""YAML read with positions: from bytes to plain data in which every key and value knows its place.

Scalars stay text (`no` is the word *no*, `1.10` keeps its zero); the schema turns them into numbers and dates.
The parser's events are read one by one, so that aliases cannot explode and nesting cannot exhaust the stack.
"""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from macros.core.document import Document, Loc
from macros.core.findings import Finding, Place
from macros.core.syntax import complaint

MAX_BYTES = 256 * 1024
"""No file of the language comes near this; larger ones are refused before they are parsed."""
MAX_DEPTH = 12
MAX_FINDINGS = 100
"""A file with more findings than this is no pattern but something else; reading stops there."""

MAX_VALUES = 5000
"""The largest file of the language has about a thousand values."""
MAX_TEXT = 4000
"""No text may be longer; the schema says so at its place."""

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
HARD_CHARACTERS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ud800-\uf8ff\ufeff\ufff0-\ufffb\ufffe\uffff\U000f0000-\U0010ffff]"
)
"""Control characters, marks that turn the direction of text, and private ones such as the site marks its slots with."""


def read(path: Path, root: Path) -> Document:
    """Read one YAML file.

    Args:
        path: the file.
        root: the repository root; the document's path is given relative to it.

    Returns:
        The document; what is wrong with the file stands in its findings, never in an exception.
    """
    document = Document(path.relative_to(root).as_posix())
    raw = load(path, document)
    if raw is None:
        return document
    return parse(raw, document.path)


def load(path: Path, document: Document) -> bytes | None:
    """Return the bytes of a plain file of sensible size, or None with a finding in the document."""
    try:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            # A link could lead out of the repository, and a device never ends.
            _add(document, 1, 1, "unreadable", "this is not a plain file", instead="a copy of the file it leads to")
            return None
        if path.stat().st_size > MAX_BYTES:
            _add(document, 1, 1, "size", f"the file is larger than {MAX_BYTES // 1024} kB", instead="split it up")
            return None
        return path.read_bytes()
    except OSError as error:
        _add(document, 1, 1, "unreadable", f"the file cannot be read: {error.strerror or error}")
        return None


def decode(raw: bytes, document: Document) -> bool:
    """Give a document its text; return whether that succeeded and holds only what people can see."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        _add(document, line, column, "encoding", "the file is not UTF-8 here", instead='save it as "UTF-8"')
        return False
    document.text = text
    if hard := HARD_CHARACTERS.search(text):
        line = text.count("\n", 0, hard.start()) + 1
        column = hard.start() - text.rfind("\n", 0, hard.start())
        _add_hard_character(document, line, column, hard.group())
    return hard is None


def parse(raw: bytes, path: str) -> Document:
    """Parse the bytes of one YAML file; see `read`."""
    document = Document(path)
    if not decode(raw, document):
        return document
    try:
        _Builder(document).build()
    except yaml.YAMLError as error:
        said = complaint(error, document.text)
        lines = document.text.splitlines()
        written = lines[said.line - 1].strip() if said.line <= len(lines) else ""
        _add(document, said.line, said.column, "syntax", said.message, written, said.instead)
        document.data = None
        document.texts = []
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
    """What YAML allows and these files do not, where reading on makes no sense."""

    def __init__(self, problem: str, event: Any) -> None:
        super().__init__(problem=problem, problem_mark=event.start_mark)


class _Builder:
    """Builds plain data from the parser's events, noting positions and what is not allowed."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.next = _LOADER(document.text).get_event

    def build(self) -> None:
        documents = 0
        while not isinstance(event := self.next(), yaml.StreamEndEvent):
            if not isinstance(event, yaml.DocumentStartEvent):
                continue
            documents += 1
            if documents > 1:
                self._add(event, "syntax", 'a second document begins with "---"', "", "keep one document a file")
                return
            self.document.data = self._value(self.next(), ())

    def _value(self, event: Any, loc: Loc) -> Any:
        self.document.values[loc] = _position(event)
        if len(self.document.findings) > MAX_FINDINGS or len(self.document.values) > MAX_VALUES:
            raise _Refused("too much stands in this file to read on", event)
        if isinstance(event, yaml.AliasEvent):
            self.document.empty.append(loc)
            self._add(
                event,
                "alias",
                "a text that begins with * is read as a reference",
                f"*{event.anchor}",
                "put quotation marks around the text",
            )
            return None
        if event.anchor:
            self._add(
                event,
                "alias",
                "a text that begins with & is read as an anchor",
                f"&{event.anchor}",
                "put quotation marks around the text",
            )
        # Explicit tags are how YAML builds objects: none has a meaning here.
        if event.tag and event.tag not in ("!", "tag:yaml.org,2002:str"):
            self._add(
                event,
                "tag",
                "a text that begins with ! is read as a type",
                event.tag.replace("tag:yaml.org,2002:", "!!"),
                "put quotation marks around the text",
            )
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event, loc)
        if len(loc) >= MAX_DEPTH:
            raise _Refused(f"nested deeper than {MAX_DEPTH} levels", event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(loc)
        return self._mapping(loc)

    def _text(self, event: Any, loc: Loc) -> str | None:
        text = str(event.value).strip()
        if not text or (not event.style and text in ("~", "null")):
            self.document.empty.append(loc)
        if not event.style and text in ("", "~", "null"):
            return None
        # The file as it stands holds none: only what is written with a backslash can still make one.
        if event.style == '"' and (hard := HARD_CHARACTERS.search(text)):
            _add_hard_character(self.document, *_position(event), hard.group())
            text = HARD_CHARACTERS.sub("", text)
        # The schema refuses longer text; checks of what stands in it would take their time.
        if len(text) <= MAX_TEXT:
            self.document.texts.append((loc, text))
        self.document.ends[loc] = event.end_mark.line + (event.end_mark.column > 0)
        return text

    def _sequence(self, loc: Loc) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            items.append(self._value(event, (*loc, len(items))))
        return items

    def _mapping(self, loc: Loc) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag not in (None, "!"):
                raise _Refused("a field name must be a word", event)
            key = event.value
            if key in data:
                self._add(
                    event,
                    "duplicate-field",
                    "this field stands twice",
                    key,
                    f"keep one; the first is on line {self.document.keys[*loc, key][0]}",
                )
                self._value(self.next(), (*loc, key, "again"))
                continue
            self.document.keys[*loc, key] = _position(event)
            data[key] = self._value(self.next(), (*loc, key))
        return data

    def _add(self, event: Any, rule: str, message: str, written: str, instead: str) -> None:
        _add(self.document, *_position(event), rule, message, written, instead)


def _position(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _add_hard_character(document: Document, line: int, column: int, character: str) -> None:
    what = "an invisible or private character stands here"
    _add(document, line, column, "control-character", what, f"U+{ord(character):04X}", "remove it")


def _add(
    document: Document, line: int, column: int, rule: str, message: str, written: str = "", instead: str = ""
) -> None:
    document.findings.append(Finding(Place(document.path, line, column), rule, message, written, instead))
