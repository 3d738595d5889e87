"""The addresses that a built site publishes, from the paths of its files."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from macros.language.address_targets import number_of, pattern_targets
from macros.language.language import Language
from macros.record.published_urls import Entry

INDEX: Final = "index.html"
_PARTS_OF_PAGES: Final = re.compile(r"(?:[a-z]{2}/)?assets/|.*\.gz$|(?:[a-z]{2}/)?404\.html$")
"""What pages consist of: it changes with the theme, and no one keeps its address."""


def site_files(site: Path) -> list[str]:
    """Return the path of every file of a built site from its root, with slashes, in the order of folders and names."""
    found = []
    for folder, _folders, names in os.walk(site):
        above = Path(folder).relative_to(site).as_posix()
        found += [name if above == "." else f"{above}/{name}" for name in names]
    return sorted(found, key=lambda path: path.split("/"))


def address_of(path: str) -> str:
    """Return the address at which a file of the built site answers."""
    return path.removesuffix(INDEX) if path == INDEX or path.endswith("/" + INDEX) else path


def published_addresses(addresses: Iterable[str], language: Language) -> list[Entry]:
    """Return what a site publishes: every page and download, with the number of the pattern it leads to.

    Args:
        addresses: of every file of the built site.
        language: that it was built from.
    """
    answers = pattern_targets(language)
    return [
        Entry(address, answers[address].id if address in answers else number_of(address))
        for address in sorted(addresses)
        if not _PARTS_OF_PAGES.match(address)
    ]
