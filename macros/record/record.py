"""The record of texts: every text that was published, by pattern and edition, in the order of publication."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from macros.findings.finding import Finding, Place
from macros.record.published_text import MAX_BYTES, TEXTS_FOLDER, NoTextError, PublishedText, text_from
from macros.record.text_date import TextDate
from macros.yaml.files import read_text


@dataclass(slots=True)
class TextRecord:
    """The published texts by number and edition, the oldest first."""

    texts: dict[tuple[int, str], list[PublishedText]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[PublishedText]:
        for texts in self.texts.values():
            yield from texts

    def __bool__(self) -> bool:
        return bool(self.texts)

    def of(self, number: int, edition: str) -> list[PublishedText]:
        """Return the texts of a pattern in an edition, the oldest first."""
        return self.texts.get((number, edition), [])

    def latest(self, number: int, edition: str) -> PublishedText | None:
        """Return the text that was published last, or None when none was."""
        texts = self.of(number, edition)
        return texts[-1] if texts else None

    def dated(self, number: int, edition: str) -> dict[TextDate, PublishedText]:
        """Return the text to show under each date: the last correction of it. The oldest date comes first."""
        return {text.text_date: text for text in self.of(number, edition)}

    def numbers(self) -> set[int]:
        """Return the number of every pattern of which a text was published."""
        return {number for number, _edition in self.texts}

    def add(self, text: PublishedText) -> None:
        """Take a text up in its place."""
        texts = self.texts.setdefault((text.number, text.edition), [])
        texts.append(text)
        texts.sort(key=lambda one: one.order)

    def union(self, others: Iterable[PublishedText]) -> list[PublishedText]:
        """Take up the texts of another record that are not here, and return them.

        Two records can hold different texts under one date, when two publications knew nothing of each other. The
        text that stands here keeps the date, because what is recorded never changes; the other one becomes the next
        text of that day.
        """
        added = []
        for other in sorted(others, key=lambda one: (one.number, one.edition, one.order)):
            day = other.text_date.day
            of_the_day = [one for one in self.of(other.number, other.edition) if one.text_date.day == day]
            taken = any(one.order == other.order for one in of_the_day)
            if taken and any(one.fingerprint == other.fingerprint for one in of_the_day):
                continue
            nth = max((one.text_date.nth for one in of_the_day), default=0) + 1
            moved = {"date": str(TextDate(day, nth)), "correction": 0}
            text = other.model_copy(update=moved) if taken else other
            self.add(text)
            added.append(text)
        return added


def record_from(texts: Iterable[PublishedText]) -> TextRecord:
    """Return a record of texts in any order."""
    record = TextRecord()
    for text in texts:
        record.texts.setdefault((text.number, text.edition), []).append(text)
    for own in record.texts.values():
        own.sort(key=lambda one: one.order)
    return record


def read_text_record(files: Iterable[Path], root: Path) -> tuple[TextRecord, list[Finding]]:
    """Read the files of the record; what cannot be read is a finding, and the others still count.

    Args:
        files: the regular files in `patterns/`.
        root: the repository root.
    """
    texts: list[PublishedText] = []
    findings: list[Finding] = []
    folder = root / TEXTS_FOLDER
    for path in files:
        if folder not in path.parents:
            continue
        file = read_text(path, root, MAX_BYTES)
        findings += file.findings
        if file.findings:
            continue
        try:
            texts.append(text_from(file.text, file.path))
        except NoTextError as error:
            findings.append(Finding(Place(file.path), error.message, error.holes))
    return record_from(texts), findings
