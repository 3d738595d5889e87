"""What a check has to say: one finding, at one place, with what would be right."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum


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
class Finding:
    """One thing that is wrong (or worth knowing) at one place.

    Attributes:
        place: where it is.
        rule: short name of the rule, stable, for reports and tests.
        message: what is wrong, in one sentence without full stop.
        written: what stands there, literally; empty when nothing does.
        instead: what would be right; empty when only the writer can know.
        severity: how much it weighs.
    """

    place: Place
    rule: str
    message: str
    written: str = ""
    instead: str = ""
    severity: Severity = Severity.ERROR


MAX_FINDINGS = 100
"""More findings than this on one file are no help: something else is wrong with it."""
MAX_WORD = 80
"""No word or key is longer, and comparing long texts takes long."""
MAX_LISTED = 12
"""More words than this are no help in a message."""


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """Return the known word nearest to what was written, or an empty string when none is near."""
    if len(written) > MAX_WORD:
        return ""
    near = get_close_matches(written.lower(), list(known), n=1, cutoff=0.6)
    return near[0] if near else ""


def one_of(written: str, known: Iterable[str]) -> str:
    """Return advice for a wrong word: the nearest known one, or all of them when they are few."""
    words = list(dict.fromkeys(known))
    near = did_you_mean(written, words)
    if near or len(words) == 1:
        return near or words[0]
    return f"one of {', '.join(words)}" if 0 < len(words) <= MAX_LISTED else ""
