"""What is exported: the language in one edition, under the name and address it is published at."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from macros.language.addresses import version_address
from macros.language.pattern import Pattern
from macros.model.editions import EDITIONS, Edition
from macros.view.blocks import Run, Runs, words
from macros.view.labels import Labels
from macros.view.library import Library

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of the texts; LICENSE-CONTENT has it in full."""
LICENCE_LINK: Final = Run("CC BY 4.0", url=LICENCE)


@dataclass(frozen=True, slots=True)
class Imprint(Library):
    """One edition as it is published.

    Attributes:
        publisher: who publishes it; may be empty, and the site's own name then stands in.
    """

    publisher: str = ""

    @property
    def words(self) -> Labels:
        """The words of the edition."""
        return Labels(self.edition)

    @property
    def name(self) -> str:
        """The name of the site."""
        return self.words.site_name

    @property
    def author(self) -> str:
        """Whom to cite."""
        return words(self.publisher) or self.name

    @property
    def licence(self) -> Runs:
        """That the text is free to use, with the licence as a link, as it asks of whoever passes a text on."""
        return (Run(f"{self.words.licence} "), LICENCE_LINK, Run("."))

    def url(self, address: str) -> str:
        """Return an address of the site as an absolute one."""
        return self.root + address

    def dated(self, pattern: Pattern) -> str:
        """Return the address of a pattern's text under its date; of a text in the other language, the permalink."""
        _text, shown_in = pattern.text(self.edition)
        if shown_in != self.edition:
            return self.permalink(pattern)
        return self.url(version_address(pattern.id, self.language.text_date(pattern, self.edition), self.edition))

    def patterns(self) -> list[Pattern]:
        """Return every pattern with a page: the published and the retired ones."""
        return [pattern for pattern in self.language.patterns.values() if not pattern.draft]

    def revised(self) -> date:
        """Return the date of the newest text: the date of whatever holds them all."""
        return self.language.newest_day(self.edition)

    def elsewhere(self, edition: Edition) -> "Imprint":
        """Return the same language in another edition."""
        return Imprint(self.language, edition, self.root, self.publisher)

    def editions(self) -> list["Imprint"]:
        """Return the language in every edition."""
        return [self.elsewhere(edition) for edition in EDITIONS]


def midnight(day: date) -> datetime:
    """Return the first moment of a day, in UTC: the time that exported files bear."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
