"""One file as read: its data, and where in the file everything stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from macros.core.findings import Finding, Place

Loc = tuple[str | int, ...]
"""The way to a value: keys and list positions from the top of the file."""


@dataclass(slots=True)
class Document:
    """One YAML file as read.

    Attributes:
        path: relative to the repository root, with forward slashes.
        text: the file as it stands; empty when it could not be decoded.
        data: dicts, lists, strings and None; None as a whole when the file could not be parsed.
        keys: the line and column (from 1) of each key.
        values: the line and column (from 1) of each value.
        ends: the line (from 1) on which each text ends.
        empty: the way to each value that is no more than nothing or an empty text.
        texts: every text that is not empty, with the way to it, in the order of the file.
        findings: what reading alone brought to light.
    """

    path: str
    text: str = ""
    data: Any = None
    keys: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    values: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    ends: dict[Loc, int] = field(default_factory=dict)
    empty: list[Loc] = field(default_factory=list)
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

    def words(self, loc: Loc) -> Iterator[tuple[Loc, str]]:
        """Yield the text at `loc`, or each text of the list there, with the way to it."""
        value = self.at(loc)
        if isinstance(value, str):
            yield loc, value
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, str):
                    yield (*loc, index), item

    def entries(self, loc: Loc) -> Iterator[Loc]:
        """Yield the way to each item of the list at `loc`."""
        value = self.at(loc)
        for index in range(len(value) if isinstance(value, list) else 0):
            yield (*loc, index)

    def place_within(self, loc: Loc, words: str, nth: int = 0) -> Place:
        """Return the place where `words` stand for the nth time within the text at `loc`, or else of that text.

        Where YAML folds lines, a space in `words` is a line break in the file.
        """
        start = self.place(loc)
        lines = self.text.splitlines(keepends=True)[start.line - 1 : self.ends.get(loc, start.line)]
        raw = " " * (start.column - 1) + "".join(lines)[start.column - 1 :]
        folded = r"\s+".join(re.escape(word) for word in words.split(" "))
        for match in re.finditer(folded, raw):
            if nth == 0:
                line = raw.count("\n", 0, match.start())
                column = match.start() - raw.rfind("\n", 0, match.start())
                return Place(self.path, start.line + line, column)
            nth -= 1
        return start
