"""What a contribution speaks of in the language: the patterns that it names, the place of a sentence that it copies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from macros.contributions.signals import Sign, signs_in
from macros.findings.finding import Place
from macros.language.language import Language
from macros.text.slugs import slugify

_SEPARATOR: Final = re.compile(r"[,;\n]|\s(?:en|and|&)\s")
_NUMBER: Final = re.compile(r"\s*(?:patroon|pattern|nr[.]?|no[.]?|#)?\s*(\d{1,6})(?![\d%])", re.IGNORECASE)
_HIDDEN: Final = "_"
"""Stands for each character of a telephone number and the like, whose digits name no pattern."""
_ADDRESS: Final = re.compile(r"/p/(\d{1,6})(?!\d)")
_LEAST: Final = 12
"""A shorter sentence stands in too many places, in characters."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What an answer says of patterns.

    Attributes:
        patterns: the keys of those that it names: each by its number in front, its address, name or key.
        signs: what may identify somebody in the rest of it.
    """

    patterns: list[str]
    signs: list[Sign]


def mentioned_in(answer: str, language: Language) -> Mentioned:
    """Return the patterns that an answer names, and what in the rest of it may identify somebody."""
    by_number = {pattern.id: pattern.key for pattern in language.patterns.values()}
    names = language.names() | {key: key for key in language.patterns}
    signs = signs_in(answer)
    numbers = answer
    for one in signs:
        if not set(answer[one.start : one.end]).isdisjoint("0123456789"):
            numbers = numbers[: one.start] + _HIDDEN * (one.end - one.start) + numbers[one.end :]
    keys: list[str] = []
    named: list[tuple[int, int]] = []
    for start, end in ((0, len(answer)), *_parts(answer)):
        number = _NUMBER.match(numbers[start:end]) or _ADDRESS.search(numbers[start:end])
        key = by_number.get(int(number[1])) if number else names.get(slugify(answer[start:end]))
        keys += [key] if key else []
        # Behind its number the name may stand too, whose capitals are those of no person.
        after = start + number.end() if number else start
        named += [(after, end)] if key and names.get(slugify(answer[after:end])) == key else []
    return Mentioned(
        list(dict.fromkeys(keys)),
        [one for one in signs if not any(start <= one.start and one.end <= end for start, end in named)],
    )


def _parts(answer: str) -> Iterator[tuple[int, int]]:
    """Yield where each part of a list in words begins and ends."""
    start = 0
    for separator in _SEPARATOR.finditer(answer):
        yield start, separator.start()
        start = separator.end()
    yield start, len(answer)


def places_of(sentence: str, language: Language) -> Iterator[Place]:
    """Yield where a sentence stands in the files of the language, whatever white space and quotation marks it has."""
    wanted = _loose(sentence)
    if len(wanted) < _LEAST:
        return
    for document in language.all_documents():
        for loc, text in document.texts:
            if wanted in _loose(text):
                yield document.place_within(loc, " ".join(sentence.split()))


def _loose(text: str) -> str:
    return re.sub(r"[‘’‚‛'\"“”„«»]", "'", " ".join(text.split())).casefold().strip(" .…'")
