"""The rows to tick of the diagnosis: the signals of patterns and those of situations.yml, by situation."""

import re
from dataclasses import dataclass
from typing import Final

from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.editions import Edition
from macros.model.situations import RowGroup, Signal

REF: Final = re.compile(r"(?P<key>[a-z0-9-]+)\.(?P<place>[1-9])")
"""A reference to a signal of a pattern, as situations.yml has it: `no-one-says-no.1`."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row to tick.

    Attributes:
        ref: as situations.yml has it.
        id: as addresses have it: `70.1` for the first signal of pattern 70, or the key of a signal of situations.yml.
        signal: what it says and what that is: a signal of situations.yml, or the pattern whose own signal it is.
        place: of a pattern's own signal, its place in the list, counted from 0.
        start: the published patterns to begin with.
    """

    ref: str
    id: str
    signal: Signal | Pattern
    place: int
    start: tuple[Pattern, ...]

    def text(self, edition: Edition) -> str:
        """Return what it says, as prose, in the language that `signal` is shown in."""
        if isinstance(self.signal, Signal):
            return self.signal.signal.of(edition)
        return self.signal.text(edition)[0].signals[self.place]


def signal_rows(language: Language) -> dict[str, Row]:
    """Return every row there is, by the reference that situations.yml has for it.

    A pattern's own signal is a row when each of its texts has a signal at that place.
    """
    rows = {}
    for pattern in language.published():
        for place in range(min(len(text.signals) for text in pattern.fields.texts.values())):
            ref = f"{pattern.key}.{place + 1}"
            rows[ref] = Row(ref, f"{pattern.id}.{place + 1}", pattern, place, (pattern,))
    for signal in language.situations.signals if language.situations else ():
        found = (language.patterns.get(key) for key in signal.start)
        start = tuple(pattern for pattern in found if pattern and pattern.published)
        if start:
            rows[signal.key] = Row(signal.key, signal.key, signal, 0, start)
    return rows


def grouped_rows(language: Language) -> list[tuple[RowGroup | None, list[Row]]]:
    """Return every row under its group; those that stand in no group come last, under None."""
    diagnosis = language.situations.diagnosis if language.situations else None
    if diagnosis is None:
        return []
    rest = signal_rows(language)
    groups: list[tuple[RowGroup | None, list[Row]]] = [
        (group, [row for ref in group.rows if (row := rest.pop(ref, None))]) for group in diagnosis.groups
    ]
    return [*groups, (None, list(rest.values()))] if rest else groups
