"""The dates of the texts of today: from the record, or the one that the next publication would give."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property

from macros.model.text import ShortText
from macros.record.clock import epoch, today
from macros.record.published_text import PublishedText
from macros.record.record import TextRecord
from macros.record.sections import TextSection, fingerprint, sections_of
from macros.record.text_date import TextDate


class TextDates:
    """Finds today's texts in the record, by their fingerprints."""

    def __init__(
        self, record: TextRecord, numbers: Mapping[str, int], file_days: Callable[[], Mapping[str, date]]
    ) -> None:
        """Take what the dates follow from.

        Args:
            record: the texts that were published.
            numbers: the numbers of the patterns by key.
            file_days: gives the day on which each file last changed, by path; asked only when there is no record.
        """
        self.record, self._numbers, self._file_days = record, numbers, file_days
        self._known: dict[tuple[int, str], tuple[ShortText, list[TextSection], str]] = {}

    def sections(self, number: int, edition: str, text: ShortText) -> tuple[list[TextSection], str]:
        """Return the sections of a text and its fingerprint."""
        known = self._known.get((number, edition))
        if known is None or known[0] is not text:
            sections = sections_of(text, self._numbers)
            known = self._known[number, edition] = (text, sections, fingerprint(sections))
        return known[1], known[2]

    def published(self, number: int, edition: str, text: ShortText) -> PublishedText | None:
        """Return the record of a text when it is the one that was published last, or else None."""
        latest = self.record.latest(number, edition)
        return latest if latest and latest.fingerprint == self.sections(number, edition, text)[1] else None

    @cached_property
    def _days(self) -> Mapping[str, date]:
        """The day on which each file last changed: a build asks thousands of times, and git takes milliseconds each."""
        return self._file_days()

    def _day(self, path: str) -> date:
        """Return the day that a text has which is not published yet."""
        changed = None if self.record else self._days.get(path)
        return min(changed, self._today) if changed and not self._given else self._today

    @cached_property
    def _given(self) -> bool:
        """Whether the day of today is one that was given."""
        return epoch() is not None

    @cached_property
    def _today(self) -> date:
        """The day of today: to ask the clock for every text takes as long as all the rest of its date."""
        return today()

    def date(self, number: int, edition: str, text: ShortText, path: str) -> TextDate:
        """Return the date of a text: the one it was published under, or the one that publishing it would give.

        Before a first publication that is the day on which its file last changed.
        """
        published = self.published(number, edition, text)
        if published:
            return published.text_date
        return next_date(self.record.latest(number, edition), self._day(path))


def next_date(latest: PublishedText | None, day: date) -> TextDate:
    """Return the date of a text that is published on a day, after the one that was published last."""
    if latest is None or latest.text_date.day < day:
        return TextDate(day)
    return TextDate(latest.text_date.day, latest.text_date.nth + 1)
