"""Warnings on texts that are much longer or shorter than their field's explanation asks (the spans in `schema`)."""

import math
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from pydantic import BaseModel

from macros.core.editions import EDITIONS
from macros.core.findings import Finding, Hole, Place, Severity
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
                holes: dict[str, Hole] = {"field": text.field, "count": words, "least": span[0], "most": span[1]}
                yield _finding(pattern.document.place(text.loc), "length.text", holes)
        if _outside(whole, WHOLE[form]):
            least, most = WHOLE[form]
            message = "length.too-short" if whole < least else "length.too-long"
            holes = {"edition": edition, "count": whole, "bound": least if whole < least else most, "form": form}
            yield _finding(pattern.document.place((edition,), of_key=True), message, holes)


def _is_free(text: Text, form: str) -> bool:
    return (form == "short" and text.field in _FREE) or (text.loc[-1] == "name" != text.field)


def _finding(place: Place, message: str, holes: dict[str, Hole]) -> Finding:
    return Finding(place, message, holes, severity=Severity.WARNING)


def lists_have_their_length(language: Language) -> Iterator[Finding]:
    """A list has about as many items as its field asks."""
    for pattern in language.patterns.values():
        for edition in EDITIONS:
            text = pattern.own_text(edition)
            for field, (low, high) in _COUNTS.items() if text else ():
                count = len(getattr(text, field))
                if count and not low <= count <= high:
                    place = pattern.document.place((edition, field), of_key=True)
                    yield _finding(place, "length.list", {"field": field, "count": count, "least": low, "most": high})


def _outside(words: int, span: Span) -> bool:
    return not math.floor(span[0] * (1 - MARGIN)) <= words <= math.ceil(span[1] * (1 + MARGIN))
