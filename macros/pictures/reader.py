"""SVG text as plain elements with their places. Nothing in it is acted upon: no DTD, no entity, no other file.

The parser is expat from Python itself: it tells the line and column of everything, which a finding needs.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Final
from xml.parsers import expat

from macros.findings.finding import Advice, Finding, Place, among
from macros.yaml.text_file import TextFile

ROOT: Final = "svg"
NAMESPACE: Final = "http://www.w3.org/2000/svg"
MAX_ELEMENTS: Final = 250
"""The fullest picture has 40 elements."""
MAX_DEPTH: Final = 8
"""Elements inside one another."""
_OTHER_SHAPES: Final = {"rect": "path", "line": "path", "polyline": "path", "polygon": "path", "symbol": "g"}
"""Elements of SVG that other programs write, and what they are here."""
_LONGEST: Final = 60
"""As much of what was written is shown."""

_ATTRIBUTE: Final = re.compile(r"\s([^\s=\"'<>/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")

_ERRORS: Final = {
    expat.errors.codes[name]: message
    for name, message in {
        expat.errors.XML_ERROR_NO_ELEMENTS: "svg-syntax.empty",
        expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE: "svg-syntax.twice",
        expat.errors.XML_ERROR_UNDEFINED_ENTITY: "svg-syntax.entity",
        expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "svg-syntax.after",
        expat.errors.XML_ERROR_UNCLOSED_TOKEN: "svg-syntax.cut",
    }.items()
}


@dataclass
class Element:
    """One element as written.

    Attributes:
        name: with its prefix, where it has one.
        attributes: the values by name, character references resolved.
        start: where its start tag begins in the text of the file.
        file: the file that it stands in.
        children: the elements in it.
    """

    name: str
    attributes: dict[str, str]
    start: int
    file: TextFile
    children: list["Element"] = field(default_factory=list)

    @property
    def place(self) -> Place:
        """The place of its start tag."""
        return self.file.place(self.start)

    def place_of(self, attribute: str, at: int = 0) -> Place:
        """Return the place of a character of an attribute's value, or of the value where it is written in another way.

        Args:
            attribute: its name.
            at: the position of the character in the value, from 0.
        """
        _name, start, written = self._written[attribute]
        return self.file.place(start + (at if written == self.attributes[attribute] else 0))

    def place_of_name(self, attribute: str) -> Place:
        """Return the place of an attribute's name."""
        return self.file.place(self._written[attribute][0])

    @cached_property
    def _written(self) -> dict[str, tuple[int, int, str]]:
        """Each attribute as written: where its name and its value begin in the text, and the value."""
        # Each attribute follows white space, so that a long name is tried once and not at each of its letters.
        found = islice(_ATTRIBUTE.finditer(self.file.text, self.start), len(self.attributes))
        return {
            one[1]: (one.start(1), one.start(2), one[2]) if one[2] is not None else (one.start(1), one.start(3), one[3])
            for one in found
        }


@dataclass(slots=True)
class Svg:
    """A file as read.

    Attributes:
        root: its outermost element, or None when the file cannot be read.
        findings: what is wrong with it as XML, and what no picture may hold.
    """

    root: Element | None = None
    findings: list[Finding] = field(default_factory=list)


class _StopError(Exception):
    """The rest of the file is not worth reading."""


def read_svg(file: TextFile, allowed: Iterable[str]) -> Svg:
    """Read a file of SVG.

    Args:
        file: as text.
        allowed: the names of the elements that may stand in `<svg>`; any other is a finding and is left out with all
            in it.
    """
    if file.findings:
        return Svg(findings=list(file.findings))
    return _Reader(file, tuple(allowed)).read()


class _Reader:
    """Takes expat's events one by one."""

    def __init__(self, file: TextFile, allowed: tuple[str, ...]) -> None:
        self._file = file
        self._raw = file.text.encode()
        self._allowed = allowed
        self._svg = Svg()
        self._open: list[Element] = []
        self._left_out = 0
        self._count = 0
        self._told_text = False
        # The encoding is given, so that a declaration cannot choose another.
        self._parser = expat.ParserCreate("utf-8")
        self._parser.ordered_attributes = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.StartDoctypeDeclHandler = self._doctype

    def read(self) -> Svg:
        try:
            self._parser.Parse(self._raw, True)  # noqa: FBT003 - expat takes no names
        except _StopError:
            self._svg.root = None
        except expat.ExpatError as error:
            self._svg.root = None
            self._svg.findings.append(self._mistake(error.code))
        return self._svg

    def _offset(self) -> int:
        return len(self._raw[: self._parser.CurrentByteIndex].decode())

    def _add(self, message: str, written: str = "", **holes: str | int) -> None:
        place = self._file.place(self._offset())
        self._svg.findings.append(Finding(place, message, holes, written[:_LONGEST]))

    def _mistake(self, code: int) -> Finding:
        place = self._file.place(len(self._raw[: self._parser.ErrorByteIndex].decode(errors="ignore")))
        rest = self._file.text[self._file.offset(place.line, place.column) :]
        written = re.match(r"</?[^\s<>]*>?|[^\s<>]{0,40}", rest)
        shown = written.group()[:_LONGEST] if written else ""
        if code == expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH] and self._open:
            last = self._open[-1]
            return Finding(place, "svg-syntax.tag", {"open": last.name, "line": last.place.line}, shown)
        return Finding(place, _ERRORS.get(code, "svg-syntax"), {}, shown)

    def _start(self, name: str, listed: list[str]) -> None:
        self._count += 1
        if self._count > MAX_ELEMENTS:
            self._add("svg-size.elements", most=MAX_ELEMENTS)
            raise _StopError
        if len(self._open) + self._left_out >= MAX_DEPTH:
            self._add("svg-size.depth", f"<{name}>", most=MAX_DEPTH)
            raise _StopError
        if not self._open and name != ROOT:
            self._add("svg-element.root", f"<{name}>")
            raise _StopError
        if self._left_out or (self._open and name not in self._allowed):
            if not self._left_out:
                place = self._file.place(self._offset())
                self._svg.findings.append(Finding(place, "svg-element", {}, f"<{name}>"[:_LONGEST], self._meant(name)))
            self._left_out += 1
            return
        attributes = dict(zip(listed[::2], listed[1::2], strict=True))
        element = Element(name, attributes, self._offset(), self._file)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self._svg.root = element
        self._open.append(element)

    def _meant(self, name: str) -> Advice:
        near = (_OTHER_SHAPES[name],) if name in _OTHER_SHAPES else among(name, self._allowed).nearest
        return Advice(near, self._allowed)

    def _end(self, _name: str) -> None:
        if self._left_out:
            self._left_out -= 1
        else:
            self._open.pop()

    def _text(self, text: str) -> None:
        if text.strip() and not self._left_out and not self._told_text:
            self._told_text = True
            self._add("svg-text", text.strip())

    def _instruction(self, target: str, _data: str) -> None:
        self._add("svg-instruction", f"<?{target}")

    def _doctype(self, name: str, _system: str | None, _public: str | None, _internal: object) -> None:
        # The parser is past the name by now.
        place = self._file.place(max(0, self._file.text.find("<!DOCTYPE")))
        self._svg.findings.append(Finding(place, "svg-doctype", {}, f"<!DOCTYPE {name}"[:_LONGEST]))
        raise _StopError
