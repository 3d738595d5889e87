"""Warnings on texts that are much longer or shorter than their field's explanation asks (the spans in `schema`)."""

import math
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from pydantic import BaseModel

from macros.core.editions import EDITIONS
from macros.core.findings import Finding, Place, Severity
from macros.core.language import Language
from macros.core.record import Span
from macros.core.schema import Example, FullText, Variant
from macros.core.texts import Text

WHOLE: Final[dict[str, Span]] = {"short": (150, 250), "full": (1, 500)}
"""Form of a pattern -> the words of all its texts in one language."""
MARGIN: Final = 0.1
"""The part of a bound by which words may pass it unsaid: they are a guide, and no reader counts."""
_FREE: Final = {"context", "problem", "intervention", "examples", "variants"}
"""Fields whose length is free in a short pattern, which is measured as a whole."""


def _spans(name: str, *models: type[BaseModel]) -> dict[str, Span]:
    spans = {}
    for model in models:
        for field, info in model.model_fields.items():
            extra: Any = info.json_schema_extra
            if isinstance(extra, dict) and name in extra:
                spans[field] = tuple(extra[name])
    return spans


_WORDS: Final = (
    _spans("words", FullText)
    | {"examples": _spans("words", Example)["text"]}
    | {"variants": _spans("words", Variant)["text"]}
)
_COUNTS: Final = _spans("count", FullText)


def texts_have_their_length(language: Language) -> Iterator[Finding]:
    """A text is about as long as its field asks, and a pattern as a whole about as long as its form."""
    for (pattern, edition), texts in groupby(language.texts(), key=lambda text: (text.pattern, text.edition)):
        whole, form = 0, pattern.fields.form
        for text in texts:
            words = len(text.words)
            whole += words
            span = _WORDS.get(text.field)
            if span and _outside(words, span) and not _is_free(text, form):
                message, instead = f"{text.field} has {words} words", f"{span[0]} to {span[1]} words"
                yield _finding(pattern.document.place(text.loc), message, instead)
        if _outside(whole, WHOLE[form]):
            bound = "at least {}" if whole < WHOLE[form][0] else "at most {}"
            instead = f"{bound.format(WHOLE[form][whole > WHOLE[form][0]])} words in the {form} form"
            place = pattern.document.place((edition,), of_key=True)
            yield _finding(place, f"the text in {edition} has {whole} words in all", instead)


def _is_free(text: Text, form: str) -> bool:
    return (form == "short" and text.field in _FREE) or (text.loc[-1] == "name" != text.field)


def _finding(place: Place, message: str, instead: str) -> Finding:
    return Finding(place, "length", message, "", instead, Severity.WARNING)


def lists_have_their_length(language: Language) -> Iterator[Finding]:
    """A list has about as many items as its field asks."""
    for pattern in language.patterns.values():
        for edition in EDITIONS:
            text = pattern.own_text(edition)
            for field, (low, high) in _COUNTS.items() if text else ():
                count = len(getattr(text, field))
                if count and not low <= count <= high:
                    place = pattern.document.place((edition, field), of_key=True)
                    yield _finding(place, f"{field} has {count} items", f"{low} to {high} items")


def _outside(words: int, span: Span) -> bool:
    return not math.floor(span[0] * (1 - MARGIN)) <= words <= math.ceil(span[1] * (1 + MARGIN))
