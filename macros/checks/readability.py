"""How hard the pages are to read, for those who write: Flesch's reading ease, in Douma's version for Dutch.

Douma, W.H. (1960), *De leesbaarheid van landbouwbladen*; Flesch, R. (1948), *A new readability yardstick*. The figure
goes from 0, hard, to 100, easy. It informs and decides nothing: it knows no word that a reader knows.
"""

import re
from collections import defaultdict
from functools import cache
from typing import Final, NamedTuple

import pyphen

from macros.checks.wording import wording
from macros.language.language import Language
from macros.model.editions import Edition

LONG: Final = 25
"""A sentence with more words than this is long."""
HARDEST: Final = 5
"""As many pages as the report names."""
_SENTENCES: Final = re.compile(r"(?<=[.!?])[’”\"]?\s+")
_WORDS: Final = re.compile(r"[^\W\d_][\w’'-]*")


class Readability(NamedTuple):
    """The figures of one page: reading ease, and its long sentences."""

    ease: float
    long: list[str]


def readability(language: Language) -> dict[tuple[str, Edition], Readability]:
    """Return the figures of each pattern's page, by its key and language, in the languages that can be measured."""
    sentences: dict[tuple[str, Edition], list[str]] = defaultdict(list)
    for text in language.texts():
        if text.edition in wording().readability:
            sentences[text.pattern.key, text.edition] += _SENTENCES.split(text.text)
    return {
        page: Readability(reading_ease(those, page[1]), [one for one in those if len(_WORDS.findall(one)) > LONG])
        for page, those in sentences.items()
    }


def readability_report(language: Language) -> str:
    """Return the figures as text: the mean of each language, the hardest pages, and how many sentences are long."""
    lines: list[str] = []
    figures = readability(language)
    for edition in dict.fromkeys(edition for _key, edition in figures):
        own = {key: one for (key, of), one in figures.items() if of == edition}
        mean = sum(one.ease for one in own.values()) / len(own)
        long = sum(len(one.long) for one in own.values())
        lines.append(f"readability ({edition}): {mean:.0f} on average, {long} sentences of more than {LONG} words")
        for key, one in sorted(own.items(), key=lambda item: item[1].ease)[:HARDEST]:
            lines.append(f"  {one.ease:3.0f} {key}, {len(one.long)} long")
    return "\n".join(lines)


def reading_ease(sentences: list[str], edition: Edition) -> float:
    """Return the reading ease of sentences in a language."""
    of = wording().readability[edition]
    words = [found for sentence in sentences if (found := _WORDS.findall(sentence))]
    count = sum(map(len, words)) or 1
    syllables = sum(_syllables(word, of.hyphenation) for one in words for word in one)
    return of.base - of.per_word * count / max(len(words), 1) - of.per_syllable * syllables / count


@cache
def _syllables(word: str, hyphenation: str) -> int:
    return len(_dictionary(hyphenation).positions(word)) + 1


@cache
def _dictionary(hyphenation: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=hyphenation, left=1, right=1)
