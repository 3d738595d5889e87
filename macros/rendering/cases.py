"""The cases: the page of one and the overview of all."""

from collections.abc import Iterator

from markupsafe import Markup

from macros.core.case import Case, PracticeCaseText, SourceCase
from macros.core.editions import Edition
from macros.core.language import Language, Pattern
from macros.rendering.renderer import Renderer
from macros.rendering.words import Words


def case_parts(case: Case, edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield the heading and the prose of each part of a case; what it begins with has no heading."""
    text, words = case.text(edition), Words(edition)
    if isinstance(text, PracticeCaseText):
        for name in ("did", "said", "result", "known"):
            yield words(f"case_{name}"), getattr(text, name)
    else:
        yield "", text.story
        yield words("case_untold"), text.untold


def case_facts(case: Case, edition: Edition) -> list[tuple[str, str]]:
    """Return what is known of where and when it happened, as labels with plain words."""
    text, words = case.text(edition), Words(edition)
    if isinstance(text, PracticeCaseText):
        return [(words("case_organisation"), text.organisation), (words("case_period"), text.period)]
    year = case.fields.year if isinstance(case.fields, SourceCase) else None
    return [(words("case_year"), year)] if year else []


def patterns_of(case: Case, language: Language) -> list[Pattern]:
    """Return the published patterns that a case says something about, in the order of the book."""
    return [pattern for pattern in language.published() if pattern.key in case.fields.patterns]


def case_page(renderer: Renderer, case: Case) -> Markup:
    """Return the page of one case."""
    fields = case.fields
    return renderer.render(
        "case.html",
        case=case,
        parts=list(case_parts(case, renderer.edition)),
        facts=case_facts(case, renderer.edition),
        source=renderer.language.source(case.source),
        where=fields.where if isinstance(fields, SourceCase) else None,
        to_source=lambda key: renderer.places.page("sources", key),
        list=renderer.patterns(patterns_of(case, renderer.language)),
    )


def case_overview(renderer: Renderer) -> Markup:
    """Return all cases, those from practice first, each with the patterns that it is about."""
    language = renderer.language
    cases = sorted(language.cases.values(), key=lambda case: (not case.from_practice, case.name(renderer.edition)))
    rows = [
        (case, renderer.places.case(case), patterns_of(case, language), language.source(case.source)) for case in cases
    ]
    return renderer.render("cases.html", rows=rows, to_pattern=renderer.places.pattern)
