"""Marks in a draft on words that an editor has to change before anybody reads them: `[?naam: Jan Jansen?]`."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

_MARK: Final = re.compile(r"\[\?.*?\?\]|\[\?", re.DOTALL)
_LEFT: Final = re.compile(r"(?:\A|(?<=\]))[^\[\]]*(\?\])")
"""The end of a mark whose beginning is gone; the brackets of a link are a pair."""


def mark(why: str, words: str) -> str:
    """Return words with a mark around them that says why they are marked."""
    return f"[?{why}: {words}?]"


def with_marks(text: str, places: Iterable[tuple[int, int, str]]) -> str:
    """Return a text with a mark around each place: where it begins and ends, and why. No two may overlap."""
    for start, end, why in sorted(places, reverse=True):
        text = text[:start] + mark(why, text[start:end]) + text[end:]
    return text


def marks_in(text: str) -> Iterator[str]:
    """Yield each mark of a text, or what is left of one."""
    if "?]" in text or "[?" in text:
        yield from (match.group() for match in _MARK.finditer(text))
        yield from (match[1] for match in _LEFT.finditer(_MARK.sub("", text)))
