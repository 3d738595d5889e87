"""Checks on the web of relations: written once, without circles, and touching every pattern."""

from collections import defaultdict
from collections.abc import Iterator

from macros.findings.finding import Finding, Place
from macros.language.language import Language
from macros.language.pattern import Pattern


def none_to_itself(language: Language) -> Iterator[Finding]:
    """No pattern relates to itself."""
    for pattern, index, _kind, target in _written(language):
        if target == pattern.key:
            yield Finding(
                _place(pattern, index),
                "relation-to-itself",
                written=target,
            )


def none_twice(language: Language) -> Iterator[Finding]:
    """No pair of patterns is related twice, from either side."""
    first: dict[frozenset[str], tuple[Pattern, int]] = {}
    for pattern, index, _kind, target in _written(language):
        pair = frozenset((pattern.key, target))
        if len(pair) == 1:
            continue
        if pair in first:
            yield Finding(
                _place(pattern, index),
                "relation-twice",
                {"first": str(_place(*first[pair]))},
                target,
            )
        first.setdefault(pair, (pattern, index))


def no_cycles(language: Language) -> Iterator[Finding]:
    """Neither part_of nor needs goes round in a circle."""
    for wanted in ("part_of", "needs"):
        steps: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for pattern, index, kind, target in _written(language):
            if kind == wanted and target != pattern.key and target in language.patterns:
                steps[pattern.key].append((target, index))
        for circle in _circles({key: [target for target, _ in to] for key, to in steps.items()}):
            place = _place(language.patterns[circle[0]], dict(steps[circle[0]])[circle[1]])
            yield Finding(place, "cycle", {"kind": wanted}, " -> ".join(circle))


def _circles(steps: dict[str, list[str]]) -> Iterator[list[str]]:
    """Yield one circle for each group of keys that reach one another, first and last key the same."""
    state: dict[str, int] = {}
    for start in sorted(steps):
        if start in state:
            continue
        path: list[str] = []
        stack = [(start, iter(steps.get(start, [])))]
        state[start] = 1
        path.append(start)
        while stack:
            key, targets = stack[-1]
            target = next(targets, None)
            if target is None:
                state[key] = 2
                stack.pop()
                path.pop()
            elif state.get(target) == 1:
                yield [*path[path.index(target) :], target]
            elif target not in state:
                state[target] = 1
                path.append(target)
                stack.append((target, iter(steps.get(target, []))))


def tensions_have_reasons(language: Language) -> Iterator[Finding]:
    """A tension says in both languages why the two balance each other."""
    for pattern in language.patterns.values():
        for index, relation in enumerate(pattern.fields.relations):
            if relation.kind == "balances" and relation.why is None:
                yield Finding(
                    _place(pattern, index),
                    "reason-missing",
                    written=relation.target,
                )


def no_orphans(language: Language) -> Iterator[Finding]:
    """Every published pattern is tied to another by a relation or a link."""
    touched = {target for targets in language.linked().values() for target in targets}
    touched |= {key for key, targets in language.linked().items() if targets & language.patterns.keys()}
    for pattern in language.published():
        # Mending a relation to a retired pattern, which another check reports, brings a tie back.
        related = (language.patterns.get(relation.target) for relation in pattern.fields.relations)
        if any(target and target.retired for target in related):
            continue
        if not language.ties(pattern.key) and pattern.key not in touched:
            yield Finding(
                pattern.document.place(),
                "orphan",
                written=pattern.key,
            )


def _written(language: Language) -> Iterator[tuple[Pattern, int, str, str]]:
    for pattern in language.patterns.values():
        for index, relation in enumerate(pattern.fields.relations):
            yield pattern, index, relation.kind, relation.target


def _place(pattern: Pattern, index: int) -> Place:
    relation = pattern.fields.relations[index]
    return pattern.document.place(("relations", index, relation.kind))
