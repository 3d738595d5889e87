"""Warnings where the two languages of a pattern do not seem to say the same."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from macros.core.editions import EDITIONS, Edition, other
from macros.core.findings import Finding, Severity
from macros.core.language import Language
from macros.core.texts import Text
from macros.core.wording import wording

_LISTS: Final = ("signals", "forces", "steps", "examples", "variants", "pitfalls", "questions")
_NUMBER = re.compile(r"[0-9]+(?:[.,:][0-9]+)*(?![\w-])")
_NAME = re.compile(r"[A-Z](?<=[A-Za-z]\s.)[a-z]{2,}(?:-[A-Z][a-z]+)*(?<!se)(?![\w-])")
"""A word with a capital within a sentence. What ends in -se is made from a name (*Dordtse*): English has another."""


def lists_agree(language: Language) -> Iterator[Finding]:
    """A list has as many items in one language as in the other."""
    for pattern in language.patterns.values():
        one, two = (pattern.own_text(edition) for edition in EDITIONS)
        for field in _LISTS if one and two else ():
            counts = len(getattr(one, field)), len(getattr(two, field))
            if counts[0] != counts[1]:
                fewer = EDITIONS[counts[0] > counts[1]]
                yield Finding(
                    pattern.document.place((fewer, field), of_key=True),
                    "editions-differ.counts",
                    {"field": field, "counts": tuple(f"{n} {code}" for n, code in zip(counts, EDITIONS, strict=True))},
                    severity=Severity.WARNING,
                )


def numbers_and_names_agree(language: Language) -> Iterator[Finding]:
    """A number, or a name of the Dutch text, stands in the other language too."""
    for _pattern, group in groupby(language.texts(), key=lambda text: text.pattern):
        texts = list(group)
        whole = {edition: "\n".join(text.text for text in texts if text.edition == edition) for edition in EDITIONS}
        if not all(whole.values()):
            continue
        numbers = {edition: _numbers(whole[edition]) for edition in EDITIONS}
        for edition in EDITIONS:
            there = {_plain(number) for number in numbers[other(edition)]}
            missing = {number for number in numbers[edition] if _plain(number) not in there}
            yield from _missing(texts, edition, missing, "editions-differ.number")
        names = _names(texts) - wording().translated
        missing = {name for name in names if name.removesuffix("s") not in whole["en"]}
        yield from _missing(texts, "nl", missing, "editions-differ.name")


def _numbers(text: str) -> set[str]:
    """Return the numbers in digits that stand alone: 2006, and not the 4 of A4."""
    return {match.group() for match in _NUMBER.finditer(text) if not text[match.start() - 1].isalnum()}


def _names(texts: list[Text]) -> set[str]:
    """Return the words with a capital within a sentence of the Dutch texts, where these are names."""
    return {match.group() for text in texts if text.edition == "nl" for match in _NAME.finditer(text.text)}


def _plain(number: str) -> str:
    return re.sub(r"[.,:]", "", number)


def _missing(texts: list[Text], edition: Edition, missing: set[str], message: str) -> Iterator[Finding]:
    for word in sorted(missing):
        text = next(text for text in texts if text.edition == edition and word in text.text)
        yield Finding(
            text.document.place_within(text.loc, word),
            message,
            {"edition": other(edition)},
            word,
            severity=Severity.WARNING,
        )
