"""Warnings on summaries that speak to the reader: they are quoted in reports, which speak of people."""

import re
from collections.abc import Iterator

from macros.checks.wording import wording
from macros.findings.finding import Finding, Severity
from macros.language.language import Language


def summaries_speak_to_no_one(language: Language) -> Iterator[Finding]:
    """A summary says neither *je* nor *you*."""
    address = {
        edition: re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)
        for edition, words in wording().address.items()
    }
    for text in language.texts():
        found = address[text.edition].search(text.text) if text.field == "summary" and text.edition in address else None
        if found:
            place = text.document.place_within(text.loc, found.group())
            yield Finding(place, "address", written=found.group(), severity=Severity.WARNING)
