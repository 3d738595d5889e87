"""One file as read: its data, and where in the file everything stands."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, Final

from macros.findings.finding import Finding, Place
from macros.yaml.text_file import TextFile

Loc = tuple[str | int, ...]
"""The way to a value: keys and list positions from the top of the file."""


@dataclass(slots=True)
class Document:
    """One YAML file as read.

    Attributes:
        file: the file as text.
        data: dicts, lists, strings and None; None as a whole when the file could not be parsed.
        keys: the line and column (from 1) of each key.
        values: the line and column (from 1) of each value.
        ends: the line (from 1) on which each text ends.
        empty: the way to each value that is no more than nothing or an empty text.
        texts: every text that is not empty, with the way to it, in the order of the file.
        long_texts: those of them that stand on more than one line.
        linking_texts: those of them with two brackets, as a link to a pattern begins.
        findings: what reading alone brought to light.
    """

    file: TextFile
    data: Any = None
    keys: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    values: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    ends: dict[Loc, int] = field(default_factory=dict)
    empty: list[Loc] = field(default_factory=list)
    texts: list[tuple[Loc, str]] = field(default_factory=list)
    long_texts: list[tuple[Loc, str]] = field(default_factory=list)
    linking_texts: list[tuple[Loc, str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    _searched: dict[Loc, tuple[str, list[int], list[int]]] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Relative to the repository root, with forward slashes."""
        return self.file.path

    @property
    def text(self) -> str:
        """The whole file; empty when it could not be decoded."""
        return self.file.text

    def place(self, loc: Loc = (), *, of_key: bool = False) -> Place:
        """Return the place of a value (or its key), or of the nearest thing around it that stands in the file."""
        if of_key and loc in self.keys:
            return self.file.place_at(*self.keys[loc])
        while loc and loc not in self.values:
            loc = loc[:-1]
        # A mapping's own position is that of its first key: its name is the better place to point at.
        where = self.keys.get(loc) if isinstance(self.at(loc), dict | list) else None
        return self.file.place_at(*(where or self.values.get(loc, (1, 1))))

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

    def lines(self, loc: Loc) -> list[str]:
        """Return the lines of the file on which the text at `loc` stands."""
        first = self.values[loc][0]
        return self.file.lines[first - 1 : self.ends[loc]]

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
        folded, offsets, begins = self._searched.get(loc) or self._fold(loc)
        wanted = " ".join(words.split())
        at = folded.find(wanted)
        for _ in range(nth):
            at = folded.find(wanted, at + len(wanted)) if at >= 0 else at
        if at < 0 or not wanted:
            return self.place(loc)
        # The last run of characters that begins at or before the words holds their beginning.
        run = bisect_right(offsets, at) - 1
        return self.file.place(begins[run] + at - offsets[run])

    def _fold(self, loc: Loc) -> tuple[str, list[int], list[int]]:
        """Return the text at `loc` with each run of white space as one space.

        Returns:
            The text, where each run of other characters begins in it, and where that run begins in the file.
        """
        line, column = self.values.get(loc, (1, 1))
        start = self.file.offset(line, column)
        runs = list(_RUN.finditer(self.text, start, max(start, self.file.offset(self.ends.get(loc, line) + 1, 1))))
        offsets = list(accumulate((len(run.group()) + 1 for run in runs), initial=0))[:-1]
        self._searched[loc] = " ".join(run.group() for run in runs), offsets, [run.start() for run in runs]
        return self._searched[loc]


_RUN: Final = re.compile(r"\S+")
