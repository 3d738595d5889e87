"""What a contribution speaks of in the language: the patterns that it names, the place of a sentence that it copies."""

import re
from collections.abc import Iterator

from macros.findings.finding import Place
from macros.language.language import Language
from macros.text.slugs import slugify

_LEAST = 12
"""A shorter sentence stands in too many places, in characters."""


def patterns_in(answer: str, language: Language) -> list[str]:
    """Return the keys of the patterns that an answer names: by number, or all of it as a name or a key."""
    by_number = {pattern.id: pattern.key for pattern in language.patterns.values()}
    numbers = [int(one) for one in re.findall(r"(?<!\d)\d{1,6}(?!\d)", answer)]
    names = language.names() | {key: key for key in language.patterns}
    parts = [slugify(part) for part in re.split(r"[,;\n]", answer)]
    keys = [by_number[one] for one in numbers if one in by_number] or [names[part] for part in parts if part in names]
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
