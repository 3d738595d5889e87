"""A case without a format: its parts, its facts and its patterns."""

from collections.abc import Iterator

from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.case import Case, PracticeCaseText, SourceCase
from macros.model.editions import Edition
from macros.view.labels import Labels


def case_parts(case: Case, edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield the heading and the prose of each part of a case; what it begins with has no heading."""
    text, words = case.text(edition), Labels(edition)
    if isinstance(text, PracticeCaseText):
        for name in ("did", "said", "result", "known"):
            yield words(f"case_{name}"), getattr(text, name)
    else:
        yield "", text.story
        yield words("case_untold"), text.untold


def case_facts(case: Case, edition: Edition) -> list[tuple[str, str]]:
    """Return what is known of where and when it happened, as labels with plain words."""
    text, words = case.text(edition), Labels(edition)
    if isinstance(text, PracticeCaseText):
        return [(words("case_organisation"), text.organisation), (words("case_period"), text.period)]
    year = case.fields.year if isinstance(case.fields, SourceCase) else None
    return [(words("case_year"), year)] if year else []


def patterns_of(case: Case, language: Language) -> list[Pattern]:
    """Return the published patterns that a case says something about, in the order of the book."""
    return [pattern for pattern in language.published() if pattern.key in case.fields.patterns]
