"""The page of a route, and the overview of all."""

import re

import pytest

from macros.model.editions import EDITIONS
from macros.pages.routes import route_overview, route_page


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_page_of_a_route_says_why_at_each_step(language, render, edition):
    renderer = render(edition)
    for route in language.routes.routes:
        page = route_page(renderer, route)
        assert len(re.findall(r"<li\b", page)) == len(route.steps)
        for step in route.steps:
            assert renderer.prose.inline(step.why.of(edition)) in page
            assert f'href="{renderer.places.pattern(step.pattern)}?route={route.key}"' in page
        for name in (
            *(f"route-{route.key}.{ending}" for ending in ("pdf", "docx", "odt", "epub", "pptx")),
            f"poster-route-{route.key}.pdf",
        ):
            assert f'downloads/{name}" download="' in page


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_overview_has_every_route_once(language, render, edition):
    page = route_overview(render(edition))
    situations, roles = page.split('id="rollen"')
    for route in language.routes.routes:
        name = route.of(edition).name
        assert page.count(f">{name}</a>") == 1
        assert name in (roles if route.role else situations)
