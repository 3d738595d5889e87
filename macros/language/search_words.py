"""Words as search compares them: folded, and stemmed by the rules of an edition."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from macros.model.edition_words import SearchWords
from macros.model.editions import OWN_WORDS, Edition
from macros.yaml.reader import parse

LONGEST_PHRASE: Final = 5
"""Words that everyday.yml may hold together."""
LONGEST_WORD: Final = 40
"""Letters of a word that are compared."""

_FILE: Final = Path(__file__).with_name("search_words.yml")
_MARKS: Final = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]")
"""Accents, and signs that nobody sees and that come along when people copy."""
_LETTERS: Final = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l"}
"""Letters that no accent makes, as people without them type them."""
_WORD: Final = re.compile("[a-z0-9]+(?:'[a-z0-9]+)*")
_DIGIT: Final = re.compile("[0-9]")
_QUOTES: Final = str.maketrans(dict.fromkeys("’‘ʼ`´", "'"))


@dataclass(frozen=True, slots=True)
class Rules:
    """How the words of a language are compared, as `SearchWords` has it.

    Attributes:
        stop: folded words.
        endings: passes of (ending, what takes its place, letters before it).
        replace: pairs of letters.
        links: between the parts of a compound.
        particles: what may stand apart from its verb.
        numbers: digits -> the word.
        known: stems worked out before.
    """

    stop: frozenset[str] = frozenset()
    endings: tuple[tuple[tuple[str, str, int], ...], ...] = ()
    replace: tuple[tuple[str, str], ...] = ()
    links: tuple[str, ...] = ("",)
    particles: tuple[str, ...] = ()
    numbers: Mapping[str, str] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict, compare=False)

    def stem(self, word: str) -> str:
        """Return the stem of a folded word; one with a digit in it stays as it is."""
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = word if _DIGIT.search(word) else self._stemmed(word)
        return found

    def _stemmed(self, word: str) -> str:
        for endings in self.endings:
            for ending, new, before in endings:
                if word.endswith(ending) and len(word) - len(ending) >= before:
                    word = word[: len(word) - len(ending)] + new
                    break
        for old, new in self.replace:
            word = word.replace(old, new)
        return word

    def stems(self, text: str) -> list[str]:
        """Return the stem of every word of a text, in order."""
        return [self.stem(word) for word in words(text)]

    def data(self) -> dict[str, Any]:
        """Return the rules as the index carries them."""
        return {
            "stop": " ".join(sorted(self.stop)),
            "endings": self.endings,
            "replace": self.replace,
            "links": self.links,
            "particles": " ".join(self.particles),
            "numbers": self.numbers,
        }


def words(text: str) -> list[str]:
    """Return the words of a text in order: lower case, without accents, at most `LONGEST_WORD` letters."""
    return [_as_compared(word) for word in _WORD.findall(_folded(text))]


def different_words(text: str) -> set[str]:
    """Return the words of a text, each once; of a long one in half the time."""
    return {_as_compared(word) for word in set(_WORD.findall(_folded(text)))}


def _folded(text: str) -> str:
    folded = _MARKS.sub("", unicodedata.normalize("NFD", text)).lower().translate(_QUOTES)
    for letter, plain in _LETTERS.items():
        folded = folded.replace(letter, plain)
    return folded


def _as_compared(word: str) -> str:
    return word.removesuffix("'s").replace("'", "")[:LONGEST_WORD]


def rules_of(edition: Edition) -> Rules:
    """Return the rules of an edition: its own, or those of search_words.yml; without them words count as they stand."""
    own = OWN_WORDS.get(edition)
    return _rules(own.search if own and own.search else _written().get(edition, SearchWords()))


@cache
def _written() -> dict[Edition, SearchWords]:
    """Return what search_words.yml holds; the file is our own, so what is wrong in it raises."""
    data = parse(_FILE.read_bytes(), _FILE.name).data
    return {edition: SearchWords.model_validate(written) for edition, written in data.items()}


@cache
def _rules(written: SearchWords) -> Rules:
    return Rules(
        stop=frozenset(words(written.stop)),
        endings=tuple(
            tuple((end, new, int(before)) for end, new, before in (one.split("/") for one in each.split()))
            for each in written.endings
        ),
        replace=tuple((old, new) for old, new in (one.split("/") for one in written.replace.split())),
        links=("", *written.links.split()),
        particles=tuple(written.particles.split()),
        numbers=dict(one.split("/") for one in written.numbers.split()),
    )
