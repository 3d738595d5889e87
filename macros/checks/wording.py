"""The words that checks of prose look for: from wording.yml, or from the language's own words.<code>.yml.

A language of which neither tells is not looked at.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from macros.model.edition_words import EditionWords
from macros.model.editions import OWN_WORDS, Edition
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
    """The words, ready to search with.

    Attributes:
        address: the words that speak to a reader, by language.
        jargon: the words that belong in `keywords`, by language.
        tics: finds each turn of phrase that tires when it comes back, by its name and by language.
        names: the editions in whose language a capital within a sentence means a name, each with the names that other
            languages call otherwise.
        readability: how reading ease is worked out, by language.
    """

    address: dict[Edition, list[str]]
    jargon: dict[Edition, list[str]]
    tics: dict[str, dict[Edition, re.Pattern[str]]]
    names: dict[Edition, frozenset[str]]
    readability: dict[Edition, ReadingEase]


_kept: tuple[dict[Edition, EditionWords], Wording] | None = None


def wording() -> Wording:
    """Return the words: those of wording.yml, and in their place what the language tells of its own editions."""
    global _kept  # noqa: PLW0603 - checks ask for each text, and what a language tells rarely changes
    if _kept is None or _kept[0] != OWN_WORDS:
        _kept = (dict(OWN_WORDS), _with_own())
    return _kept[1]


def _with_own() -> Wording:
    return replace(
        _written(),
        address=_written().address | {code: own.address for code, own in OWN_WORDS.items() if own.address is not None},
        jargon=_written().jargon | {code: own.jargon for code, own in OWN_WORDS.items() if own.jargon is not None},
        names=_written().names
        | {code: frozenset(own.names) for code, own in OWN_WORDS.items() if own.names is not None},
    )


@cache
def _written() -> Wording:
    """Read wording.yml; the file is our own, so what is wrong in it raises."""
    data = parse(_FILE.read_bytes(), _FILE.name).data
    return Wording(
        address=data["address"],
        jargon=data["jargon"],
        tics={
            name: {edition: re.compile(found, re.MULTILINE) for edition, found in by_edition.items()}
            for name, by_edition in data["tics"].items()
        },
        names={edition: frozenset(words) for edition, words in data["names"].items()},
        readability={edition: _reading_ease(written) for edition, written in data["readability"].items()},
    )


def _reading_ease(written: dict[str, str]) -> ReadingEase:
    base, per_word, per_syllable = (float(written[name]) for name in ("base", "per_word", "per_syllable"))
    return ReadingEase(base, per_word, per_syllable, written["hyphenation"])
