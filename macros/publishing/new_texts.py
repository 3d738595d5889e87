"""What the next publication adds to the record."""

from collections.abc import Iterator
from datetime import date

from macros.language.language import Language
from macros.language.numbers import by_number
from macros.language.pattern import Pattern
from macros.model.editions import Edition
from macros.record.dates import next_date
from macros.record.published_text import PublishedText
from macros.record.record import TextRecord
from macros.record.sections import MOVES, TextSection, linked_numbers
from macros.record.text_date import TextDate


def texts_to_publish(language: Language, day: date | None = None) -> Iterator[PublishedText]:
    """Yield every text that has not been published yet, as publishing it records it.

    A text in which only slips were corrected keeps the date of the text it corrects.

    Args:
        language: as read.
        day: of the publication; when not given, each text has the date that the site shows.
    """
    known = by_number(language)
    for pattern in language.patterns.values():
        if pattern.draft or pattern.withdrawal:
            continue
        for edition in pattern.editions:
            if language.published_as(pattern, edition) is None:
                latest = language.record.latest(pattern.id, edition)
                dated = next_date(latest, day) if day else language.text_date(pattern, edition)
                yield _text(language, pattern, edition, dated, known)


def _text(
    language: Language, pattern: Pattern, edition: Edition, dated: TextDate, known: dict[int, Pattern]
) -> PublishedText:
    sections, fingerprint = language.sections(pattern, edition)
    corrected = language.corrected(pattern, edition)
    latest = language.record.latest(pattern.id, edition)
    revision = language.revisions.get(pattern.id)
    if corrected:
        changed = corrected.changed
    else:
        changed = revision.changed if revision and latest and revision.holds_for(latest) else {}
    return PublishedText(
        number=pattern.id,
        edition=edition,
        date=corrected.date if corrected else str(dated),
        correction=corrected.correction + 1 if corrected else 0,
        fingerprint=fingerprint,
        changed=changed,
        names={
            str(number): known[number].name(edition) for number in sorted(linked_numbers(sections)) if number in known
        },
        roles={role.key: role.of(edition).name for role in language.roles() if role.key in _named_in(sections)},
        sections=sections,
    )


def _named_in(sections: list[TextSection]) -> set[str]:
    """Return the keys of the roles that have a move in a text."""
    return {entry["name"] for section in sections if section.heading == MOVES for entry in section.entries}


def shown_record(language: Language) -> list[PublishedText]:
    """Return the whole record as a site carries it: what was published before, and what the site itself publishes.

    Of a text that was withdrawn there is nothing but that it was there.
    """
    record = TextRecord()
    record.union([*language.record, *texts_to_publish(language)])
    return [text.withdrawn() if language.withdrawals.of(text) else text for text in record]
