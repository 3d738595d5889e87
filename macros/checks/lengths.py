"""Warnings on texts that are longer or shorter than their field's explanation asks (the spans in `model/text.py`)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import filterfalse, groupby
from typing import Final

from macros.findings.finding import Finding, Hole, Place, Severity
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.language.texts import Text
from macros.model.base import Span
from macros.model.editions import Edition
from macros.model.text import ShortText, Variant
from macros.model.text_fields import TEXT_FIELDS, spans_of
from macros.text.wikilinks import Wikilink, replaced
from macros.yaml.document import Loc

WHOLE: Final = {"short": 390, "full": 600}
"""Form of a pattern -> the most words of a page in one language."""
AROUND: Final = {"short": 45, "full": 65}
"""Form of a pattern -> the words of a page that stand in no text: the line of facts and the related patterns."""
_BLOCK: Final = "context + problem"
_TOGETHER: Final = {"context": _BLOCK, "problem": _BLOCK}
"""Fields that are one block on the page and are measured together."""
_BLOCK_SPANS: Final[dict[str, Span]] = {"short": (15, 43), "full": (30, 66)}
WORD: Final = re.compile(r"[^\W_]+(?:[’'./-][^\W_]+)*")
"""One word, as words are counted."""


def _spans(name: str) -> dict[str, Span]:
    return {field: one.spans[name] for field, one in TEXT_FIELDS.items() if name in one.spans}


_EACH: Final = _spans("words") | {"variants": spans_of(Variant.model_fields["text"])["words"]}
"""Field -> the words of each of its texts."""
_ALL: Final = {form: _spans(form) | {_BLOCK: _BLOCK_SPANS[form]} for form in WHOLE}
"""Form of a pattern -> field -> the words of all its texts together."""
_COUNTS: Final = _spans("count")


def texts_have_their_length(language: Language) -> Iterator[Finding]:
    """A text is about as long as its field asks, and a page no longer than its form allows."""
    for (pattern, edition), texts in groupby(language.texts(), key=lambda text: (text.pattern, text.edition)):
        if pattern.own_text(edition) and not pattern.withdrawal:
            yield from _lengths(language, pattern, edition, list(texts))


def _lengths(language: Language, pattern: Pattern, edition: Edition, texts: list[Text]) -> Iterator[Finding]:
    form = pattern.fields.form
    sums: dict[str, int] = defaultdict(int)
    for text in texts:
        count = count_words(text.text, language, edition)
        sums[_TOGETHER.get(text.field, text.field)] += count
        span = _EACH.get(text.field)
        if span and not span[0] <= count <= span[1] and not (text.field == "variants" and text.loc[-1] == "name"):
            yield _length(pattern, text.loc, text.field, count, span)
    for field, span in _ALL[form].items():
        if field in sums and not span[0] <= sums[field] <= span[1]:
            yield _length(pattern, (edition, "problem" if field == _BLOCK else field), field, sums[field], span)
    whole = sum(count for field, count in sums.items() if field == _BLOCK or TEXT_FIELDS[field].use.counted)
    whole += AROUND[form]
    if whole > WHOLE[form]:
        holes: dict[str, Hole] = {"edition": edition, "count": whole, "bound": WHOLE[form], "form": form}
        yield _finding(pattern.document.place((edition,), of_key=True), "length.too-long", holes)


def count_words(text: str, language: Language, edition: Edition) -> int:
    """Return how many words a reader sees: a link counts as the words that it shows."""

    def shown(link: Wikilink) -> str:
        pattern = language.patterns.get(link.key)
        return link.words or (pattern.name(edition) if pattern else link.key)

    plain = replaced(text, shown)
    # Letters and digits with at most one other sign behind them are one word: only the rest takes an expression.
    tokens = plain.split()
    rest = list(filterfalse(str.isalnum, tokens))
    return len(tokens) - len(rest) + sum(1 if token[:-1].isalnum() else len(WORD.findall(token)) for token in rest)


def _length(pattern: Pattern, loc: Loc, field: str, count: int, span: Span) -> Finding:
    holes: dict[str, Hole] = {"field": field, "count": count, "least": span[0], "most": span[1]}
    return _finding(pattern.document.place(loc, of_key=True), "length.text", holes)


def _finding(place: Place, message: str, holes: dict[str, Hole]) -> Finding:
    return Finding(place, message, holes, severity=Severity.WARNING)


def lists_have_their_length(language: Language) -> Iterator[Finding]:
    """A list has about as many items as its field asks."""
    for pattern in language.patterns.values():
        for edition, text in pattern.fields.texts.items():
            for field, span in _COUNTS.items():
                yield from _list_length(pattern, edition, text, field, span)


def _list_length(pattern: Pattern, edition: Edition, text: ShortText, field: str, span: Span) -> Iterator[Finding]:
    count = len(getattr(text, field))
    if count and not span[0] <= count <= span[1]:
        place = pattern.document.place((edition, field), of_key=True)
        yield _finding(place, "length.list", {"field": field, "count": count, "least": span[0], "most": span[1]})
