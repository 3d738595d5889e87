"""The words that checks of prose look for, and what `rename` writes, from wording.yml."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from macros.model.editions import EDITIONS, Edition
from macros.yaml.reader import parse

_FILE = Path(__file__).with_name("wording.yml")


class ReadingEase(NamedTuple):
    """How reading ease is worked out in one language: from words a sentence and syllables a word."""

    base: float
    per_word: float
    per_syllable: float
    hyphenation: str


@dataclass(frozen=True, slots=True)
class Wording:
    """What wording.yml holds, ready to search with.

    Attributes:
        address: the words that speak to a reader, by language.
        jargon: the words that belong in `keywords`, by language.
        tics: finds each turn of phrase that tires when it comes back, by its name and by language.
        names: the editions in whose language a capital within a sentence means a name, each with the names that other
            languages call otherwise.
        renamed: what a renamed pattern says of its former text, with a hole for the new name.
        readability: how reading ease is worked out, by language.
    """

    address: dict[Edition, list[str]]
    jargon: dict[Edition, list[str]]
    tics: dict[str, dict[Edition, re.Pattern[str]]]
    names: dict[Edition, frozenset[str]]
    renamed: dict[Edition, str]
    readability: dict[Edition, ReadingEase]


@cache
def wording() -> Wording:
    """Read the words; the file is our own, so what is wrong in it raises."""
    data = parse(_FILE.read_bytes(), _FILE.name).data
    return Wording(
        {edition: data["address"][edition] for edition in EDITIONS},
        {edition: data["jargon"][edition] for edition in EDITIONS},
        {
            name: {edition: re.compile(found[edition], re.MULTILINE) for edition in EDITIONS}
            for name, found in data["tics"].items()
        },
        {edition: frozenset(data["names"][edition]) for edition in EDITIONS if edition in data["names"]},
        data["renamed"],
        {edition: _reading_ease(data["readability"][edition]) for edition in EDITIONS},
    )


def _reading_ease(written: dict[str, str]) -> ReadingEase:
    base, per_word, per_syllable = (float(written[name]) for name in ("base", "per_word", "per_syllable"))
    return ReadingEase(base, per_word, per_syllable, written["hyphenation"])
