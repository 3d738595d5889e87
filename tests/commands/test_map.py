"""`map` gives each new pattern a place with the others fixed, and moves nothing that has one."""

import math
import sys

import pytest
import yaml

from macros.authoring.map_layout import lay_out
from macros.checks import check
from macros.language.map_places import map_places
from macros.language.reading import read_language
from macros.model.pattern_map import HEIGHT, LEAST_DISTANCE, RADIUS, WIDTH, PatternMap

COMMAND = "map"
FILE = "patterns/map.yml"


def places_of(folder):
    data = yaml.safe_load((folder / FILE).read_text("utf-8"))
    return {one["pattern"]: (one["x"], one["y"]) for one in data["places"]}


def as_map(places):
    return PatternMap.model_validate({"places": [{"pattern": key, "x": x, "y": y} for key, (x, y) in places.items()]})


def assert_whole(places):
    points = list(places.values())
    assert all(RADIUS <= x <= WIDTH - RADIUS and RADIUS <= y <= HEIGHT - RADIUS for x, y in points)
    for at, one in enumerate(points):
        assert all(math.dist(one, two) >= LEAST_DISTANCE for two in points[:at])


@pytest.fixture(scope="module")
def language(root):
    return check(root).language


def test_the_committed_map_holds_every_pattern_apart_from_the_others(language):
    assert language.map
    places = {one.pattern: (one.x, one.y) for one in language.map.places}
    assert places.keys() == {one.key for one in language.published()}
    assert_whole(places)
    assert lay_out(language) == places


def test_the_same_language_gives_the_same_map(language):
    assert lay_out(language, anew=True) == lay_out(language, anew=True)


def test_a_pattern_taken_away_is_placed_again_and_no_other_moves(language):
    # Mirrored, so that it is not the map that a layout from nothing gives.
    before = {one.pattern: (WIDTH - one.x, one.y) for one in language.map.places}
    committed = language.map
    try:
        for key in list(before)[::17]:
            language.map = as_map({one: place for one, place in before.items() if one != key})
            after = lay_out(language)
            assert {**after, key: before[key]} == before
            assert_whole(after)
            chapter = [before[one.key] for one in language.in_chapter(language.patterns[key].chapter) if one.key != key]
            assert min(math.dist(after[key], other) for other in chapter) < 3 * LEAST_DISTANCE
    finally:
        language.map = committed


def test_without_a_place_a_pattern_stands_at_the_edge_of_its_chapter(language):
    committed = language.map
    before = {one.pattern: (one.x, one.y) for one in language.map.places}
    try:
        language.map = as_map({one: place for one, place in before.items() if one != "no-one-says-no"})
        places = map_places(language)
        assert_whole(places)
        assert {**places, "no-one-says-no": before["no-one-says-no"]} == before
        language.map = None
        assert_whole(map_places(language))
    finally:
        language.map = committed


def test_it_writes_the_file_and_then_has_nothing_to_do(folder, run):
    code, said = run()
    assert (code, said) == (0, "patterns/map.yml: 3 of 3 patterns placed\n")
    first = places_of(folder)
    assert_whole(first)
    assert [one for one in check(folder).findings if one.place.path == FILE] == []
    assert run() == (0, "patterns/map.yml: every pattern has a place already\n")
    file = folder / FILE
    file.write_text(
        "".join(line for line in file.read_text("utf-8").splitlines(keepends=True) if "ask-twice" not in line)
    )
    assert run() == (0, "patterns/map.yml: 1 of 3 patterns placed\n")
    assert {**places_of(folder), "ask-twice": 0} == {**first, "ask-twice": 0}


def test_two_that_overlap_come_apart(folder, run):
    (folder / FILE).write_text(
        "places:\n  - {pattern: look-first, x: 40, y: 40}\n  - {pattern: ask-twice, x: 50, y: 40}\n", "utf-8"
    )
    assert run()[0] == 0
    assert places_of(folder)["look-first"] == (40, 40)
    assert_whole(places_of(folder))


def test_a_file_with_errors_stays_as_it_is(folder, run):
    (folder / FILE).write_text("places: none\n", "utf-8")
    code, said = run()
    assert code == 2
    assert said.startswith("patterns/map.yml has errors and stays as it is")
    assert (folder / FILE).read_text("utf-8") == "places: none\n"


def test_without_the_package_it_says_how_to_get_it(folder, run, monkeypatch):
    monkeypatch.setitem(sys.modules, "igraph", None)
    assert run() == (
        2,
        "the map is laid out with the package igraph, which is not installed here; run: python -m pip install igraph\n",
    )
    assert not (folder / FILE).exists()


def test_a_full_map_is_refused(language, monkeypatch):
    monkeypatch.setattr("macros.authoring.map_layout.nearest_free", lambda *_: None)
    with pytest.raises(LookupError):
        lay_out(language, anew=True)


def test_reading_knows_the_file_and_its_absence(folder, run):
    assert read_language(folder).language.map is None
    run()
    found = read_language(folder).language.map
    assert found
    assert len(found.places) == 3
