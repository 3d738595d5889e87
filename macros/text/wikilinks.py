"""Links between patterns as people write them: `[[key]]`, `[[key|other words]]`, `[[key#section]]`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

_LINK: Final = re.compile(r"\[\[([^\[\]|#\n]*)(?:#([^\[\]|\n]*))?(?:\|([^\[\]\n]*))?\]\]")
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
    """Return the links in a text, in order."""
    return map(_read, _LINK.finditer(text))


def _read(match: re.Match[str]) -> Wikilink:
    key, section, words = (group or "" for group in match.groups())
    return Wikilink(match.group(), key.strip(), section.strip(), words.strip(), match.start())


def wikilink_at(text: str, start: int, end: int) -> Wikilink | None:
    """Return the link that begins at a place of a text and goes no further than an end, or None."""
    match = _LINK.match(text, start, end)
    return _read(match) if match else None


def replaced(text: str, by: Callable[[Wikilink], str]) -> str:
    """Return a text with what `by` returns in the place of each link."""
    return _LINK.sub(lambda match: by(_read(match)), text) if "[[" in text else text


def relinked(text: str, change: Callable[[Wikilink], Wikilink]) -> str:
    """Return a text with every link written anew from what `change` returns; a link that it returns stays as it is."""

    def written(link: Wikilink) -> str:
        new = change(link)
        if new == link:
            return link.written
        section, words = f"#{new.section}" * bool(new.section), f"|{new.words}" * bool(new.words)
        return f"[[{new.key}{section}{words}]]"

    return replaced(text, written)
