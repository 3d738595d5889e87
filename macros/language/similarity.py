"""Patterns that are like another one: they share neighbours and fields with it, and are not linked to it."""

from collections import Counter
from typing import Final

from macros.language.language import Language
from macros.language.pattern import Pattern

MOST: Final = 3
_LEAST: Final = 4.0
"""A pattern with a lower score is not called alike."""
_SHARED: Final = {"answers": 2.0, "phases": 0.5, "levels": 0.5, "can_start": 0.5, "roles": 0.25}
"""Field with a list -> what each value counts that two patterns share."""
_SAME: Final = {"driving_force": 1.0, "takes": 0.5}
"""Field with one value -> what it counts when two patterns have the same."""
_ENOUGH: Final = 20
"""With so many that share a neighbour, the others of the chapter are not looked at: that takes time in a large one."""
_NEIGHBOUR: Final = 2.0
_CHAPTER: Final = 0.5


def similar(pattern: Pattern, language: Language) -> list[Pattern]:
    """Return at most three published patterns that are most like this one, the most like it first.

    Those that it is linked to already, by a relation or in a text, are left out.
    """
    near = _near(pattern.key, language)
    shared = Counter(key for neighbour in near for key in _near(neighbour, language))
    alike = set(shared)
    if len(alike - near) <= _ENOUGH:
        alike |= {one.key for one in language.in_chapter(pattern.chapter)}
    own = {field: frozenset[str](getattr(pattern.fields, field)) for field in _SHARED}
    scores = {
        key: _NEIGHBOUR * shared[key] + _score(pattern, own, language.patterns[key])
        for key in alike - near - {pattern.key}
        if language.patterns[key].published
    }
    best = sorted(scores, key=lambda key: (-scores[key], language.patterns[key].id))
    return [language.patterns[key] for key in best[:MOST] if scores[key] >= _LEAST]


def _near(key: str, language: Language) -> set[str]:
    """Return the keys of the patterns that a pattern is linked to, from either side."""
    linked = {one for one in language.linked().get(key, set()) if one in language.patterns}
    return linked | {tie.pattern.key for tie in language.ties(key)} | {one.key for one in language.mentions(key)}


def _score(one: Pattern, own: dict[str, frozenset[str]], two: Pattern) -> float:
    values = sum(count * len(own[field].intersection(getattr(two.fields, field))) for field, count in _SHARED.items())
    same = sum(count for field, count in _SAME.items() if getattr(one.fields, field) == getattr(two.fields, field))
    return values + same + (_CHAPTER if one.chapter == two.chapter else 0)
