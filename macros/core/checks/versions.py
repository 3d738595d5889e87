"""Checks that a text that was cited stays readable: no published text changes under its own date."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.core.findings import Finding
from macros.core.language import Language, Pattern
from macros.core.versions import Publication, fingerprint


def published_texts_keep_their_date(language: Language) -> Iterator[Finding]:
    """A text that was published under a date is the same for as long as it has that date."""
    numbers = {one.key: one.id for one in language.patterns.values()}
    records = language.published_texts()
    for pattern in language.patterns.values() if records else ():
        for edition in pattern.editions:
            text = pattern.own_text(edition)
            record = records.get((pattern.id, edition, pattern.revised(edition)))
            if text and record and fingerprint(text, numbers) != record.fingerprint:
                yield Finding(
                    pattern.document.place((edition, "revised")),
                    "changed-under-its-date",
                    {"key": pattern.key},
                    str(record.date),
                )


def former_texts_are_kept(language: Language) -> Iterator[Finding]:
    """Every text that was published under an earlier date is kept, or withdrawn."""
    by_number = {pattern.id: pattern for pattern in language.patterns.values()}
    for record in language.publications:
        pattern = by_number.get(record.number)
        if pattern and not _stands(record, pattern) and not _kept(record, language):
            yield Finding(
                pattern.document.place((record.edition, "revised")),
                "version-lost",
                {"date": str(record.date), "key": pattern.key},
                str(pattern.fields.id),
            )


def _stands(record: Publication, pattern: Pattern) -> bool:
    """Whether the record is of the text that stands in the pattern's file today."""
    return any(edition == record.edition and pattern.revised(edition) == record.date for edition in pattern.editions)


def _kept(record: Publication, language: Language) -> bool:
    return any(
        kept.version.date == record.date and (kept.version.withdrawn or record.edition in kept.document.data)
        for kept in language.versions.get(record.number, [])
    )


def versions_stand_in_their_place(language: Language) -> Iterator[Finding]:
    """A kept text lies under its number and date, and a withdrawn one holds no text any more."""
    for number, versions in language.versions.items():
        for kept in versions:
            path = PurePosixPath(kept.document.path)
            if path.stem != str(kept.version.date) or path.parent.name != str(number):
                yield Finding(
                    kept.document.place(("date",)),
                    "version-misplaced",
                    {"path": f"patterns/versions/{number}/{kept.version.date}.yml"},
                    kept.document.path,
                )
            if kept.version.withdrawn and kept.version.texts:
                yield Finding(kept.document.place(("withdrawn",)), "withdrawn-with-text")
            if not (kept.version.withdrawn or kept.version.texts):
                yield Finding(kept.document.place(), "version-empty")
