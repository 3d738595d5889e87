"""YAML read with positions: from bytes to plain data in which every key and value knows its place.

Scalars stay text (`no` is the word *no*, `1.10` keeps its zero); the schema turns them into numbers and dates.
The parser's events are read one by one, so that aliases cannot explode and nesting cannot exhaust the stack.
"""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.core.findings import Finding, Place

Loc = tuple[str | int, ...]
"""The way to a value: keys and list positions from the top of the file."""

MAX_BYTES = 256 * 1024
"""No file of the language comes near this; larger ones are refused before they are parsed."""
MAX_DEPTH = 12

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_HARD_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_ADVICE = (
    ("cannot start any token", "\t", "a tab cannot be used here", "indent with spaces"),
    (
        "cannot start any token",
        "",
        "this character cannot begin a value",
        "put quotation marks around the text",
    ),
    (
        "mapping values are not allowed",
        "",
        "a colon followed by a space is read as a new field here",
        'put quotation marks around the text, or write it under ">-"',
    ),
    ("did not find expected key", "", "this line does not fit the lines above it", "check its indentation"),
    (
        "could not find expected ':'",
        "",
        "a field needs a colon after its name",
        'write "name: text"; text of several lines goes under "name: >-"',
    ),
    ("did not find expected '-'", "", "this line does not fit the list above it", "check its indentation"),
    ("found unexpected end of stream", "", "a quotation mark or bracket is never closed", "close it"),
    ("but found another document", "", 'a second document begins with "---"', "keep one document a file"),
    ("special characters are not allowed", "", "a control character stands in the text", "remove it"),
    ("control characters are not allowed", "", "a control character stands in the text", "remove it"),
)


