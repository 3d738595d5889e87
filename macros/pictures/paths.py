"""The way of a path (`d`): read into steps, written anew from them, and as points for its bounds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import acos, cos, hypot, pi, radians, sin, sqrt
from typing import Final

Point = tuple[float, float]

NUMBER: Final = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_SEPARATOR: Final = re.compile(r"[ \t\r\n]*,?[ \t\r\n]*")
_PLAIN: Final = re.compile(r"([-+]?(?:[0-9]{1,3}(?![0-9])(?:\.[0-9]*+)?+|\.[0-9]++))(?![eE])" + _SEPARATOR.pattern)
"""A number below 1000 with what parts it from the next."""
_SPACE: Final = re.compile(r"[ \t\r\n]*")
_COUNTS: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
"""How many numbers each letter takes."""
LARGEST: Final = 1000
"""No coordinate of a frame of 240 by 160 comes near this."""
MAX_NUMBERS: Final = 600
"""The longest path has 110 numbers."""
_STEPS: Final = 12
"""Points along a curve; at the size of the frame these miss its edge by less than half a unit."""


class WrongValueError(ValueError):
    """What is wrong with a value.

    Attributes:
        message: the id of a message.
        at: the position in the value, from 0.
        written: what stands there.
    """

    def __init__(self, message: str, at: int = 0, written: str = "") -> None:
        super().__init__(message)
        self.message, self.at, self.written = message, at, written


@dataclass(frozen=True, slots=True)
class Step:
    """One letter with the numbers that it takes; a letter that is repeated is several steps."""

    letter: str
    numbers: tuple[float, ...]


def path_from(text: str) -> tuple[Step, ...]:
    """Return the steps of a path.

    Raises:
        WrongValueError: when it is not one, or longer than `MAX_NUMBERS`.
    """
    steps: list[Step] = []
    at = _after(_SPACE, text, 0)
    letter, count = "", 0
    while at < len(text):
        if text[at] in "MmLlHhVvCcSsQqTtAaZz":
            letter, at = text[at], _after(_SPACE, text, at + 1)
            fresh = True
        elif not letter or letter in "Zz" or not NUMBER.match(text, at):
            raise WrongValueError("svg-value.path", at, _word(text, at))
        else:
            fresh = False
        if not steps and letter not in "Mm":
            raise WrongValueError("svg-value.path-start", at - 1, letter)
        # After the first pair of M, further pairs are lines.
        own = letter if fresh else {"M": "L", "m": "l"}.get(letter, letter)
        numbers = []
        for place in range(_COUNTS[own.upper()]):
            flag = own in "Aa" and place in (3, 4)
            if not flag and (found := _PLAIN.match(text, at)):
                numbers.append(float(found[1]))
                at = found.end()
            else:
                value, at = _flag(text, at) if flag else number_at(text, at)
                numbers.append(value)
                at = _after(_SEPARATOR, text, at)
        count += len(numbers)
        if count > MAX_NUMBERS:
            raise WrongValueError("svg-size.path", at)
        steps.append(Step(own, tuple(numbers)))
    if len(steps) < 2:  # noqa: PLR2004 - a start and a step
        raise WrongValueError("svg-value.path-empty")
    return tuple(steps)


def number_at(text: str, at: int) -> tuple[float, int]:
    """Return the number that stands in a text, and the position after it.

    Raises:
        WrongValueError: when none stands there, or one that no frame holds.
    """
    found = NUMBER.match(text, at)
    if not found:
        raise WrongValueError("svg-value.number", at, _word(text, at))
    after = text[found.end() : found.end() + 1]
    if after in ("e", "E"):
        raise WrongValueError("svg-value.number", at, _word(text, at))
    value = float(found.group())
    if abs(value) > LARGEST:
        raise WrongValueError("svg-value.large", at, _word(text, at))
    return value, found.end()


def _flag(text: str, at: int) -> tuple[float, int]:
    if text[at : at + 1] not in ("0", "1"):
        raise WrongValueError("svg-value.flag", at, _word(text, at))
    return float(text[at]), at + 1


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _word(text: str, at: int) -> str:
    found = re.compile(r"[^\s,]{0,20}").match(text, at)
    return found.group() if found else ""


def written(number: float) -> str:
    """Return a number as written: at most two decimals, no needless zero."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    text = text.replace("-0.", "-.") if text.startswith("-0.") else text.removeprefix("0") if text[:2] == "0." else text
    return "0" if text == "-0" else text


def joined(numbers: tuple[float, ...]) -> str:
    """Return numbers as written one after another, parted where they would run together."""
    text = ""
    for number in numbers:
        new = written(number)
        text += new if not text or new.startswith("-") else f" {new}"
    return text


@lru_cache(maxsize=1024)
def path_text(steps: tuple[Step, ...]) -> str:
    """Return the steps as the value of `d`; pictures share symbols, and each is drawn in several sizes."""
    text, before = "", ""
    for step in steps:
        numbers = joined(step.numbers)
        same = step.letter == before and step.letter not in "Zz" and step.letter not in "Mm"
        text += f"{'' if numbers.startswith('-') else ' '}{numbers}" if same else f"{step.letter}{numbers}"
        before = step.letter
    return text


