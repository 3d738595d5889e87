"""The addresses that a built site publishes, from the paths of its files."""

import re
from collections.abc import Iterable
from typing import Final

from macros.language.address_targets import number_of, pattern_targets
from macros.language.language import Language
from macros.record.published_urls import Entry

INDEX: Final = "index.html"
_PARTS_OF_PAGES: Final = re.compile(r"(?:[a-z]{2}/)?assets/|.*\.gz$|(?:[a-z]{2}/)?404\.html$")
"""What pages consist of: it changes with the theme, and no one keeps its address."""


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
