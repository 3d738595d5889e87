"""The walk along a reading route: the place of a pattern in those that pass it, and the ways on and back."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.vocabulary import Route
from macros.pages.links import Places
from macros.view.routes import steps_of


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a route passes a pattern: at which step of how many, and what lies before and after it."""

    route: Route
    number: int
    count: int
    before: Pattern | None
    after: Pattern | None


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


def walk(pattern: Pattern, language: Language, places: Places, render: Callable[..., Markup]) -> tuple[Markup, Markup]:
    """Return what a page shows to someone who comes by a route: the place in it, and the ways on and back.

    Both are hidden until a script finds `?route=<key>` in the address.

    Args:
        pattern: whose page it is.
        language: with the routes.
        places: where things are, as seen from that page.
        render: fills in a template.
    """
    stops = stops_at(pattern.key, language)
    if not stops:
        return Markup(), Markup()
    values = {"stops": stops, "to_route": places.route, "to_stop": places.stop}
    return render("route-place.html", **values), render("route-walk.html", **values)
