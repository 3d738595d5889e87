"""A route leads from its first pattern to its last, and each pattern on it knows its place."""

import re

import pytest

from macros.model.editions import EDITIONS
from macros.pages.route_nav import stops_at, walk
from macros.view.routes import steps_of


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
            _place, walked = walk(language.patterns[key], language, renderer.places, renderer.render)
            found = re.search(rf'data-route="{route.key}".*?</nav>', walked, re.DOTALL)
            assert found
            here = found.group()
            key = stop.after.key if stop.after else None
            if key:
                assert f'rel="next" href="{renderer.places.pattern(key)}?route={route.key}"' in here
            else:
                assert 'rel="next"' not in here
        assert seen == [pattern.key for pattern in passed]


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
    renderer = render("nl")
    assert walk(alone, language, renderer.places, renderer.render) == ("", "")
