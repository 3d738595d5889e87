"""Warnings where the languages of a pattern do not seem to say the same."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, permutations
from typing import Final

from macros.checks.wording import wording
from macros.findings.finding import Finding, Severity
from macros.language.language import Language
from macros.language.texts import Text
from macros.model.editions import Edition
from macros.model.text import ShortText
from macros.model.text_fields import TEXT_FIELDS
from macros.yaml.document import Loc

_LISTS: Final = tuple(name for name, field in TEXT_FIELDS.items() if field.use.section and field.is_list)
# Possessive: a number is taken whole or not at all, without a second look at its parts.
_NUMBER = re.compile(r"[0-9]++(?:[.,:][0-9]++)*+")
_NAME = re.compile(r"[A-Z](?<=[A-Za-z]\s.)(?<!['’][stn]\s.)[a-z]{2,}(?:-[A-Z][a-z]+)*(?<!se)(?![\w-])")
"""A word with a capital within a sentence. What ends in -se is made from a name (*Dordtse*): English has another.

A capital after *’s* or *’t* begins the sentence.
"""


def lists_agree(language: Language) -> Iterator[Finding]:
    """A list has as many items in one language as in another."""
    for pattern in language.patterns.values():
        for field in _LISTS if len(pattern.editions) > 1 else ():
            counts = {edition: len(getattr(text, field)) for edition, text in pattern.fields.texts.items()}
            fewest = min(counts, key=lambda edition: counts[edition])
            if counts[fewest] != max(counts.values()):
                yield Finding(
                    pattern.document.place((fewest, field), of_key=True),
                    "editions-differ.counts",
                    {"field": field, "counts": tuple(f"{count} {edition}" for edition, count in counts.items())},
                    severity=Severity.WARNING,
                )


def runs_agree(language: Language) -> Iterator[Finding]:
    """A run takes the same steps in one language as in another, moves are for the same roles, examples of one kind."""
    for pattern in language.patterns.values():
        first, *others = pattern.fields.texts.items()
        for edition, text in others:
            for field, way in _same_in_all(first[1], text):
                yield Finding(
                    pattern.document.place((edition, *way), of_key=True),
                    "editions-differ.run",
                    {"field": field, "edition": first[0]},
                    severity=Severity.WARNING,
                )


def _same_in_all(one: ShortText, other: ShortText) -> Iterator[tuple[str, Loc]]:
    """Yield the fields that differ though they hold no words, with the way to each."""
    for field in ("kind", "clients", "open_at"):
        if getattr(one.run, field) != getattr(other.run, field):
            yield f"run.{field}", ("run", field)
    if [step.minutes for step in one.run.steps] != [step.minutes for step in other.run.steps]:
        yield "run.steps", ("run", "steps")
    if one.moves.keys() != other.moves.keys():
        yield "moves", ("moves",)
    kinds = [[(example.heading, example.case, example.source) for example in text.examples] for text in (one, other)]
    if kinds[0] != kinds[1] and len(kinds[0]) == len(kinds[1]):
        yield "examples", ("examples",)


def numbers_and_names_agree(language: Language) -> Iterator[Finding]:
    """A number, or a name in a text where a capital means one, stands in the other languages of a pattern too."""
    for pattern, group in groupby(language.texts(), key=lambda text: text.pattern):
        texts = {edition: list(own) for edition, own in groupby(group, key=lambda text: text.edition)}
        whole = {edition: "\n".join(text.text for text in own) for edition, own in texts.items()}
        numbers = {edition: _numbers(text) for edition, text in whole.items()}
        for edition, there in permutations(pattern.editions, 2):
            known = {_plain(number) for number in numbers[there]}
            missing = (number for number in sorted(numbers[edition]) if _plain(number) not in known)
            yield from _missing(texts[edition], there, missing, "editions-differ.number")
        for edition, there in permutations(pattern.editions, 2):
            if edition in wording().names:
                names = _names(texts[edition]) - wording().names[edition]
                missing = (name for name in sorted(names) if name.removesuffix("s") not in whole[there])
                yield from _missing(texts[edition], there, missing, "editions-differ.name")


def _numbers(text: str) -> set[str]:
    """Return the numbers in digits that stand alone: 2006, and not the 4 of A4."""
    return {match.group() for match in _NUMBER.finditer(text) if not _is_part(text, *match.span())}


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether a number is part of a word, as in A4, 4x or 2006-; an age such as *81-year-old* is none."""
    if text.startswith("-year", end):
        return False
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum() or text[end : end + 1] in ("-", "_")


def _names(texts: list[Text]) -> set[str]:
    """Return the words with a capital within a sentence."""
    return {match.group() for text in texts for match in _NAME.finditer(text.text)}


def _plain(number: str) -> str:
    return re.sub(r"[.,:]", "", number)


def _missing(texts: list[Text], there: Edition, missing: Iterable[str], message: str) -> Iterator[Finding]:
    for word in missing:
        text = next(text for text in texts if word in text.text)
        yield Finding(
            text.document.place_within(text.loc, word),
            message,
            {"edition": there},
            word,
            severity=Severity.WARNING,
        )
