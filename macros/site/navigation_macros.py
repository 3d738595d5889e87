"""The macros of the pages that lead to patterns: routes, cases, situations, compass and glossary."""

from collections.abc import Callable
from typing import Final

from markupsafe import Markup

from macros.pages import cases, compass, disagreements, glossary, routes, situations, symbols
from macros.pages.renderer import Renderer
from macros.site.build import page_at_hand, subject_at_hand


def _put(render: Callable[[Renderer], Markup]) -> str:
    build, renderer = page_at_hand()
    return build.put(render(renderer))


def route_page() -> str:
    """The whole page of the route that this page is about."""
    build, renderer = page_at_hand()
    subject = subject_at_hand()
    if subject.route is None:
        raise ValueError("route_page() is for the page of a route")
    return build.put(routes.route_page(renderer, subject.route))


def case_page() -> str:
    """The whole page of the case that this page is about."""
    build, renderer = page_at_hand()
    subject = subject_at_hand()
    if subject.case is None:
        raise ValueError("case_page() is for the page of a case")
    return build.put(cases.case_page(renderer, subject.case))


def case_overview() -> str:
    """Every case with the patterns that it bears on."""
    return _put(cases.case_overview)


def stagnation_page() -> str:
    """The whole page of the stagnation that this page is about."""
    build, renderer = page_at_hand()
    subject = subject_at_hand()
    if subject.stagnation is None:
        raise ValueError("stagnation_page() is for the page of a stagnation")
    return build.put(situations.stagnation_page(renderer, subject.stagnation))


def route_overview() -> str:
    """Every reading route, for a situation or for a role."""
    return _put(routes.route_overview)


def signal_list() -> str:
    """Every signal of the diagnosis with the patterns to start with."""
    return _put(situations.signal_list)


def stagnation_matrix() -> str:
    """The matrix of stagnation and level."""
    return _put(situations.stagnation_matrix)


def spring_table() -> str:
    """The table that tells which driving force is dry."""
    return _put(situations.spring_table)


def forces_drawing() -> str:
    """The drawing of the three driving forces and what lies between them."""
    return _put(compass.forces_drawing)


def cycle_drawing() -> str:
    """The drawing of the cycle around a complex problem."""
    return _put(compass.cycle_drawing)


def symbol_list() -> str:
    """Every symbol that pictures are composed of, with its name."""
    return _put(symbols.symbol_list)


def glossary_list() -> str:
    """Every word of the glossary."""
    return _put(glossary.glossary_list)


def disagreement_list() -> str:
    """Every pair of patterns that face each other, with what each side rests on and the sheet to print."""
    return _put(disagreements.disagreement_list)


MACROS: Final = (
    disagreement_list,
    route_page,
    stagnation_page,
    case_page,
    case_overview,
    route_overview,
    signal_list,
    stagnation_matrix,
    spring_table,
    forces_drawing,
    cycle_drawing,
    glossary_list,
    symbol_list,
)
