"""How far a change of a pattern can be seen on other pages than its own."""

from collections.abc import Set
from enum import IntEnum
from typing import Any, Final

from macros.language.language import Language
from macros.language.similarity import similar
from macros.model.editions import EDITIONS
from macros.model.pattern import AnyPattern
from macros.model.sections import SECTIONS
from macros.model.text_fields import TEXT_FIELDS

_IN_LISTS: Final = frozenset({"summary", "signals", "problem"})
"""Fields of a language block that other pages show beside a link to the pattern."""
_ON_ITS_OWN_PAGE: Final = (SECTIONS.keys() & TEXT_FIELDS.keys() | {"situations"}) - _IN_LISTS


class Impact(IntEnum):
    """Where a change may be seen, from near to far."""

    OWN = 0
    """On the pattern's own page."""
    LINKING = 1
    """On pages that link to it."""
    EVERYWHERE = 2
    """On pages that it links to, or that count and sort patterns."""


def impact_of(key: str, before: Language, after: Language) -> Impact:
    """Return how far the changes of a pattern can be seen; both languages have it, under the same name."""
    old, new = before.patterns[key].fields, after.patterns[key].fields
    path = after.patterns[key].document.path
    same_picture = before.pictures.beside(path) == after.pictures.beside(path)
    if before.linked().get(key) != after.linked().get(key):
        return Impact.EVERYWHERE
    if _without(_ON_ITS_OWN_PAGE, old) == _without(_ON_ITS_OWN_PAGE, new):
        return Impact.OWN if same_picture else Impact.LINKING
    seen = _ON_ITS_OWN_PAGE | _IN_LISTS
    return Impact.LINKING if _without(seen, old) == _without(seen, new) else Impact.EVERYWHERE


def pages_with_other_likes(before: Language, after: Language) -> set[str]:
    """Return the keys of the patterns whose page names other patterns as like them than it did."""
    return {
        pattern.key
        for pattern in after.published()
        if (old := before.patterns.get(pattern.key))
        and [one.key for one in similar(old, before)] != [one.key for one in similar(pattern, after)]
    }


def _without(texts: Set[str], fields: AnyPattern) -> dict[str, Any]:
    """Return all there is of a pattern but these texts."""
    return fields.model_dump(exclude={"texts": {str(edition): set(texts) for edition in EDITIONS}})
