"""The sentences of plain text."""

import re
from typing import Final

_BETWEEN: Final = re.compile(r"(?<=[.?!…])(?<!\b[A-Za-z]\.) +")
"""Between two sentences; the point after an initial ends none."""


def first_sentence(text: str) -> str:
    """Return the first sentence of a text."""
    return _BETWEEN.split(text.strip(), maxsplit=1)[0]


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, each with the space behind it, so that together they are the text."""
    ends = [found.end() for found in _BETWEEN.finditer(text)]
    return [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]


def in_short(text: str, most: int) -> str:
    """Return the first sentences of a text, as many as fit; of a longer first sentence, the words that do.

    Args:
        text: plain words.
        most: how many characters there is room for.
    """
    first, *rest = _BETWEEN.split(text.strip())
    if len(first) > most:
        return first[: most - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    for sentence in rest:
        if len(first) + 1 + len(sentence) > most:
            break
        first += f" {sentence}"
    return first
