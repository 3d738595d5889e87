"""Checks that no two patterns say the same."""

from collections.abc import Iterator
from typing import Final

from macros.findings.finding import Finding
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.editions import Edition

LEAST: Final = 6
"""Sentences of fewer words may well be written twice."""
_FREE: Final = {"basis", "name"}
"""What a text rests on is told in fixed words; names have a check of their own."""


def sentences_are_new(language: Language) -> Iterator[Finding]:
    """No sentence of six words or more stands in two patterns; each pair of patterns is named once in a language."""
    first: dict[tuple[Edition, str], Pattern] = {}
    told: set[tuple[Edition, str, str]] = set()
    for text in language.texts():
        if text.field in _FREE:
            continue
        # Good enough to compare by, and four times as fast as an expression that looks behind.
        for sentence in text.text.rstrip(".?!").replace("? ", ". ").replace("! ", ". ").split(". "):
            held = first.setdefault((text.edition, sentence), text.pattern)
            pair = (text.edition, held.key, text.pattern.key)
            if held is text.pattern or pair in told or len(sentence.split()) < LEAST:
                continue
            told.add(pair)
            yield Finding(
                text.document.place_within(text.loc, " ".join(sentence.split()[:3])),
                "same-sentence",
                {"holder": held.document.path},
                sentence,
            )
