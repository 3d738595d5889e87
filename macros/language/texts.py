"""The prose of the patterns as single texts with their places, gathered once for all checks that read words."""

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
        words: cut at white space, so that two languages are counted alike.
    """

    pattern: Pattern
    document: Document
    edition: Edition
    field: str
    loc: Loc
    text: str
    words: list[str]


def texts_of(pattern: Pattern) -> list[Text]:
    """Return every text of a pattern, in the order of the file."""
    document = pattern.document
    return [
        Text(pattern, document, edition, str(loc[1]), loc, text, text.split())
        for edition in EDITIONS
        for loc, text in document.texts
        if loc[0] == edition and _is_prose(loc)
    ]


def _is_prose(loc: Loc) -> bool:
    """Whether the value at a place of a language block is text that somebody reads."""
    field = TEXT_FIELDS.get(str(loc[1])) if len(loc) > 1 else None
    return field is None or (field.use.prose and loc[-1] not in field.not_prose_inside)
