"""Texts as they once were published: kept under their date, and how `check` knows that one has changed since.

`patterns/versions/<number>/<date>.yml` holds what was published with that date; `revise` writes it and nobody edits
it, except to withdraw it. `patterns/versions/published.txt` holds a fingerprint of every text ever published.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from macros.core.document import Document
from macros.core.editions import Edition
from macros.core.files import MAX_LIST_BYTES, read_text
from macros.core.findings import Finding, Place
from macros.core.record import told
from macros.core.schema import ShortText
from macros.core.translated import TEXTS, ByEdition, Translated
from macros.core.values import Day, Key, Number

FOLDER: Final = "patterns/versions"
RECORDS: Final = f"{FOLDER}/published.txt"
_HEAD: Final = "# Every text ever published: number, edition, date, fingerprint. Written by: python -m macros publish\n"
_NOT_CITED: Final = {"revised", "slug", "aliases", "keywords"}
"""Fields that a reader does not cite: changing them asks for no new date."""
_LINE = re.compile(r"([1-9]\d{0,3}) (nl|en) (\d{4}-\d\d-\d\d) ([0-9a-f]{16})")
_LINK = re.compile(r"\[\[([^\[\]|#]*)(#[^\[\]|]*)?(\|[^\[\]]*)?\]\]")


class Version(ByEdition[ShortText]):
    """One kept text: what was published under one date, and what changed after it."""

    number: Number = told("Het nummer van het patroon.", "The pattern's number.", ge=1, le=9999)
    key: Key = told("De sleutel die het patroon toen had.", "The key that the pattern then had.")
    date: Day = told("De datum van de tekst.", "The date of the text.")
    changed: Translated = told("Wat er daarna veranderde, in één regel.", "What changed after it, in one line.")
    withdrawn: Translated | None = told(
        "Waarom deze tekst is ingetrokken; haal dan de tekst zelf weg.",
        "Why this text was withdrawn; then take out the text itself.",
        default=None,
    )
    texts: Mapping[Edition, ShortText] = told("De tekst van toen per editie.", "The text as it was.", alias=TEXTS)

    def text(self, edition: Edition) -> ShortText | None:
        """Return the text of one edition, or None when it had another date or was withdrawn."""
        return self.texts.get(edition)

    def has_page(self, edition: Edition) -> bool:
        """Return whether an edition has a page for it: with its text, or saying that it was withdrawn."""
        return bool(self.text(edition) or self.withdrawn)


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """A kept text with the file it stands in."""

    version: Version
    document: Document


@dataclass(frozen=True, slots=True)
class Publication:
    """One line of the record: a text that was published, by its fingerprint."""

    number: int
    edition: str
    date: date
    fingerprint: str

    def __str__(self) -> str:
        return f"{self.number} {self.edition} {self.date} {self.fingerprint}"


def settle(text: str, numbers: Mapping[str, int], names: Mapping[str, str]) -> str:
    """Return a text with its links made lasting: by number, and with the name of the time where none was written.

    Args:
        text: prose, or YAML with prose in it.
        numbers: the numbers of the patterns by key.
        names: their names in the language of the text, by key; where one is missing the link stays without words.
    """

    def lasting(match: re.Match[str]) -> str:
        key, section, words = match.group(1).strip(), match.group(2) or "", match.group(3) or ""
        if key not in numbers:
            return match.group()
        words = words or (f"|{names[key]}" if key in names else "")
        return f"[[{numbers[key]}{section}{words}]]"

    return _LINK.sub(lasting, text)


def fingerprint(text: ShortText, numbers: Mapping[str, int]) -> str:
    """Return the fingerprint of a text: the same for as long as a reader would read the same.

    A key that was renamed does not count, since links are taken by number.
    """
    told_text = text.model_dump(mode="json", exclude=_NOT_CITED, exclude_defaults=True)
    settled = _settled(told_text, numbers)
    return hashlib.sha256(json.dumps(settled, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]


def _settled(value: Any, numbers: Mapping[str, int]) -> Any:
    if isinstance(value, str):
        return settle(" ".join(value.split()), numbers, {})
    if isinstance(value, list):
        return [_settled(item, numbers) for item in value]
    if isinstance(value, dict):
        return {key: _settled(item, numbers) for key, item in value.items()}
    return value


def read_publications(root: Path) -> tuple[list[Publication], list[Finding]]:
    """Read the record of published texts, and what is wrong with the file; without a file it is empty."""
    file = read_text(root / RECORDS, root, MAX_LIST_BYTES)
    if file.missing or file.findings:
        return [], [] if file.missing else file.findings
    publications, findings = [], []
    for number, line in enumerate(file.text.splitlines(), 1):
        publication = _publication(line)
        if publication:
            publications.append(publication)
        elif line and not line.startswith("#"):
            findings.append(Finding(Place(RECORDS, number), "record-line", written=line))
    return publications, findings


def _publication(line: str) -> Publication | None:
    match = _LINE.fullmatch(line)
    try:
        return Publication(int(match[1]), match[2], date.fromisoformat(match[3]), match[4]) if match else None
    except ValueError:  # no day of the calendar
        return None


def write_publications(root: Path, publications: Iterable[Publication]) -> None:
    """Write the record, one line for each number, edition and date."""
    path = root / RECORDS
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = sorted(publications, key=lambda one: (one.number, one.edition, one.date))
    unfinished = path.with_suffix(".new")
    unfinished.write_text(_HEAD + "".join(f"{row}\n" for row in rows), "utf-8", newline="\n")
    unfinished.replace(path)


def block(document: Document, edition: Edition) -> str:
    """Return the lines of one language's text in a pattern file, as they stand."""
    starts = sorted(line for loc, (line, _column) in document.keys.items() if len(loc) == 1)
    first = document.keys[edition,][0]
    after = next((line for line in starts if line > first), None)
    lines = document.text.splitlines()[first - 1 : after - 1 if after else None]
    return "\n".join(lines).rstrip() + "\n"
