"""Checks on fields that depend on one another."""

from collections.abc import Iterator

from macros.core.findings import Finding
from macros.core.language import Language


def examples_fit_their_kind(language: Language) -> Iterator[Finding]:
    """A case names its source; an illustration has none."""
    for pattern in language.patterns.values():
        for edition in pattern.editions:
            text = pattern.own_text(edition)
            for index, example in enumerate(text.examples if text else []):
                place = pattern.document.place((edition, "examples", index))
                if example.kind == "case" and not example.source:
                    yield Finding(
                        place,
                        "case-without-source",
                        "a case names the source it comes from",
                        "",
                        "source: with a key of patterns/sources.yml, or kind: illustration",
                    )
                if example.kind == "illustration" and example.source:
                    yield Finding(
                        place,
                        "illustration-with-source",
                        "an illustration is invented and has no source",
                        example.source,
                        "kind: case, or no source",
                    )


def retirement_is_complete(language: Language) -> Iterator[Finding]:
    """A retired pattern says why it went, its successor is alive, and nothing published leans on it."""
    for pattern in language.patterns.values():
        if pattern.retired and not pattern.fields.retired_because:
            yield Finding(
                pattern.document.place(("status",)),
                "retired-without-reason",
                "a retired pattern says why it went",
                "retired",
                "retired_because: with nl: and en:",
            )
        successor = language.patterns.get(pattern.fields.successor or "")
        if pattern.fields.successor and not pattern.retired:
            yield Finding(
                pattern.document.place(("successor",)),
                "successor-of-the-living",
                "only a retired pattern has a successor",
                pattern.fields.successor,
                "status: retired",
            )
        if successor and successor.key == pattern.key:
            yield Finding(
                pattern.document.place(("successor",)),
                "retired-successor",
                "a pattern cannot be its own successor",
                successor.key,
                "another pattern, or no successor",
            )
        elif successor and not successor.published:
            yield Finding(
                pattern.document.place(("successor",)),
                "retired-successor",
                "the successor is itself not published",
                successor.key,
                successor.fields.successor or "another pattern, or no successor",
            )
        if pattern.published:
            for index, relation in enumerate(pattern.fields.relations):
                target = language.patterns.get(relation.target)
                if target and target.retired:
                    yield Finding(
                        pattern.document.place(("relations", index, relation.kind)),
                        "relation-to-retired",
                        "this pattern was retired",
                        target.key,
                        target.fields.successor or "remove the relation",
                    )
