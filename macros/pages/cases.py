"""The cases: the page of one and the overview of all."""

from markupsafe import Markup

from macros.model.case import Case, SourceCase
from macros.pages.renderer import Renderer
from macros.view.cases import case_facts, case_parts, patterns_of


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
