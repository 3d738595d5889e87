"""A route leads from its first pattern to its last, and each pattern on it knows its place."""

import re

import pytest

from macros.core.editions import EDITIONS
from macros.rendering.routes import route_overview, route_page, steps_of, stops_at, walk


def as_draft(language, key):
    pattern = language.patterns[key]
    fields = pattern.fields.model_copy(update={"status": "draft"})
    language.patterns[key] = type(pattern)(pattern.key, pattern.chapter, pattern.document, fields)


@pytest.mark.parametrize("edition", EDITIONS)
def test_next_leads_through_every_route_and_previous_back(language, render, edition):
    renderer = render(edition)
    for route in language.routes.routes:
        passed = [pattern for _step, pattern in steps_of(route, language)]
        key: str | None = passed[0].key
        seen: list[str] = []
        while key:
            stop = next(stop for stop in stops_at(key, language) if stop.route.key == route.key)
            seen.append(key)
            assert (stop.number, stop.count) == (len(seen), len(passed))
            assert (stop.before.key if stop.before else None) == (seen[-2] if len(seen) > 1 else None)
            _place, walked = walk(renderer, language.patterns[key])
            found = re.search(rf'data-route="{route.key}".*?</nav>', walked, re.DOTALL)
            assert found
            here = found.group()
            key = stop.after.key if stop.after else None
            if key:
                assert f'rel="next" href="{renderer.places.pattern(key)}?route={route.key}"' in here
            else:
                assert 'rel="next"' not in here
        assert seen == [pattern.key for pattern in passed]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_page_of_a_route_says_why_at_each_step(language, render, edition):
    renderer = render(edition)
    for route in language.routes.routes:
        page = route_page(renderer, route)
        assert len(re.findall(r"<li\b", page)) == len(route.steps)
        for step in route.steps:
            assert renderer.prose.inline(step.why.of(edition)) in page
            assert f'href="{renderer.places.pattern(step.pattern)}?route={route.key}"' in page


def test_a_pattern_that_is_not_published_is_passed_over(language):
    route = language.routes.routes[0]
    first, second, third = (step.pattern for step in route.steps[:3])
    as_draft(language, second)
    stop = next(stop for stop in stops_at(first, language) if stop.route.key == route.key)
    assert stop.after
    assert (stop.number, stop.count, stop.after.key) == (1, len(route.steps) - 1, third)


def test_a_pattern_on_no_route_shows_none(language, render):
    on_routes = {step.pattern for route in language.routes.routes for step in route.steps}
    alone = next(pattern for key, pattern in language.patterns.items() if key not in on_routes)
    assert walk(render("nl"), alone) == ("", "")


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_overview_has_every_route_once(language, render, edition):
    page = route_overview(render(edition))
    situations, roles = page.split('id="rollen"')
    for route in language.routes.routes:
        name = route.of(edition).name
        assert page.count(f">{name}</a>") == 1
        assert name in (roles if route.role else situations)
