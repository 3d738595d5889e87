"""Reading routes: the page of one and the overview of all."""

from markupsafe import Markup

from macros.model.vocabulary import Route
from macros.pages.renderer import Renderer
from macros.pages.route_nav import steps_of


def route_page(renderer: Renderer, route: Route) -> Markup:
    """Return the page of one route: its summary and its steps."""
    return renderer.render(
        "route.html",
        route=route,
        steps=steps_of(route, renderer.language),
        to_stop=renderer.places.stop,
        numbers=renderer.chapter_numbers(),
    )


def route_overview(renderer: Renderer) -> Markup:
    """Return all routes: first those for a situation, then those for a role."""
    vocabulary, routes = renderer.language.vocabulary, renderer.language.routes
    roles = {role.key: role for role in vocabulary.roles} if vocabulary else {}
    rows = [
        (route, renderer.places.route(route), len(steps_of(route, renderer.language)), roles.get(route.role or ""))
        for route in (routes.routes if routes else ())
    ]
    return renderer.render("routes.html", rows=rows)