@dataclass(slots=True)
class Document:
    """One YAML file as read.

    Attributes:
        path: relative to the repository root, with forward slashes.
        text: the file as it stands; empty when it could not be decoded.
        data: dicts, lists, strings and None; None as a whole when the file could not be parsed.
        keys: the line and column (from 1) of each key.
        values: the line and column (from 1) of each value.
        texts: every text that is not empty, with the way to it, in the order of the file.
        findings: what reading alone brought to light.
    """

    path: str
    text: str = ""
    data: Any = None
    keys: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    values: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    texts: list[tuple[Loc, str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def place(self, loc: Loc = (), *, of_key: bool = False) -> Place:
        """Return the place of a value (or its key), or of the nearest thing around it that stands in the file."""
        if of_key and loc in self.keys:
            return Place(self.path, *self.keys[loc])
        while loc and loc not in self.values:
            loc = loc[:-1]
        # A mapping's own position is that of its first key: its name is the better place to point at.
        where = self.keys.get(loc) if isinstance(self.at(loc), dict | list) else None
        return Place(self.path, *(where or self.values.get(loc, (1, 1))))

    def at(self, loc: Loc) -> Any:
        """Return the value at `loc`, or None where there is nothing."""
        value = self.data
        for step in loc:
            if isinstance(value, dict):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value

    def place_within(self, loc: Loc, words: str, nth: int = 0) -> Place:
        """Return the place where `words` stand for the nth time within the text at `loc`."""
        start = self.place(loc)
        lines = self.text.splitlines()
        column = start.column - 1
        for number in range(start.line - 1, len(lines)):
            at = lines[number].find(words, column)
            while at >= 0:
                if nth == 0:
                    return Place(self.path, number + 1, at + 1)
                nth -= 1
                at = lines[number].find(words, at + len(words))
            column = 0
        return start


def read(path: Path, root: Path) -> Document:
    """Read one YAML file.

    Args:
        path: the file.
        root: the repository root; the document's path is given relative to it.

    Returns:
        The document; what is wrong with the file stands in its findings, never in an exception.
    """
    document = Document(path.relative_to(root).as_posix())
    try:
        if path.stat().st_size > MAX_BYTES:
            _add(
                document,
                1,
                1,
                "size",
                f"the file is larger than {MAX_BYTES // 1024} kB",
                instead="split it up",
            )
            return document
        raw = path.read_bytes()
    except OSError as error:
        _add(document, 1, 1, "unreadable", f"the file cannot be read: {error.strerror or error}")
        return document
    return parse(raw, document.path)


def parse(raw: bytes, path: str) -> Document:
    """Parse the bytes of one YAML file; see `read`."""
    document = Document(path)
    try:
        document.text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        _add(document, line, column, "encoding", "the file is not UTF-8 here", instead='save it as "UTF-8"')
        return document
    hard = _HARD_CHARACTERS.search(document.text)
    if hard:
        line = document.text.count("\n", 0, hard.start()) + 1
        column = hard.start() - document.text.rfind("\n", 0, hard.start())
        _add(
            document,
            line,
            column,
            "control-character",
            "an invisible control character stands here",
            f"U+{ord(hard.group()):04X}",
            "remove it",
        )
        return document
    try:
        _Builder(document).build()
    except yaml.YAMLError as error:
        _add_syntax_error(document, error)
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
        self.events = yaml.parse(document.text, Loader=_LOADER)

    def build(self) -> None:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                self.document.data = self._value(next(self.events), ())
                break
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                line, column = _position(event)
                _add(
                    self.document,
                    line,
                    column,
                    "syntax",
                    'a second document begins with "---"',
                    instead="keep one document a file",
                )
                return

    def _value(self, event: Any, loc: Loc) -> Any:
        line, column = _position(event)
        self.document.values[loc] = (line, column)
        if isinstance(event, yaml.AliasEvent):
            _add(
                self.document,
                line,
                column,
                "alias",
                "an alias refers to text elsewhere",
                f"*{event.anchor}",
                "write the text out",
            )
            return None
        if event.anchor:
            _add(self.document, line, column, "alias", "an anchor is used", f"&{event.anchor}", "remove it")
        # Explicit tags are how YAML builds objects: none has a meaning here.
        if event.tag and not event.tag.startswith("tag:yaml.org,2002:str"):
            _add(self.document, line, column, "tag", "a type tag is used", event.tag, "remove it")
        if isinstance(event, yaml.ScalarEvent):
            if not event.style and event.value in ("", "~", "null"):
                return None
            self.document.texts.append((loc, event.value))
            return event.value
        if len(loc) >= MAX_DEPTH:
            raise _Refused("nested too deep", event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(loc)
        return self._mapping(loc)

    def _sequence(self, loc: Loc) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*loc, len(items))))
        return items

    def _mapping(self, loc: Loc) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            line, column = _position(event)
            if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag not in (None, "!"):
                raise _Refused("a field name must be a word", event)
            key = event.value
            if key in data:
                _add(
                    self.document,
                    line,
                    column,
                    "duplicate-field",
                    "this field stands twice",
                    key,
                    f"keep one (the first is on line {self.document.keys[*loc, key][0]})",
                )
                self._value(next(self.events), (*loc, key, "again"))
                continue
            self.document.keys[*loc, key] = (line, column)
            data[key] = self._value(next(self.events), (*loc, key))
        return data


def _position(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _add(
    document: Document, line: int, column: int, rule: str, message: str, written: str = "", instead: str = ""
) -> None:
    document.findings.append(Finding(Place(document.path, line, column), rule, message, written, instead))


def _add_syntax_error(document: Document, error: yaml.YAMLError) -> None:
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = document.text.splitlines()
    written = lines[line - 1].strip() if line <= len(lines) else ""
    for fragment, character, message, instead in _ADVICE:
        if fragment in problem and (not character or character in (lines[line - 1] if written else "")):
            _add(document, line, column, "syntax", message, written, instead)
            break
    else:
        _add(document, line, column, "syntax", f"this is not valid YAML: {problem}", written)
    document.data = None
    document.texts = []
