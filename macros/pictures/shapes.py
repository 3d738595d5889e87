"""Shapes with checked values: what a picture is made of once it has been read, and where each lies.

Every value is a number, a known word or a list of steps; text of the file is kept nowhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Final

from macros.pictures.paths import Point, Step, corners_of, points_of

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Final[Matrix] = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Shape:
    """One drawn thing, or a group of them.

    Attributes:
        name: path, circle, ellipse or g.
        classes: some of `shape_reader.CLASSES`.
        transform: functions with their numbers.
        numbers: the values of `shape_reader.GEOMETRY`, by name; none for a path and a group.
        steps: the way of a path.
        strokes: width, cap and dashes, as the values to write.
        children: the shapes of a group.
        symbol: the symbol that a group comes from, or empty.
    """

    name: str
    classes: tuple[str, ...] = ()
    transform: tuple[tuple[str, tuple[float, ...]], ...] = ()
    numbers: tuple[tuple[str, float], ...] = ()
    steps: tuple[Step, ...] = ()
    strokes: tuple[tuple[str, str | tuple[float, ...]], ...] = ()
    children: tuple["Shape", ...] = ()
    symbol: str = ""

    def all(self) -> Iterator["Shape"]:
        """Yield this shape and every one in it."""
        yield self
        for child in self.children:
            yield from child.all()

    def points(self, around: Matrix = IDENTITY) -> Iterator[Point]:
        """Yield points at its edge, strokes left out of account.

        Args:
            around: the transform of what it stands in.
        """
        a, b, c, d, e, f = own = _times(around, _matrix(self.transform))
        for x, y in self._own_points():
            yield a * x + c * y + e, b * x + d * y + f
        for child in self.children:
            yield from child.points(own)

    def corners(self, of_symbols: dict[str, list[Point]]) -> list[Point]:
        """Return points between which it lies: it comes nowhere beyond them, and need not reach them.

        Args:
            of_symbols: those of the symbols that were asked for before, by name, to which this adds.
        """
        if self.symbol not in of_symbols:
            points = self._own_corners(of_symbols)
            if self.symbol:
                of_symbols[self.symbol] = _box(points)
        else:
            points = of_symbols[self.symbol]
        if not self.transform:
            return points
        a, b, c, d, e, f = _matrix(self.transform)
        return [(a * x + c * y + e, b * x + d * y + f) for x, y in points]

    def _own_corners(self, of_symbols: dict[str, list[Point]]) -> list[Point]:
        points = [point for child in self.children for point in child.corners(of_symbols)]
        if self.steps:
            points += corners_of(self.steps)
        elif self.numbers:
            x, y, wide, high = self._oval()
            points += [(x - wide, y - high), (x + wide, y - high), (x - wide, y + high), (x + wide, y + high)]
        return points

    def _own_points(self) -> Iterator[Point]:
        if self.steps:
            yield from points_of(self.steps)
        elif self.numbers:
            x, y, wide, high = self._oval()
            for turn in range(0, 360, 15):
                yield x + wide * cos(radians(turn)), y + high * sin(radians(turn))

    def _oval(self) -> tuple[float, float, float, float]:
        """Return the centre of a circle or ellipse, and half its width and height."""
        values = dict(self.numbers)
        wide, high = (values[one] if one in values else values["r"] for one in ("rx", "ry"))
        return values.get("cx", 0.0), values.get("cy", 0.0), wide, high


def _box(points: list[Point]) -> list[Point]:
    """Return the corners of the smallest rectangle around points; none around none."""
    if not points:
        return []
    across, down = zip(*points, strict=True)
    return [(x, y) for x in (min(across), max(across)) for y in (min(down), max(down))]


def _matrix(functions: tuple[tuple[str, tuple[float, ...]], ...]) -> Matrix:
    matrix = IDENTITY
    for name, numbers in functions:
        if name == "translate":
            own: Matrix = (1, 0, 0, 1, numbers[0], numbers[1] if len(numbers) > 1 else 0)
        elif name == "scale":
            own = (numbers[0], 0, 0, numbers[-1], 0, 0)
        else:
            turn = radians(numbers[0])
            x, y = numbers[1:] if len(numbers) > 1 else (0, 0)
            own = (cos(turn), sin(turn), -sin(turn), cos(turn), 0, 0)
            own = _times(_times((1, 0, 0, 1, x, y), own), (1, 0, 0, 1, -x, -y))
        matrix = _times(matrix, own)
    return matrix


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[2] * n[1],
        m[1] * n[0] + m[3] * n[1],
        m[0] * n[2] + m[2] * n[3],
        m[1] * n[2] + m[3] * n[3],
        m[0] * n[4] + m[2] * n[5] + m[4],
        m[1] * n[4] + m[3] * n[5] + m[5],
    )
