"""Checks on the record of published texts: it is sound, and what a change does to what was published is said."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from macros.checks.prose import faults_in
from macros.findings.finding import Finding, Place, Severity, among
from macros.language.language import Language
from macros.language.numbers import by_number
from macros.language.pattern import Pattern
from macros.model.editions import Edition
from macros.model.former_fields import FORMER_FIELDS, is_known
from macros.record.clock import now_in_the_netherlands, today
from macros.record.published_text import PublishedText
from macros.record.sections import NAMED_PARTS, TextSection
from macros.record.withdrawals import WITHDRAWN
from macros.view.labels import engine_labels

_FIRST_DAY = date(2026, 11, 1)
"""Nothing was published before this day."""


def dates_in_files_decide_nothing(language: Language) -> Iterator[Finding]:
    """A date that stands in a pattern file has no effect."""
    for document in language.documents.values():
        for loc in document.keys:
            if len(loc) == 2 and loc[1] == "revised":  # noqa: PLR2004 - edition and field
                yield Finding(
                    document.place(loc, of_key=True),
                    "date-without-effect",
                    written=f"revised: {document.at(loc)}",
                    severity=Severity.NOTICE,
                )


def texts_of_the_record_are_sound(language: Language) -> Iterator[Finding]:
    """A text of the record is one of a known pattern, of a day that has been, and what its fingerprint was made of."""
    numbers = set(language.numbers().values())
    unreadable = any(document.findings for document in language.documents.values())
    latest_day = max(today(), now_in_the_netherlands())
    for texts in language.record.texts.values():
        for place, text in enumerate(texts):
            if text.number not in numbers and not unreadable:
                yield _wrong(text, "record-number", str(text.number))
            if not _FIRST_DAY <= text.text_date.day <= latest_day:
                yield _wrong(text, "record-date.day", text.date)
            elif not _follows(text, texts[place - 1] if place else None):
                yield _wrong(text, "record-date.order", text.path.rpartition("/")[2])
            if not text.sections:
                if language.withdrawals.of(text) is None:
                    yield _wrong(text, "record-empty")
            elif not text.is_whole():
                yield _wrong(text, "record-changed")
            else:
                yield from _prose(text)


def _follows(text: PublishedText, before: PublishedText | None) -> bool:
    """Whether a text is the first of its day, or comes right after another one of that day."""
    nth, correction = text.text_date.nth, text.correction
    if correction:
        return before is not None and before.order == (text.text_date, correction - 1)
    if nth == 1:
        return True
    return before is not None and (before.text_date.day, before.text_date.nth) == (text.text_date.day, nth - 1)


def _prose(text: PublishedText) -> Iterator[Finding]:
    for section in text.sections:
        for words in section.texts():
            for rule, written in faults_in(words):
                yield _wrong(text, rule, written)


def _wrong(text: PublishedText, rule: str, written: str = "") -> Finding:
    return Finding(Place(text.path), rule, written=written)


def parts_of_the_record_have_words(language: Language) -> Iterator[Finding]:
    """Every part of a published text is a field or a former one, with words to show it under; each is said once."""
    told: set[str] = set()
    for text in language.record:
        for section in text.sections:
            for part in _without_words(section):
                if part not in told:
                    told.add(part)
                    yield _wrong(text, "record-part", part)


def _without_words(section: TextSection) -> Iterator[str]:
    heading = section.heading
    if not is_known(heading) or (heading in FORMER_FIELDS and heading not in engine_labels()):
        yield heading
    for entry in section.entries:
        name = entry.get("kind") or (f"{heading}_{entry.get('name')}" if heading in NAMED_PARTS else "")
        if name and "minutes" not in entry and name not in engine_labels():
            yield name


def withdrawals_name_published_texts(language: Language) -> Iterator[Finding]:
    """A withdrawal is of texts that were published, and of a day that has been."""
    document = language.data_files.get(WITHDRAWN.rpartition("/")[2])
    if document is None:
        return
    latest_day = max(today(), now_in_the_netherlands()) + timedelta(days=1)
    for index, withdrawal in enumerate(language.withdrawals.withdrawn):
        loc = ("withdrawn", index)
        if not any(withdrawal.covers(text) for text in language.record):
            dates = [text.date for text in language.record if text.number == withdrawal.number]
            written = f"{withdrawal.number} {withdrawal.date or ''}".strip()
            yield Finding(
                document.place((*loc, "date" if withdrawal.date else "number")),
                "withdrawn-unknown",
                written=written,
                advice=among(withdrawal.date or "", dates),
            )
        if withdrawal.since > latest_day:
            yield Finding(
                document.place((*loc, "since")),
                "withdrawn-later",
                written=str(withdrawal.since),
            )


def changes_are_published(language: Language) -> Iterator[Finding]:
    """Say what publishing will do with each text that differs from what was published."""
    if not language.record:
        return
    for pattern in language.patterns.values():
        if pattern.draft or pattern.withdrawal:
            continue
        for edition in pattern.editions:
            if language.published_as(pattern, edition) is None:
                yield _to_be_published(language, pattern, edition)


def _to_be_published(language: Language, pattern: Pattern, edition: Edition) -> Finding:
    latest = language.record.latest(pattern.id, edition)
    message = "to-be-published" if latest is None else "to-be-published.changed"
    if language.corrected(pattern, edition):
        message = "to-be-corrected"
    holes = {"date": latest.date} if latest else {}
    return Finding(pattern.document.place((edition,), of_key=True), message, holes, severity=Severity.NOTICE)


def corrections_are_of_this_text(language: Language) -> Iterator[Finding]:
    """A text that was edited after its slips had been corrected gets a date of its own, and somebody may not know."""
    known = by_number(language)
    for number, revision in language.revisions.items():
        pattern, document = known.get(number), language.revision_files[number]
        if pattern is None:
            if number not in language.numbers().values():
                place = document.place(("number",))
                yield Finding(place, "revision-unknown", written=str(number))
            continue
        for edition, corrected in revision.spelling.items():
            latest = language.record.latest(number, edition)
            if not latest or not revision.holds_for(latest) or edition not in pattern.editions:
                continue
            present = language.sections(pattern, edition)[1]
            published = {text.fingerprint for text in language.record.of(number, edition)}
            if present != corrected and not {present, corrected} & published:
                yield Finding(
                    document.place(("spelling", edition)),
                    "corrected-again",
                    {"key": pattern.key},
                    severity=Severity.NOTICE,
                )


CHECKS: tuple[Callable[[Language], Iterator[Finding]], ...] = (
    dates_in_files_decide_nothing,
    texts_of_the_record_are_sound,
    parts_of_the_record_have_words,
    withdrawals_name_published_texts,
    changes_are_published,
    corrections_are_of_this_text,
)
