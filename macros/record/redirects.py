"""The addresses that moved: `moved-urls.txt`, one a line, the old address and where to go instead.

For everything but patterns: a pattern carries its former addresses itself, as `aliases`. A renamed page, chapter or
reading route leaves a line here, and the site then has a page at the old address that leads on.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from macros.findings.finding import MAX_FINDINGS, Finding, Place
from macros.yaml.files import MAX_LIST_BYTES, read_text

REDIRECTS: Final = "moved-urls.txt"
"""Its path from the repository root."""

# Possessive: a line may be as long as the file, and each step that could be taken back takes memory.
_PART = r"/((?:[A-Za-z0-9_-][A-Za-z0-9._-]*+/)++)"
_LINE = re.compile(rf"{_PART} (?:{_PART}|/)")


@dataclass(frozen=True, slots=True)
class Redirect:
    """One line: the old address and the new one, both from the root of the site, without the slash before them."""

    old: str
    new: str
    line: int

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(REDIRECTS, self.line)


@dataclass(slots=True)
class Redirects:
    """The file as read: where each old address leads, and what is wrong with the file itself."""

    redirects: dict[str, Redirect] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    _ends: dict[str, str] = field(default_factory=dict)

    def end(self, address: str) -> str:
        """Return where an address leads in the end, or itself when it has not moved.

        What leads into a circle ends at an address that has moved.
        """
        way: list[str] = []
        while address in self.redirects and address not in self._ends:
            way.append(address)
            # Provisional, and right for a circle: whoever comes back here goes no further.
            self._ends[address] = address
            address = self.redirects[address].new
        end = self._ends.get(address, address)
        self._ends.update(dict.fromkeys(way, end))
        return end


def redirects_from(text: str) -> Redirects:
    """Read the text of the file; a line that cannot be read is a finding and the others still count."""
    read = Redirects()
    for number, line in enumerate(text.splitlines(), 1):
        if len(read.findings) > MAX_FINDINGS:
            break
        if not line or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if not match:
            read.findings.append(Finding(Place(REDIRECTS, number), "moved-line.form", written=line))
            continue
        move = Redirect(match.group(1), match.group(2) or "", number)
        if move.old in read.redirects:
            earlier = read.redirects[move.old].line
            read.findings.append(Finding(move.place, "moved-line.twice", {"line": earlier}, line))
        read.redirects.setdefault(move.old, move)
    return read


def read_redirects(root: Path) -> Redirects:
    """Read the file in the repository root; without one nothing has moved."""
    file = read_text(root / REDIRECTS, root, MAX_LIST_BYTES)
    if file.missing or not file.findings:
        return redirects_from(file.text)
    return Redirects(findings=file.findings)
