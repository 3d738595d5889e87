"""Reading routes: the page of one, the overview of all, and the place of a pattern in those that pass it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.core.addresses import route_address
from macros.core.frame import Route, Step
from macros.core.language import Language, Pattern

if TYPE_CHECKING:
    from macros.rendering.renderer import Renderer


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a route passes a pattern: at which step of how many, and what lies before and after it."""

    route: Route
    number: int
    count: int
    before: Pattern | None
    after: Pattern | None


def steps_of(route: Route, language: Language) -> list[tuple[Step, Pattern]]:
    """Return the steps of a route that lead to a published pattern."""
    return [
        (step, pattern)
        for step in route.steps
        if (pattern := language.patterns.get(step.pattern)) and pattern.published
    ]


def stops_at(key: str, language: Language) -> list[Stop]:
    """Return the place of a pattern in every route that passes it."""
    stops = []
    for route in language.routes.routes if language.routes else ():
        if not any(step.pattern == key for step in route.steps):
            continue
        passed = [pattern for _step, pattern in steps_of(route, language)]
        for at, pattern in enumerate(passed):
            if pattern.key == key:
                before = passed[at - 1] if at else None
                after = passed[at + 1] if at + 1 < len(passed) else None
                stops.append(Stop(route, at + 1, len(passed), before, after))
    return stops


def walk(renderer: "Renderer", pattern: Pattern) -> tuple[Markup, Markup]:
    """Return what a page shows to someone who comes by a route: the place in it, and the ways on and back.

    Both are hidden until a script finds `?route=<key>` in the address.
    """
    stops = stops_at(pattern.key, renderer.language)
    if not stops:
        return Markup(), Markup()
    values = {"stops": stops, "to_route": lambda route: _to_route(renderer, route), "to_stop": _to_stop(renderer)}
    return renderer.render("route-place.html", **values), renderer.render("route-walk.html", **values)


def route_page(renderer: "Renderer", route: Route) -> Markup:
    """Return the page of one route: its summary and its steps."""
    return renderer.render(
        "route.html",
        route=route,
        steps=steps_of(route, renderer.language),
        to_stop=_to_stop(renderer),
        numbers=renderer.chapter_numbers(),
    )


def route_overview(renderer: "Renderer") -> Markup:
    """Return all routes: first those for a situation, then those for a role."""
    vocabulary, routes = renderer.language.vocabulary, renderer.language.routes
    roles = {role.key: role for role in vocabulary.roles} if vocabulary else {}
    rows = [
        (route, _to_route(renderer, route), len(steps_of(route, renderer.language)), roles.get(route.role or ""))
        for route in (routes.routes if routes else ())
    ]
    return renderer.render("routes.html", rows=rows)


def _to_route(renderer: "Renderer", route: Route) -> str:
    return renderer.places.to(route_address(route, renderer.edition))


def _to_stop(renderer: "Renderer") -> Callable[[Pattern, Route], str]:
    """Return the function that templates call for the way to a pattern by a route."""
    return lambda pattern, route: f"{renderer.places.pattern(pattern.key)}?route={route.key}"
