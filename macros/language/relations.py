"""The relations between patterns, seen from both sides."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from macros.language.pattern import Pattern
from macros.model.translated import Translated

OTHER_SIDE: Final[dict[str, str]] = {
    "part_of": "contains",
    "needs": "enables",
    "leads_to": "follows",
    "balances": "balances",
}
"""Kind of relation as written -> what the pattern at the other end shows."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation as one of its two patterns sees it."""

    kind: str
    pattern: Pattern
    why: Translated | None


def ties_between(patterns: Iterable[Pattern], by_key: dict[str, Pattern]) -> dict[str, list[Tie]]:
    """Return the ties of each pattern by its key, both ways, in the order in which a page shows them."""
    ties: dict[str, list[Tie]] = defaultdict(list)
    for pattern in patterns:
        for relation in pattern.fields.relations:
            target = by_key.get(relation.target)
            if target and target.published:
                ties[pattern.key].append(Tie(relation.kind, target, relation.why))
                ties[target.key].append(Tie(OTHER_SIDE[relation.kind], pattern, relation.why))
    order = {kind: place for place, kind in enumerate(tie_kinds())}
    for own in ties.values():
        own.sort(key=lambda tie: (order[tie.kind], tie.pattern.id))
    return ties


def tie_kinds() -> list[str]:
    """Return the kinds of tie in the order in which a page shows them: larger, smaller and opposite come first."""
    return ["part_of", "contains", "balances", "needs", "enables", "leads_to", "follows"]
