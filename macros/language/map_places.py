"""The places of the patterns on the map: those of map.yml, and one for a pattern that has none there yet."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from macros.language.language import Language
from macros.model.pattern_map import HEIGHT, LEAST_DISTANCE, RADIUS, WIDTH

Point = tuple[float, float]
_STEP = 3
"""Between two points that are tried."""
_MOST_ADDED = 40
"""Patterns without a place of their own that the page finds one for; a crowded map takes seconds to search."""


class Taken:
    """The places that are taken, kept by square so that only those nearby are looked at."""

    def __init__(self, points: Iterable[Point] = ()) -> None:
        self._squares: dict[tuple[int, int], list[Point]] = defaultdict(list)
        for point in points:
            self.add(point)

    def add(self, point: Point) -> None:
        """Take a place."""
        self._squares[self._square(point)].append(point)

    def free(self, point: Point) -> bool:
        """Whether a pattern can stand there, inside the frame and apart from all others."""
        x, y = point
        inside = RADIUS <= x <= WIDTH - RADIUS and RADIUS <= y <= HEIGHT - RADIUS
        return inside and self.overlapped(point) is None

    def overlapped(self, point: Point) -> Point | None:
        """Return a place that a pattern there would overlap, or None."""
        across, down = self._square(point)
        around = ((across + right, down + below) for right in (-1, 0, 1) for below in (-1, 0, 1))
        others = (other for square in around for other in self._squares.get(square, ()))
        return next((other for other in others if math.dist(point, other) < LEAST_DISTANCE), None)

    @staticmethod
    def _square(point: Point) -> tuple[int, int]:
        return int(point[0] // LEAST_DISTANCE), int(point[1] // LEAST_DISTANCE)


@cache
def _around() -> list[tuple[int, int]]:
    """Return the steps from a point to all others of a frame, the nearest first."""
    steps = ((x, y) for x in range(-WIDTH, WIDTH + 1, _STEP) for y in range(-HEIGHT, HEIGHT + 1, _STEP))
    return sorted(steps, key=lambda step: (math.hypot(*step), step))


def nearest_free(wanted: Point, taken: Taken) -> Point | None:
    """Return the free place nearest to the one that is wanted; None when the map is full."""
    x, y = round(wanted[0]), round(wanted[1])
    return next((there for right, below in _around() if taken.free(there := (x + right, y + below))), None)


def committed_places(language: Language) -> dict[str, Point]:
    """Return the places of map.yml of the patterns that are published, by key."""
    places = language.map.places if language.map else []
    return {
        place.pattern: (place.x, place.y)
        for place in places
        if (pattern := language.patterns.get(place.pattern)) and pattern.published
    }


def map_places(language: Language) -> dict[str, Point]:
    """Return the place of each published pattern by key.

    One that has none in map.yml stands below the others of its chapter. Of these at most 40 are on the map, while there
    is room; the list beside it has all.
    """
    places = committed_places(language)
    taken = Taken(places.values())
    without = [pattern for pattern in language.published() if pattern.key not in places]
    for pattern in without[:_MOST_ADDED]:
        there = nearest_free(_below_chapter(pattern.chapter, language, places), taken)
        if there is None:
            break
        places[pattern.key] = there
        taken.add(there)
    return places


def _below_chapter(chapter: str, language: Language, places: Mapping[str, Point]) -> Point:
    """Return the middle of the lower edge of a chapter; of one that has no place yet, a point of its own."""
    own = [places[one.key] for one in language.in_chapter(chapter) if one.key in places]
    if own:
        return sum(x for x, _ in own) / len(own), max(y for _, y in own)
    keys = [one.key for one in language.chapters()]
    row, column = divmod(keys.index(chapter) if chapter in keys else len(keys), 2)
    rows = max(1, math.ceil(len(keys) / 2))
    return WIDTH * (0.25 + 0.5 * column), HEIGHT * (row + 0.5) / rows
