"""The date of a published text: a day, and which text of that day it is."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

_WRITTEN: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-([1-9][0-9]?))?")


@dataclass(frozen=True, slots=True, order=True)
class TextDate:
    """The date under which a text is cited: `2026-11-28`, and `2026-11-28-2` for the second text of that day.

    Attributes:
        day: the day of publication in the Netherlands.
        nth: which text of that day it is, counted from 1.
    """

    day: date
    nth: int = 1

    def __str__(self) -> str:
        return self.day.isoformat() + (f"-{self.nth}" if self.nth > 1 else "")


def text_date_from(written: str) -> TextDate:
    """Read a date as `str` writes it.

    Raises:
        ValueError: when it is not written so, or no day of the calendar.
    """
    match = _WRITTEN.fullmatch(written)
    if match is None or match[2] == "1":
        raise ValueError("a date, written as 2026-11-28, or 2026-11-28-2 for the second text of that day")
    return TextDate(date.fromisoformat(match[1]), int(match[2] or 1))
