"""The list `published-urls.txt`: every address ever published. Lines are only ever added.

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

PUBLISHED_URLS: Final = "published-urls.txt"
"""Its path from the repository root."""

FIRST_LINE: Final = "# A line is an address that was published, and the number of its pattern. Lines are only added."
"""What the list begins with. One that began otherwise is of before the first publication, and promised nothing."""
HEAD: Final = f"{FIRST_LINE}\n# Written by: python -m macros publish\n"

# Possessive: a line may be as long as the file, and each step that could be taken back takes memory.
_LINE = re.compile(r"/((?:[A-Za-z0-9_-][A-Za-z0-9._-]*+/)*+(?:[A-Za-z0-9_-][A-Za-z0-9._-]*+)?)(?: ([1-9][0-9]{0,3}))?")


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
        return Place(PUBLISHED_URLS, self.line)

    def __str__(self) -> str:
        return f"/{self.address}" + (f" {self.number}" if self.number else "")


@dataclass(slots=True)
class PublishedUrls:
    """The list as read: its lines by address, what is wrong with the file itself, and the line it begins with."""

    entries: dict[str, Entry] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    first_line: str = ""

    def numbers(self) -> set[int]:
        """Return every pattern number that was ever published: none of them is given out again."""
        return {entry.number for entry in self.entries.values() if entry.number}

    def missing(self, earlier: Iterable[Entry]) -> list[Entry]:
        """Return the lines of an earlier state that do not stand here as they stood there."""
        return [was for was in earlier if (now := self.entries.get(was.address)) is None or now.number != was.number]


def published_urls_from(text: str) -> PublishedUrls:
    """Read the text of the list; a line that cannot be read is a finding and the others still count."""
    lines = text.splitlines()
    urls = PublishedUrls(first_line=lines[0] if lines else "")
    for number, line in enumerate(lines, 1):
        if len(urls.findings) > MAX_FINDINGS:
            break
        if not line or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if not match:
            urls.findings.append(Finding(Place(PUBLISHED_URLS, number), "published-url-line.form", written=line))
            continue
        entry = Entry(match.group(1), int(match.group(2)) if match.group(2) else None, number)
        if entry.address in urls.entries:
            earlier = urls.entries[entry.address].line
            urls.findings.append(Finding(entry.place, "published-url-line.twice", {"line": earlier}, line))
        urls.entries.setdefault(entry.address, entry)
    return urls


def read_published_urls(root: Path) -> PublishedUrls:
    """Read the list of published addresses in the repository root; without a file it is empty."""
    file = read_text(root / PUBLISHED_URLS, root, MAX_LIST_BYTES)
    if file.missing or not file.findings:
        return published_urls_from(file.text)
    return PublishedUrls(findings=file.findings)


def published_urls_text(entries: Iterable[Entry]) -> str:
    """Return the content of a list of published addresses with these lines, each in its place in the alphabet."""
    return HEAD + "".join(f"{line}\n" for line in sorted(map(str, entries)))


def add_published_urls(root: Path, entries: Iterable[Entry]) -> list[Entry]:
    """Write the addresses that are new into the list, each in its place in the alphabet.

    Lines that stand there stay as they are, also those that another pattern answers now: `check` tells of them.

    Returns:
        What was added.

    Raises:
        ValueError: when the list of published addresses there cannot be read; it is left as it is.
    """
    urls = read_published_urls(root)
    if urls.findings:
        raise ValueError(f"{PUBLISHED_URLS} cannot be read")
    new = [entry for entry in entries if entry.address not in urls.entries]
    if new:
        path = root / PUBLISHED_URLS
        unfinished = path.with_suffix(".new")
        unfinished.write_text(published_urls_text([*urls.entries.values(), *new]), encoding="utf-8", newline="\n")
        unfinished.replace(path)
    return new
