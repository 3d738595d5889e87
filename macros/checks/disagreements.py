"""Checks on where the sources disagree: the two patterns balance each other, and each pair stands there once."""

from collections.abc import Iterator

from macros.findings.finding import Finding, among
from macros.language.language import Language


def sides_balance_each_other(language: Language) -> Iterator[Finding]:
    """The two patterns of a disagreement have a relation `balances`, and no other disagreement has the same two."""
    if not language.disagreements:
        return
    document = language.data_files["disagreements.yml"]
    seen: set[frozenset[str]] = set()
    for index, one in enumerate(language.disagreements.disagreements):
        first, second = one.patterns
        place = document.place(("disagreements", index, "patterns"))
        if frozenset(one.patterns) in seen:
            yield Finding(place, "disagreement-twice", written=", ".join(one.patterns))
        seen.add(frozenset(one.patterns))
        if not {first, second} <= language.patterns.keys():
            continue  # another check says so
        opposite = [tie.pattern.key for tie in language.ties(first) if tie.kind == "balances"]
        if second not in opposite:
            yield Finding(
                place, "disagreement-not-balanced", {"first": first, "second": second}, "", among("", opposite)
            )
