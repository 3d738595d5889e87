"""The day of today as the site counts it: in the Netherlands, whatever the clock of the machine is set to."""

import os
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

EARLIEST: Final = date(1980, 1, 1)
"""The first day that the files of Word and EPUB, which are ZIP files, can carry."""
LATEST: Final = date(2099, 12, 31)
"""The last day that a file of the language may name; ZIP files end with 2107."""


def today() -> date:
    """Return the day of today in the Netherlands; SOURCE_DATE_EPOCH stands in for the clock where it is set."""
    return epoch() or now_in_the_netherlands()


def now_in_the_netherlands() -> date:
    """Return the day of today in the Netherlands by the clock of the machine."""
    return day_of(datetime.now(tz=UTC))


def epoch() -> date | None:
    """Return the day that SOURCE_DATE_EPOCH names (seconds since 1970), or None when it names none."""
    try:
        return day_at(int(os.environ["SOURCE_DATE_EPOCH"]))
    except (KeyError, ValueError):
        return None


def day_at(seconds: int) -> date:
    """Return the day of a moment in seconds since 1970, or the nearest one that every format can carry.

    Whoever makes a commit chooses its moment, which can be any number.
    """
    first, last = (datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp() for day in (EARLIEST, LATEST))
    return day_of(datetime.fromtimestamp(min(max(seconds, first), last), tz=UTC))


def day_of(moment: datetime) -> date:
    """Return the day of a moment in the Netherlands."""
    try:
        return moment.astimezone(ZoneInfo("Europe/Amsterdam")).date()
    except ZoneInfoNotFoundError:  # Windows has no time zones of its own
        return moment.astimezone(timezone(timedelta(hours=1))).date()
