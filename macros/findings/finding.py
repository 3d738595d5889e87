"""What a check finds: one finding, at one place, with the words for it left to a report.

To add a message: write its words in `messages.yml` under an id, in every language and with its holes in braces, and
make a `Finding` with that id and a value for each hole. The id is the rule, or the rule, a dot and the case of it:
`wrong-value.date` is a case of the rule `wrong-value`. `tests/findings/test_messages.py` compares the two.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from macros.text.slugs import slugify


class Severity(StrEnum):
    """How much a finding weighs: an error fails the check, a warning and a notice do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: path relative to the repository root, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Advice:
    """Which values would be right in the place of a wrong one.

    Attributes:
        nearest: the right values that look most like what was written, the nearest first.
        allowed: all the right values, when they are few enough to list.
    """

    nearest: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()


NO_ADVICE = Advice()

Hole = str | int | tuple[str, ...]
"""What fills a hole in a message; several values are listed with commas."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong (or worth knowing) at one place.

    Attributes:
        place: where it is.
        message: the id of its words in messages.yml.
        holes: what fills the holes in these words, by name.
        written: what stands there, literally; empty when nothing does.
        advice: which values would be right there.
        severity: how much it weighs.
        pages: the addresses of the built pages on which it shows; only in the check of a built site.
    """

    place: Place
    message: str
    holes: Mapping[str, Hole] = field(default_factory=dict)
    written: str = ""
    advice: Advice = NO_ADVICE
    severity: Severity = Severity.ERROR
    pages: tuple[str, ...] = ()

    @property
    def rule(self) -> str:
        """Short name of the rule, stable, for reports and tests."""
        return self.message.partition(".")[0]


MAX_FINDINGS = 100
"""More findings than this on one file are no help: something else is wrong with it."""
MAX_WORD = 80
"""No word or key is longer, and comparing long texts takes long."""
MAX_LISTED = 200
MAX_LISTED_TOO = 80
"""A longer list of words, in characters, is no help in a message: alone, and beside the nearest word."""
NO_NAMES: Final[Mapping[str, str]] = {}
_CLOSE = 60
_REMOTE = 35
"""How alike two words are, from 0 to 100: one that is meant, and one that is worth offering among others."""


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """Return the known word nearest to what was written, or an empty string when none is near."""
    return next(iter(_nearest(written, known, 1, _CLOSE)), "")


def _nearest(written: str, known: Iterable[str], count: int, likeness: int) -> tuple[str, ...]:
    # Imported here: most runs find nothing wrong and do without.
    from rapidfuzz import fuzz, process

    if len(written) > MAX_WORD:
        return ()
    found = process.extract(written.lower(), list(known), scorer=fuzz.ratio, limit=count, score_cutoff=likeness)
    return tuple(word for word, _likeness, _index in found)


def among(written: str, known: Iterable[str], names: Mapping[str, str] = NO_NAMES) -> Advice:
    """Return the advice for a wrong value: the nearest right one, and all of them when they are few.

    Where they are many and none is near, the three that are least unlike it.

    Args:
        written: what stands there.
        known: the right values, in the order in which to list them.
        names: what people call these values, as slugs -> the value.
    """
    words = tuple(dict.fromkeys(known))
    near = did_you_mean(written, words)
    if not near and names:
        near = names.get(did_you_mean(slugify(written), names), "")
    if len(", ".join(words)) <= (MAX_LISTED_TOO if near else MAX_LISTED):
        return Advice((near,) if near else (), words)
    return Advice((near,) if near else _nearest(written, words, 3, _REMOTE))
