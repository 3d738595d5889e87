"""The cases: the page of one and the overview of all."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from macros.exports.share_images import case_image
from macros.language.addresses import case_address
from macros.model.case import Case, SourceCase
from macros.model.editions import EDITIONS
from macros.pages.page import Page, own_languages
from macros.pages.renderer import Renderer
from macros.text.sentences import first_sentence
from macros.view.cases import case_facts, case_parts, patterns_of


def case_pages(home: Renderer) -> Iterator[Page]:
    """Yield the page of each case."""
    for case in home.language.cases.values():
        story = next(text for _heading, text in case_parts(case, home.edition))
        yield Page(
            macro="case_page",
            arguments=(case.key,),
            edition=home.edition,
            addresses={one: case_address(case, one) for one in EDITIONS},
            title=case.name(home.edition),
            description=first_sentence(home.plain(case, story)),
            source=case.document.place(),
            html=partial(case_page, case=case),
            languages=own_languages(case),
            share=partial(case_image, case=case),
        )


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
        overview=renderer.places.overview("cases"),
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
