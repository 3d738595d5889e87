"""Checks on map.yml: each published pattern has one place, and no two overlap."""

import math
from collections.abc import Iterator

from macros.findings.finding import Finding, Severity
from macros.language.language import Language
from macros.language.map_places import Point, Taken
from macros.model.pattern_map import LEAST_DISTANCE


def places_stand_apart(language: Language) -> Iterator[Finding]:
    """A pattern has one place, at a distance from those before it."""
    if not language.map:
        return
    document = language.data_files["map.yml"]
    placed: set[str] = set()
    taken = Taken()
    standing: dict[Point, str] = {}
    for index, place in enumerate(language.map.places):
        there = document.place(("places", index, "pattern"))
        point = (place.x, place.y)
        if place.pattern in placed:
            yield Finding(there, "map-twice", written=place.pattern)
        elif (other := taken.overlapped(point)) is not None:
            distance = math.floor(math.dist(other, point))
            holes: dict[str, str | int | tuple[str, ...]] = {
                "other": standing[other],
                "distance": distance,
                "least": LEAST_DISTANCE,
            }
            yield Finding(there, "map-overlap", holes, place.pattern)
        else:
            taken.add(point)
            standing[point] = place.pattern
        placed.add(place.pattern)


def patterns_have_a_place(language: Language) -> Iterator[Finding]:
    """Every published pattern stands in map.yml, where there is one; until it does, the page finds it a place."""
    if not language.map:
        return
    placed = {place.pattern for place in language.map.places}
    for pattern in language.published():
        if pattern.key not in placed:
            document = language.data_files["map.yml"]
            place = document.place(("places",), of_key=True)
            yield Finding(place, "map-no-place", written=pattern.key, severity=Severity.NOTICE)
