"""What a contribution speaks of in the language: the patterns that it names, the place of a sentence that it copies."""

import re
from collections.abc import Iterator
from typing import Final

from macros.findings.finding import Place
from macros.language.language import Language
from macros.text.slugs import slugify

_SEPARATOR: Final = re.compile(r"[,;\n]|\s(?:en|and|&)\s")
_NUMBER: Final = re.compile(r"\s*(?:patroon|pattern|nr[.]?|no[.]?|#)?\s*(\d{1,6})(?![\d%])", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"/p/(\d{1,6})(?!\d)")
_LEAST: Final = 12
"""A shorter sentence stands in too many places, in characters."""


def patterns_in(answer: str, language: Language) -> list[str]:
    """Return the keys of the patterns that an answer names: each by its number in front, its address, name or key."""
    by_number = {pattern.id: pattern.key for pattern in language.patterns.values()}
    names = language.names() | {key: key for key in language.patterns}
    keys: list[str] = []
    for part in (answer, *_SEPARATOR.split(answer)):
        number = _NUMBER.match(part) or _ADDRESS.search(part)
        key = by_number.get(int(number[1])) if number else names.get(slugify(part))
        keys += [key] if key else []
    return list(dict.fromkeys(keys))


def places_of(sentence: str, language: Language) -> Iterator[Place]:
    """Yield where a sentence stands in the files of the language, whatever white space and quotation marks it has."""
    wanted = _loose(sentence)
    if len(wanted) < _LEAST:
        return
    for document in language.all_documents():
        for loc, text in document.texts:
            if wanted in _loose(text):
                yield document.place_within(loc, " ".join(sentence.split()))


def _loose(text: str) -> str:
    return re.sub(r"[‘’‚‛'\"“”„«»]", "'", " ".join(text.split())).casefold().strip(" .…'")
