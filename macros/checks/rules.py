"""Checks on fields that depend on one another."""

from collections.abc import Iterator

from macros.findings.finding import NO_ADVICE, Advice, Finding
from macros.language.language import Language
from macros.language.pattern import Pattern


def retirement_is_complete(language: Language) -> Iterator[Finding]:
    """A retired pattern says why it went, its successor is published, and nothing published leans on it."""
    for pattern in language.patterns.values():
        if pattern.retired and not (pattern.fields.retired_because or pattern.withdrawal):
            yield Finding(
                pattern.document.place(("status",)),
                "retired-without-reason",
                written="retired",
            )
        successor = language.patterns.get(pattern.fields.successor or "")
        if pattern.fields.successor and not pattern.retired:
            yield Finding(
                pattern.document.place(("successor",)),
                "successor-of-the-living",
                written=pattern.fields.successor,
            )
        if successor and successor.key == pattern.key:
            yield Finding(
                pattern.document.place(("successor",)),
                "retired-successor.itself",
                written=successor.key,
            )
        elif successor and not (successor.published or successor.withdrawal):
            yield Finding(
                pattern.document.place(("successor",)),
                "retired-successor.not-published",
                {},
                successor.key,
                _instead_of(successor),
            )
        if pattern.published:
            for index, relation in enumerate(pattern.fields.relations):
                target = language.patterns.get(relation.target)
                if target and target.retired and not target.withdrawal:
                    yield Finding(
                        pattern.document.place(("relations", index, relation.kind)),
                        "relation-to-retired",
                        {},
                        target.key,
                        _instead_of(target),
                    )


def _instead_of(pattern: Pattern) -> Advice:
    """Return the advice to name a pattern's successor, where it has one."""
    return Advice((pattern.fields.successor,)) if pattern.fields.successor else NO_ADVICE


def answers_follow_questions(language: Language) -> Iterator[Finding]:
    """The author of a source answers on the day of the question or later."""
    for number, source in enumerate(language.sources.sources if language.sources else []):
        if source.answered and not (source.asked and source.asked <= source.answered):
            place = language.data_files["sources.yml"].place(("sources", number, "answered"))
            yield Finding(place, "answered-before-asked", written=source.answered.isoformat())
