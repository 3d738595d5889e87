"""Texts that were withdrawn, for rights or privacy: `patterns/withdrawn.yml`, which outranks the record."""

from typing import Final, Literal, get_args

from macros.model.base import Model, described
from macros.model.editions import DeclaredCode
from macros.model.values import Day, Number
from macros.record.published_text import DateOfText, PublishedText
from macros.yaml.document import Document
from macros.yaml.quoting import scalar

WITHDRAWN: Final = "patterns/withdrawn.yml"
"""Its path from the repository root."""
_HEAD: Final = (
    "# yaml-language-server: $schema=schema/withdrawn.json\n"
    "# Teksten die zijn ingetrokken; regels komen er alleen bij. / Texts that were withdrawn; entries are only added.\n"
    "# python -m macros withdraw\n"
    "withdrawn:\n"
)

Reason = Literal["rights", "privacy", "error"]
REASONS: Final[tuple[Reason, ...]] = get_args(Reason)
"""The kinds of reason for which a text can be withdrawn."""


class Withdrawal(Model):
    """One withdrawal: which texts, since when, and for what kind of reason."""

    number: Number = described("Het nummer van het patroon.", "The pattern's number.", ge=1, le=9999)
    edition: DeclaredCode | None = described("De editie; leeg: alle.", "The edition; empty: all of them.", default=None)
    date: DateOfText | None = described(
        "De datum van de tekst; leeg: elke tekst tot en met de dag van intrekken.",
        "The date of the text; empty: every text up to and including the day of withdrawal.",
        default=None,
    )
    reason: Reason = described("Het soort reden.", "The kind of reason.")
    since: Day = described("De dag van intrekken.", "The day of withdrawal.")

    def covers(self, text: PublishedText) -> bool:
        """Return whether a published text was withdrawn by this."""
        return (
            text.number == self.number
            and self.edition in (None, text.edition)
            and (text.date == self.date if self.date else text.text_date.day <= self.since)
        )

    def lines(self) -> str:
        """Return the withdrawal as it is written in the file."""
        fields = self.model_dump(mode="json", exclude_none=True)
        lines = [f"{name}: {scalar(str(value))}" for name, value in fields.items()]
        return "".join(f"  {'-' if not place else ' '} {line}\n" for place, line in enumerate(lines))


class Withdrawals(Model):
    """The file of withdrawals."""

    withdrawn: list[Withdrawal] = described("Wat is ingetrokken.", "What was withdrawn.", min_length=1)

    def of(self, text: PublishedText) -> Withdrawal | None:
        """Return by what a published text was withdrawn, or None."""
        return next((one for one in self.withdrawn if one.covers(text)), None)


NOTHING_WITHDRAWN: Final = Withdrawals.model_construct(withdrawn=[])


def with_withdrawal(document: Document | None, withdrawal: Withdrawal) -> str:
    """Return the content of the file with one withdrawal more.

    Args:
        document: the file as it stands; None when there is none yet.
        withdrawal: what comes to it.
    """
    before = document.text if document and document.text.strip() else _HEAD
    return before.rstrip("\n") + "\n" + withdrawal.lines()
