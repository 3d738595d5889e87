"""The ledger `published-urls.txt`: every address ever published. Lines are only ever added.

One address a line, from the root of the site and beginning with a slash. The address of a pattern has the pattern's
number after it, so that it goes on meaning the same and not just on existing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from macros.findings.finding import MAX_FINDINGS, Finding, Place
from macros.yaml.files import MAX_LIST_BYTES, read_text

LEDGER: Final = "published-urls.txt"
"""Its path from the repository root."""

FIRST_LINE: Final = "# A line is an address that was published, and the number of its pattern. Lines are only added."
"""What the ledger begins with. One that began otherwise is of before the first publication, and promised nothing."""
HEAD: Final = f"{FIRST_LINE}\n# Written by: python -m macros publish\n"

_LINE = re.compile(r"/((?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*(?:[A-Za-z0-9_-][A-Za-z0-9._-]*)?)(?: ([1-9][0-9]{0,3}))?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line.

    Attributes:
        address: from the root of the site, without the slash before it.
        number: the pattern it leads to; None for what is not about one pattern.
        line: counted from 1; 0 for a line that is still to be written.
    """

    address: str
    number: int | None = None
    line: int = 0

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(LEDGER, self.line)

    def __str__(self) -> str:
        return f"/{self.address}" + (f" {self.number}" if self.number else "")


@dataclass(slots=True)
class Ledger:
    """The ledger as read: its lines by address, what is wrong with the file itself, and the line it begins with."""

    entries: dict[str, Entry] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    first_line: str = ""

    def numbers(self) -> set[int]:
        """Return every pattern number that was ever published: none of them is given out again."""
        return {entry.number for entry in self.entries.values() if entry.number}

    def missing(self, earlier: Iterable[Entry]) -> list[Entry]:
        """Return the lines of an earlier state that do not stand here as they stood there."""
        return [was for was in earlier if (now := self.entries.get(was.address)) is None or now.number != was.number]


def ledger_from(text: str) -> Ledger:
    """Read the text of a ledger; a line that cannot be read is a finding and the others still count."""
    lines = text.splitlines()
    ledger = Ledger(first_line=lines[0] if lines else "")
    for number, line in enumerate(lines, 1):
        if len(ledger.findings) > MAX_FINDINGS:
            break
        if not line or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if not match:
            ledger.findings.append(Finding(Place(LEDGER, number), "ledger-line.form", written=line))
            continue
        entry = Entry(match.group(1), int(match.group(2)) if match.group(2) else None, number)
        if entry.address in ledger.entries:
            earlier = ledger.entries[entry.address].line
            ledger.findings.append(Finding(entry.place, "ledger-line.twice", {"line": earlier}, line))
        ledger.entries.setdefault(entry.address, entry)
    return ledger


def read_ledger(root: Path) -> Ledger:
    """Read the ledger in the repository root; without a file it is empty."""
    file = read_text(root / LEDGER, root, MAX_LIST_BYTES)
    if file.missing or not file.findings:
        return ledger_from(file.text)
    return Ledger(findings=file.findings)


def ledger_file(entries: Iterable[Entry]) -> str:
    """Return the content of a ledger with these lines, each in its place in the alphabet."""
    return HEAD + "".join(f"{line}\n" for line in sorted(map(str, entries)))


def add_to_ledger(root: Path, entries: Iterable[Entry]) -> list[Entry]:
    """Write the addresses that are new into the ledger, each in its place in the alphabet.

    Lines that stand there stay as they are, also those that another pattern answers now: `check` tells of them.

    Returns:
        What was added.

    Raises:
        ValueError: when the ledger there cannot be read; it is left as it is.
    """
    ledger = read_ledger(root)
    if ledger.findings:
        raise ValueError(f"{LEDGER} cannot be read")
    new = [entry for entry in entries if entry.address not in ledger.entries]
    if new:
        path = root / LEDGER
        unfinished = path.with_suffix(".new")
        unfinished.write_text(ledger_file([*ledger.entries.values(), *new]), encoding="utf-8", newline="\n")
        unfinished.replace(path)
    return new
