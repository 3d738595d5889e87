"""Notices on the two editions: a text that is missing in one, or older than in the other."""

from collections.abc import Iterator

from macros.core.editions import EDITIONS, other
from macros.core.findings import Finding, Severity
from macros.core.language import Language


def both_are_there(language: Language) -> Iterator[Finding]:
    """A pattern has a text in both languages."""
    for document in language.documents.values():
        if not isinstance(document.data, dict):
            continue
        missing = [edition for edition in EDITIONS if edition not in document.data]
        if len(missing) == len(EDITIONS):
            yield Finding(document.place(), "no-text")
        elif missing:
            yield Finding(
                document.place(),
                "edition-missing",
                {"edition": missing[0]},
                severity=Severity.NOTICE,
            )


def both_are_as_new(language: Language) -> Iterator[Finding]:
    """The text in one language is not older than in the other."""
    for pattern in language.patterns.values():
        for edition in EDITIONS:
            own, its_other = pattern.own_text(edition), pattern.own_text(other(edition))
            if own and its_other and own.revised < its_other.revised:
                yield Finding(
                    pattern.document.place((edition, "revised")),
                    "edition-older",
                    {"edition": other(edition), "date": str(its_other.revised)},
                    str(own.revised),
                    severity=Severity.NOTICE,
                )
