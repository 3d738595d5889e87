"""The shapes of the map: the outline around points, where a name has room, the line from one circle to another."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.language.map_places import Point
from macros.model.pattern_map import HEIGHT, RADIUS, WIDTH

_BEND = 0.08
"""How far a line bends, as a part of its length: two lines on the same way come apart."""


_HIGH = 12
"""The height of a name."""
_ABOVE, _CLOSE, _BELOW = 23, 17, 33
"""From the highest pattern up to the line of a name, with room and without, and from the lowest one down to it."""
_SHIFTS = (0, -20, 20, -40, 40, -60, 60, -80, 80)


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a name takes; `bottom` is its line."""

    left: float
    right: float
    bottom: float

    def covers(self, other: "Box") -> bool:
        """Whether two names overlap."""
        beside = self.right < other.left or other.right < self.left
        return not beside and abs(self.bottom - other.bottom) < _HIGH + 2

    def touches(self, point: Point) -> bool:
        """Whether a name overlaps the circle of a pattern."""
        x, y = point
        across = max(self.left - x, 0, x - self.right)
        down = max(self.bottom - _HIGH - y, 0, y - self.bottom)
        return math.hypot(across, down) < RADIUS


def place_name(width: float, own: Sequence[Point], patterns: Sequence[Point], names: Sequence[Box]) -> Box:
    """Return where the name of a chapter stands: above its patterns or below them, where it hides least.

    Args:
        width: of the name.
        own: the places of the patterns of the chapter.
        patterns: the places of all patterns.
        names: of the chapters that have their place already.
    """
    middle = (min(x for x, _ in own) + max(x for x, _ in own)) / 2
    top, bottom = min(y for _, y in own), max(y for _, y in own)
    boxes = []
    for line in (max(top - _ABOVE, float(_HIGH)), max(top - _CLOSE, float(_HIGH)), min(bottom + _BELOW, HEIGHT - 3.0)):
        for shift in _SHIFTS:
            left = min(max(middle + shift - width / 2, 0), max(WIDTH - width, 0))
            boxes.append(Box(left, left + width, line))
    return min(boxes, key=lambda box: sum(map(box.touches, patterns)) + 3 * sum(map(box.covers, names)))


def hull(points: Iterable[Point]) -> list[Point]:
    """Return the corners of the smallest convex outline around points, clockwise on the screen."""
    ordered = sorted(set(points))
    if len(ordered) < 3:  # noqa: PLR2004 - two points are a line
        return ordered
    return [*_half(ordered)[:-1], *_half(reversed(ordered))[:-1]]


def _half(points: Iterable[Point]) -> list[Point]:
    corners: list[Point] = []
    for point in points:
        while len(corners) > 1 and _turn(corners[-2], corners[-1], point) <= 0:
            corners.pop()
        corners.append(point)
    return corners


def _turn(one: Point, two: Point, three: Point) -> float:
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])


def curve(start: Point, end: Point, radius: float) -> str:
    """Return the path of a bent line between two circles, from rim to rim."""
    length = math.dist(start, end) or 1
    across, down = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    bend = _BEND * length
    middle = ((start[0] + end[0]) / 2 - down * bend, (start[1] + end[1]) / 2 + across * bend)

    def rim(point: Point) -> Point:
        away = math.dist(point, middle) or 1
        return (
            point[0] + (middle[0] - point[0]) / away * radius,
            point[1] + (middle[1] - point[1]) / away * radius,
        )

    (x1, y1), (x2, y2) = rim(start), rim(end)
    return f"M{x1:.0f} {y1:.0f}Q{middle[0]:.0f} {middle[1]:.0f} {x2:.0f} {y2:.0f}"
