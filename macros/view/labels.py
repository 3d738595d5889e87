"""The words on the pages, in every edition, and how a date is written in them."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from macros.model.base import ENGLISH
from macros.model.editions import EDITIONS, OWN_LABELS, Edition, language_name
from macros.record.text_date import TextDate
from macros.yaml.reader import parse

_FILE = Path(__file__).with_name("labels.yml")


@cache
def engine_labels() -> dict[str, dict[str, str]]:
    """Return the words of labels.yml: key -> language -> text. The file is our own: what is wrong in it raises."""
    return dict(parse(_FILE.read_bytes(), _FILE.name).data)


def _label(key: str, edition: Edition) -> str:
    own = OWN_LABELS.get(edition, {})
    if key in own:
        return own[key]
    texts = engine_labels()[key]
    return texts.get(edition) or texts[stand_in()]


def stand_in() -> Edition:
    """Return the language whose words stand where an edition has none: that of the main edition, or English."""
    return next(one for one in (EDITIONS[0], ENGLISH) if one in engine_labels()["site_name"])


class Labels:
    """The words of one edition: `words("forces")`, or `words.forces` in a template."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    def __call__(self, key: str) -> str:
        """Return the words for a key.

        Raises:
            KeyError: when there is no such key.
        """
        return _label(key, self.edition)

    def of(self, key: str) -> str:
        """Return the words for a key, or the key itself as words: for texts of before, whose parts may be gone."""
        return self(key) if key in engine_labels() else key.replace("_", " ").capitalize()

    def __getattr__(self, key: str) -> str:
        try:
            return self(key)
        except KeyError:
            raise AttributeError(key) from None

    def name_of(self, language: Edition) -> str:
        """Return what the language of an edition is called in this one."""
        return language_name(language, self.edition)

    def borrowed_from(self, language: Edition) -> str:
        """Return the notice on a text that is shown in another language than the edition's."""
        return self("borrowed").format(language=self.name_of(language))

    def borrowed_case(self, language: Edition) -> str:
        """Return the notice on a case that is shown in another language than the edition's."""
        return self("case_borrowed").format(language=self.name_of(language))

    def day(self, day: date) -> str:
        """Return a date as people write it: 22 november 2026."""
        return f"{day.day} {self('months').split()[day.month - 1]} {day.year}"

    def month_day(self, day: date) -> str:
        """Return a day within a year as the APA style has it: november 22."""
        return f"{self('months').split()[day.month - 1]} {day.day}"

    def text_date(self, dated: TextDate) -> str:
        """Return the date of a text as people write it: 22 november 2026, and (2) after it for the second of a day."""
        return self.day(dated.day) + (f" ({dated.nth})" if dated.nth > 1 else "")

    def minutes(self, count: int) -> str:
        """Return a length of time: 45 minuten."""
        return f"{count} {self('one_minute' if count == 1 else 'more_minutes')}"

    def listing(self, items: Iterable[str]) -> str:
        """Return words joined by commas and a closing "and"."""
        *first, last = items
        return f"{', '.join(first)} {self('and')} {last}" if first else last
