"""The prose of the patterns as single texts with their places, gathered once for all checks that read words."""

from typing import Final, NamedTuple

from macros.language.pattern import Pattern
from macros.model.editions import EDITIONS, Edition
from macros.model.sections import NOT_ON_PAGE
from macros.yaml.document import Document, Loc

NOT_PROSE: Final = NOT_ON_PAGE - {"situations"}
"""Fields of a language block that no one writes as text."""
_NOT_PROSE_INSIDE: Final = {
    "examples": {"source", "case"},
    "run": {"kind", "clients", "minutes", "open_at"},
}
"""Field of a language block -> what it holds beside text."""


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
    return len(loc) > 1 and loc[1] not in NOT_PROSE and loc[-1] not in _NOT_PROSE_INSIDE.get(str(loc[1]), ())
