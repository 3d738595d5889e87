"""What the index holds of what is found, and how it is written: fields in columns, and which stems stand where."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

from macros.language.search_words import Rules

SHOWN: Final = ("name", "keywords", "summary", "situations", "signals", "other_name", "problem")
"""The fields whose text is in the index, and that results quote; keywords and the other name only count."""
STEP, FIRST_STEP = 34, ord(":")
_STEM: Final = re.compile(r"([0-9])([a-z0-9]*)([:-\[~]+)")
"""A stem as `stem_places` writes it: letters shared with the one before, the rest, steps."""

Entry = dict[str, Any]


class Found:
    """Something that is found: what the index says of it, and texts of which it keeps only the words."""

    def __init__(self, entry: Entry, texts: dict[str, list[str]]) -> None:
        self.entry, self.texts = entry, texts


def stem_places(found: list[Found], rules: Rules) -> dict[str, str]:
    """Return for "body" and "far" which stems stand where, without those that the entry shows.

    Stop words are left out too, but for those that no entry shows: every word finds something.

    `far: "0ambtenar=;G4ig?"` says that the first, ambtenar, stands in three entries: a character for the steps from one
    place in the list to the next. The second has the first 4 letters of the one before it: ambtig.
    """
    shown = {stem for one in found for text in shown_texts(one.entry) for stem in rules.stems(text)}
    stop = {rules.stem(word) for word in rules.stop} & shown
    places: dict[str, dict[str, list[int]]] = {}
    for place, one in enumerate(found):
        known = stop | {stem for text in shown_texts(one.entry) for stem in rules.stems(text)}
        for kind, texts in one.texts.items():
            stems = {stem for text in texts for stem in rules.stems(text)} - known
            for stem in stems:
                places.setdefault(kind, defaultdict(list))[stem].append(place)
            known |= stems
    return {
        kind: "".join(f"{shared}{stem[shared:]}{_steps(by_stem[stem])}" for shared, stem in _after_another(by_stem))
        for kind, by_stem in places.items()
    }


def _after_another(stems: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield stems in the order of the alphabet, each with how many letters it shares with the one before: at most 9."""
    before = ""
    for stem in sorted(stems):
        different = (at for at, pair in enumerate(zip(before, stem, strict=False)) if pair[0] != pair[1])
        yield min(next(different, min(len(before), len(stem))), 9), stem
        before = stem


def stems_and_places(written: str) -> Iterator[tuple[str, Iterator[int]]]:
    """Yield each stem that `stem_places` wrote with the places where it stands."""
    stem = ""
    for shared, rest, steps in _STEM.findall(written):
        stem = stem[: int(shared)] + rest
        yield stem, _places_of(steps)


def columns(entries: list[Entry]) -> dict[str, list[Any]]:
    """Return field -> its value in each entry, or nothing: texts of one kind beside one another take less to fetch."""
    fields = dict.fromkeys(field for entry in entries for field in entry)
    return {field: [entry.get(field) for entry in entries] for field in fields}


def rows(data: dict[str, list[Any]]) -> list[Entry]:
    """Return the entries that `columns` wrote."""
    fields = list(data)
    found = (zip(fields, values, strict=True) for values in zip(*data.values(), strict=True))
    return [{field: value for field, value in entry if value is not None} for entry in found]


def _steps(places: list[int]) -> str:
    """Return the steps between places as characters: `:` for 0 to `[` for 33; each `~` before one adds 34."""
    steps = (place - before for place, before in zip(places, [0, *places], strict=False))
    return "".join("~" * (step // STEP) + chr(FIRST_STEP + step % STEP) for step in steps)


def _places_of(steps: str) -> Iterator[int]:
    """Yield the places that `_steps` wrote."""
    place = 0
    for character in steps:
        place += STEP if character == "~" else ord(character) - FIRST_STEP
        if character != "~":
            yield place


def shown_texts(entry: Entry, fields: Iterable[str] = SHOWN) -> Iterator[str]:
    """Yield the texts of an entry that are in the index, or those of some fields."""
    for field in fields:
        value = entry.get(field, [])
        yield from [value] if isinstance(value, str) else value
