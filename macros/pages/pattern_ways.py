"""The ways from a pattern to others: its neighbourhood, those that are like it, the ones before and after it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Final

from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.language.relations import Tie
from macros.language.similarity import similar
from macros.view.pattern_view import PatternView, TieGroup

_LARGER: Final = "part_of"
_SMALLER: Final = "contains"
_OPPOSITE: Final = "balances"


@dataclass(frozen=True, slots=True)
class Ways:
    """Where a page leads on to.

    Attributes:
        above, below: the larger patterns and the smaller ones.
        left, right: the opposites, in two halves.
        further: the ties of the other kinds.
        alike: patterns like this one that nothing else on the page leads to.
        before, after: the published patterns with the numbers before and after it.
    """

    above: list[Tie]
    below: list[Tie]
    left: list[Tie]
    right: list[Tie]
    further: list[TieGroup]
    alike: list[Pattern]
    before: Pattern | None
    after: Pattern | None

    @property
    def crossed(self) -> bool:
        """Whether there is something above, below or beside."""
        return bool(self.above or self.below or self.left)


def ways_from(view: PatternView, language: Language) -> Ways:
    """Return the ways from the page of a pattern."""
    pattern = view.pattern
    ties = {group.kind: group.ties for group in view.ties}
    opposite = ties.get(_OPPOSITE, [])
    published = language.published()  # by number
    before, after = (side(published, pattern.id, key=lambda one: one.id) for side in (bisect_left, bisect_right))
    return Ways(
        above=ties.get(_LARGER, []),
        below=ties.get(_SMALLER, []),
        left=opposite[0::2],
        right=opposite[1::2],
        further=[group for group in view.ties if group.kind not in (_LARGER, _SMALLER, _OPPOSITE)],
        alike=similar(pattern, language) if pattern.published else [],
        before=published[before - 1] if before else None,
        after=published[after] if after < len(published) else None,
    )
