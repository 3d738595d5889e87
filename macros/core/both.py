"""A text that stands in a file in both languages, side by side."""

from macros.core.editions import Edition
from macros.core.record import Record, told
from macros.core.values import Prose


class Both(Record):
    """One text in both languages."""

    nl: Prose = told("In het Nederlands.", "In Dutch.")
    en: Prose = told("In het Engels.", "In English.")

    def of(self, edition: Edition) -> str:
        """Return the text of one edition."""
        return self.nl if edition == "nl" else self.en
