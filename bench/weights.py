"""What a page weighs when a reader opens it for the first time: itself and what it loads, compressed."""

import gzip
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.tools.places import KINDS

_STYLE: Final = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
_SCRIPT: Final = re.compile(r'<script[^>]* src="([^"]+)"')
_IMPORT: Final = re.compile(r'^import [^;]*? from "(\.[^"]+)";', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Weight:
    """Compressed bytes of a page, its styles and its scripts."""

    page: int
    styles: int
    scripts: int

    @property
    def total(self) -> int:
        """All of it together."""
        return self.page + self.styles + self.scripts


def weights(site: Path) -> dict[str, Weight]:
    """Return the weight of a page of each kind."""
    return {kind: _weight(site, address) for kind, address in KINDS.items()}


def _weight(site: Path, address: str) -> Weight:
    page = site / address / "index.html"
    if not page.is_file():
        page = site / "404.html"
    html = page.read_text("utf-8")

    def named(pattern: re.Pattern[str]) -> set[Path]:
        addresses = (found.partition("?")[0] for found in pattern.findall(html))
        return {
            site / found.lstrip("/") if found.startswith("/") else (page.parent / found).resolve()
            for found in addresses
        }

    scripts: set[Path] = set()
    waiting = named(_SCRIPT)
    while waiting:
        script = waiting.pop()
        scripts.add(script)
        imported = {(script.parent / found).resolve() for found in _IMPORT.findall(script.read_text("utf-8"))}
        waiting |= imported - scripts
    return Weight(_compressed(page), sum(map(_compressed, named(_STYLE))), sum(map(_compressed, scripts)))


def _compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))