def points_of(steps: tuple[Step, ...]) -> Iterator[Point]:
    """Yield points along a path, close enough together for its bounds."""
    for step, points in _segments(steps):
        if step.letter in "Aa":
            yield from _arc(points[0], step.numbers, points[-1])
        else:
            yield from _curve(points)


def corners_of(steps: tuple[Step, ...]) -> Iterator[Point]:
    """Yield points between which a path lies: the ends and control points of its curves, and boxes around its arcs."""
    for step, points in _segments(steps):
        yield from points
        if step.letter in "Aa":
            (x, y), (end_x, end_y) = points
            rx, ry, large = abs(step.numbers[0]), abs(step.numbers[1]), step.numbers[3]
            half = hypot(end_x - x, end_y - y) / 2
            if not rx or not ry:
                continue
            # Radii that are too short for the distance grow; half a circle reaches no further than it is wide.
            widest = max(rx, ry) * max(1.0, half / min(rx, ry))
            reach = half if rx == ry and not large else 2 * widest
            middle_x, middle_y = (x + end_x) / 2, (y + end_y) / 2
            yield middle_x - reach, middle_y - reach
            yield middle_x + reach, middle_y + reach


def _segments(steps: tuple[Step, ...]) -> Iterator[tuple[Step, list[Point]]]:
    """Yield each step with the points it goes by: where it begins, its control points and its end."""
    x = y = start_x = start_y = 0.0
    control: Point | None = None
    before = ""
    for step in steps:
        kind = step.letter.upper()
        end, controls = _absolute(step, (x, y))
        if kind == "Z":
            end = (start_x, start_y)
        elif kind == "M":
            start_x, start_y = end
        if kind in "ST":
            near = control if control and before in ("CS" if kind == "S" else "QT") else (x, y)
            mirrored = (2 * x - near[0], 2 * y - near[1]) if near != (x, y) else (x, y)
            controls = [mirrored, *controls]
        yield step, [end] if kind == "M" else [(x, y), *controls, end]
        control = controls[-1] if controls else None
        before, (x, y) = kind, end


def _absolute(step: Step, here: Point) -> tuple[Point, list[Point]]:
    """Return where a step ends, and its control points."""
    x, y = here
    base_x, base_y = here if step.letter.islower() else (0.0, 0.0)
    numbers = step.numbers
    match step.letter.upper():
        case "H":
            return (base_x + numbers[0], y), []
        case "V":
            return (x, base_y + numbers[0]), []
        case "Z":
            return here, []
        case "A":
            return (base_x + numbers[5], base_y + numbers[6]), []
    pairs = [(base_x + numbers[at], base_y + numbers[at + 1]) for at in range(0, len(numbers), 2)]
    return pairs[-1], pairs[:-1]


def _curve(points: list[Point]) -> Iterator[Point]:
    if len(points) <= 2:  # noqa: PLR2004 - a line has its two ends
        yield from points
        return
    for step in range(_STEPS + 1):
        t = step / _STEPS
        level = points
        while len(level) > 1:
            level = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(level)]
        yield level[0]


def _arc(start: Point, numbers: tuple[float, ...], end: Point) -> Iterator[Point]:
    """Yield points along an elliptical arc (SVG 2, appendix B.2.4, from end points to a centre)."""
    rx, ry, turned, large, sweep = abs(numbers[0]), abs(numbers[1]), radians(numbers[2]), numbers[3], numbers[4]
    yield start
    yield end
    if not rx or not ry or start == end:
        return
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x = cos(turned) * half_x + sin(turned) * half_y
    y = -sin(turned) * half_x + cos(turned) * half_y
    grown = hypot(x / rx, y / ry)
    if grown > 1:
        rx, ry = rx * grown, ry * grown
    rest = max(0.0, (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2) / ((rx * y) ** 2 + (ry * x) ** 2)
    sign = 1 if large != sweep else -1
    centre_x, centre_y = sign * sqrt(rest) * rx * y / ry, -sign * sqrt(rest) * ry * x / rx
    first = _angle((1, 0), ((x - centre_x) / rx, (y - centre_y) / ry))
    turn = _angle(((x - centre_x) / rx, (y - centre_y) / ry), ((-x - centre_x) / rx, (-y - centre_y) / ry))
    turn = turn % (2 * pi) if sweep else turn % (2 * pi) - 2 * pi
    middle_x, middle_y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    for step in range(2 * _STEPS + 1):
        angle = first + turn * step / (2 * _STEPS)
        on_x, on_y = rx * cos(angle) + centre_x, ry * sin(angle) + centre_y
        yield (
            cos(turned) * on_x - sin(turned) * on_y + middle_x,
            sin(turned) * on_x + cos(turned) * on_y + middle_y,
        )


def _angle(a: Point, b: Point) -> float:
    lengths = hypot(*a) * hypot(*b)
    cosine = (a[0] * b[0] + a[1] * b[1]) / lengths if lengths else 1.0
    angle = acos(max(-1.0, min(1.0, cosine)))
    return -angle if a[0] * b[1] - a[1] * b[0] < 0 else angle
