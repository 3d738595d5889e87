"""What a page weighs when a reader opens it for the first time: itself and what it loads, compressed."""

import gzip
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PAGES: Final = {
    "home": "",
    "pattern": "patronen/niemand-zegt-nee/",
    "chapter": "hoofdstukken/sturen-besluiten-ruimte-geven/",
    "sources": "verantwoording/",
}
"""One page of each type."""

_STYLE: Final = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
_SCRIPT: Final = re.compile(r'<script[^>]* src="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Weight:
    """Compressed bytes of a page, its styles and its scripts."""

    page: int
    styles: int
    scripts: int


def weights(site: Path) -> dict[str, Weight]:
    """Return the weight of a page of each type."""
    return {kind: _weight(site / address / "index.html") for kind, address in PAGES.items()}


def _weight(page: Path) -> Weight:
    html = page.read_text("utf-8")

    def loaded(pattern: re.Pattern[str]) -> int:
        return sum(_compressed(page.parent / address.partition("?")[0]) for address in pattern.findall(html))

    return Weight(_compressed(page), loaded(_STYLE), loaded(_SCRIPT))


def _compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))
