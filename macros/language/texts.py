"""The prose of the patterns as single texts with their places, gathered once for all checks that read words."""

from functools import cache
from typing import NamedTuple

from macros.language.pattern import Pattern
from macros.model.editions import EDITIONS, Edition
from macros.model.text_fields import TEXT_FIELDS
from macros.yaml.document import Document, Loc


class Text(NamedTuple):
    """One text of a pattern.

    Attributes:
        pattern: whose it is.
        document: the file it stands in.
        edition: the language it is in.
        field: the field of the language block.
        loc: the way to it in the file.
        text: as written.
    """

    pattern: Pattern
    document: Document
    edition: Edition
    field: str
    loc: Loc
    text: str


def texts_of(pattern: Pattern) -> list[Text]:
    """Return every text of a pattern by edition, in the order of the file."""
    document = pattern.document
    texts: dict[Edition, list[Text]] = {edition: [] for edition in EDITIONS}
    for loc, text in document.texts:
        if (edition := loc[0]) in texts and _is_prose(field := str(loc[1]), loc[-1]):
            texts[edition].append(Text(pattern, document, edition, field, loc, text))
    return [text for own in texts.values() for text in own]


@cache
def _is_prose(name: str, inside: str | int) -> bool:
    """Whether a text in a field of a language block is one that somebody reads, by the last step of the way to it."""
    field = TEXT_FIELDS.get(name)
    return field is None or (field.use.prose and inside not in field.not_prose_inside)
