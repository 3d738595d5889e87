"""Revising a published text: the text of before is kept under its date, and the new one gets a date of its own."""

from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from macros.core.document import Document
from macros.core.editions import EDITIONS, Edition
from macros.core.edits import Edits, scalar
from macros.core.files import read_text
from macros.core.history import texts_over_time
from macros.core.language import Language, Pattern
from macros.core.schema import ShortText
from macros.core.source import parse
from macros.core.validation import validate_pattern
from macros.core.versions import (
    FOLDER,
    Publication,
    block,
    fingerprint,
    settle,
    write_publications,
)


class CannotReviseError(Exception):
    """Why a text cannot be revised, in words for the person who asked."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One text that will be kept: which edition, its date, and its lines of YAML."""

    edition: Edition
    date: date
    lines: str


@dataclass(frozen=True, slots=True)
class Revision:
    """What revising will do: which texts are kept where, and the pattern file with its new dates."""

    pattern: Pattern
    today: date
    kept: list[Kept]
    changed: dict[Edition, str]

    def files(self, root: Path) -> dict[Path, str]:
        """Return every file that will be written, with its text."""
        files: dict[Path, str] = {}
        for kept in self.kept:
            path = root / FOLDER / str(self.pattern.id) / f"{kept.date}.yml"
            before = files.get(path) or read_text(path, root).text or self._head(kept.date)
            files[path] = before + kept.lines
        source = root / self.pattern.document.path
        edits = Edits(self.pattern.document.text)
        for kept in self.kept:
            edits.set((kept.edition, "revised"), self.today.isoformat())
        files[source] = edits.made()
        return files

    def _head(self, day: date) -> str:
        changed = "".join(f"  {edition}: {scalar(self.changed[edition])}\n" for edition in EDITIONS)
        return (
            f"# Pattern {self.pattern.id} as it was published on {day}, kept for those who cited it. Not edited.\n"
            f"number: {self.pattern.id}\nkey: {self.pattern.key}\ndate: {day}\nchanged:\n{changed}"
        )


def plan(
    root: Path,
    language: Language,
    pattern: Pattern,
    changed: dict[Edition, str],
    today: date,
    former: Document | None = None,
) -> Revision:
    """Work out what revising a pattern will do; nothing is written.

    Args:
        root: the repository root.
        language: the language as read.
        pattern: whose text is new.
        changed: what changed, in one line in each language.
        today: the date of the new text.
        former: the pattern's file as it stands, when the new text is not in it yet.

    Raises:
        CannotReviseError: when the text was never published, or the published text cannot be found.
    """
    numbers = {one.key: one.id for one in language.patterns.values()}
    records = [one for one in language.publications if one.number == pattern.id]
    latest = {one.edition: one for one in sorted(records, key=lambda one: one.date)}
    if not latest:
        raise CannotReviseError(f"{pattern.key} has not been published yet: edit it as you like.")
    # A text that is kept already was revised before, and what stands there now has not been published yet.
    kept_before = {
        (edition, one.version.date)
        for one in language.versions.get(pattern.id, [])
        for edition in EDITIONS
        if one.version.text(edition)
    }
    latest = {edition: one for edition, one in latest.items() if (edition, one.date) not in kept_before}
    if not latest:
        raise CannotReviseError(f"what stands in {pattern.key} now has not been published yet: edit it as you like.")
    touched = [edition for edition in pattern.editions if _differs(pattern, edition, latest, numbers)]
    kept = []
    for edition in touched or [edition for edition in pattern.editions if edition in latest]:
        record = latest[edition]
        if record.date >= today:
            raise CannotReviseError(
                f"the {edition} text of {pattern.key} was published today ({record.date}) and may have been cited; "
                "change it tomorrow, or for a slip of the pen use: revise --spelling"
            )
        found = _published_lines(root, former or pattern.document, edition, record, numbers)
        if found is None:
            raise CannotReviseError(
                f"the {edition} text of {pattern.key} that was published on {record.date} cannot be found, neither in "
                "the file nor in the history of git; bring it back first, then run this again"
            )
        names = {one.key: one.name(edition) for one in language.patterns.values()}
        kept.append(Kept(edition, record.date, settle(found, numbers, names)))
    return Revision(pattern, today, kept, changed)


def accept_spelling(root: Path, language: Language, pattern: Pattern) -> list[Edition]:
    """Take the present text of a pattern as the one that was published under its date, and return the editions changed.

    Raises:
        CannotReviseError: when the text was never published.
    """
    numbers = {one.key: one.id for one in language.patterns.values()}
    records = language.published_texts()
    accepted: list[Edition] = []
    for edition in pattern.editions:
        text = pattern.own_text(edition)
        place = (pattern.id, edition, pattern.revised(edition))
        if text and place in records and records[place].fingerprint != fingerprint(text, numbers):
            records[place] = Publication(*place, fingerprint(text, numbers))
            accepted.append(edition)
    if not any(number == pattern.id for number, _edition, _date in records):
        raise CannotReviseError(f"{pattern.key} has not been published yet: edit it as you like.")
    if accepted:
        write_publications(root, records.values())
    return accepted


def record_publication(root: Path, language: Language) -> list[Publication]:
    """Write down every published text that has not been recorded under its date, and return those."""
    numbers = {one.key: one.id for one in language.patterns.values()}
    records = language.published_texts()
    new = []
    for pattern in language.published():
        for edition in pattern.editions:
            text = pattern.own_text(edition)
            place = (pattern.id, edition, pattern.revised(edition))
            if text and place not in records:
                records[place] = Publication(*place, fingerprint(text, numbers))
                new.append(records[place])
    if new:
        write_publications(root, records.values())
    return new


def _differs(pattern: Pattern, edition: Edition, latest: dict[str, Publication], numbers: dict[str, int]) -> bool:
    text = pattern.own_text(edition)
    return text is not None and edition in latest and fingerprint(text, numbers) != latest[edition].fingerprint


def _published_lines(
    root: Path, present: Document, edition: Edition, record: Publication, numbers: dict[str, int]
) -> str | None:
    """Return the lines of the text that was published: from the file, or else from an earlier state in git."""
    earlier = (parse(text.encode(), present.path) for text in texts_over_time(root, present.path))
    for document in chain([present], earlier):
        text = _text(document, edition)
        if text and fingerprint(text, numbers) == record.fingerprint:
            return block(document, edition)
    return None


def _text(document: Document, edition: Edition) -> ShortText | None:
    fields, _findings = validate_pattern(document)
    return fields.texts.get(edition) if fields else None
