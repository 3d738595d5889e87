"""Links between patterns as people write them: `[[key]]`, `[[key|other words]]`, `[[key#section]]`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

WIKILINK = re.compile(r"\[\[([^\[\]|#\n]*)(?:#([^\[\]|\n]*))?(?:\|([^\[\]\n]*))?\]\]")
"""One link. YAML folds lines before this sees them, so a link never spans a line break."""


@dataclass(frozen=True, slots=True)
class Wikilink:
    """One link in a text.

    Attributes:
        written: the link as it stands, brackets included.
        key: the key of the pattern it points to.
        section: the section's id, or an empty string.
        words: the words to show, or an empty string for the pattern's name.
        start: where it begins in the text.
    """

    written: str
    key: str
    section: str
    words: str
    start: int


def wikilinks(text: str) -> Iterator[Wikilink]:
    """Yield the links in a text, in order."""
    for match in WIKILINK.finditer(text):
        key, section, words = (group or "" for group in match.groups())
        yield Wikilink(match.group(), key.strip(), section.strip(), words.strip(), match.start())
