"""Reading routes: the page of one and the overview of all."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from macros.exports.share_images import route_image
from macros.language.addresses import route_address
from macros.model.editions import EDITIONS
from macros.model.vocabulary import Route
from macros.pages.downloads import route_files
from macros.pages.page import Page, own_languages
from macros.pages.renderer import Renderer
from macros.view.routes import steps_of


def route_pages(home: Renderer) -> Iterator[Page]:
    """Yield the page of each reading route."""
    language, edition = home.language, home.edition
    for place, route in enumerate(language.routes.routes if language.routes else ()):
        yield Page(
            macro="route_page",
            arguments=(route.key,),
            edition=edition,
            addresses={one: route_address(route, one) for one in EDITIONS},
            title=route.of(edition).name,
            description=home.plain(route, route.of(edition).summary),
            source=language.data_files["routes.yml"].place(("routes", place)),
            html=partial(route_page, route=route),
            languages=own_languages(route),
            share=partial(route_image, route=route),
        )


def route_page(renderer: Renderer, route: Route) -> Markup:
    """Return the page of one route: its summary, its steps and its files."""
    return renderer.render(
        "route.html",
        route=route,
        overview=renderer.places.overview("routes"),
        steps=steps_of(route, renderer.language),
        to_stop=renderer.places.stop,
        numbers=renderer.language.chapter_numbers(),
        files=route_files(renderer, route),
    )


def route_overview(renderer: Renderer) -> Markup:
    """Return all routes: first those for a situation, then those for a role."""
    vocabulary, routes = renderer.language.vocabulary, renderer.language.routes
    roles = {role.key: role for role in vocabulary.roles} if vocabulary else {}
    rows = [
        (route, renderer.places.route(route), steps[0][1], len(steps), roles.get(route.role or ""))
        for route in (routes.routes if routes else ())
        if (steps := steps_of(route, renderer.language))
    ]
    return renderer.render("routes.html", rows=rows, numbers=renderer.language.chapter_numbers())
