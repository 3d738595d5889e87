"""From an element of a picture to the shape that it is: each attribute known, each value within bounds."""

import re
from collections.abc import Iterator
from typing import Final

from macros.findings.finding import Finding, among
from macros.pictures.paths import Step, WrongValueError, number_at, path_from
from macros.pictures.reader import Element
from macros.pictures.shapes import Shape

CLASSES: Final = ("f", "hf", "h", "n", "t", "p", "g", "d", "o")
"""The classes of a shape; see the page for contributors on pictures. The last two say more of the others."""

GEOMETRY: Final = {"path": ("d",), "circle": ("cx", "cy", "r"), "ellipse": ("cx", "cy", "rx", "ry")}
"""Element -> the attributes that say where it is."""
_STROKES: Final = ("stroke-dasharray", "stroke-width", "stroke-linecap")
ATTRIBUTES: Final = {
    "g": ("class", "transform"),
    **{name: ("class", "transform", *own, *_STROKES) for name, own in GEOMETRY.items()},
}
"""Element -> the attributes that it may have."""
_MAY_LACK: Final = {"cx", "cy"}
CAPS: Final = ("round", "butt", "square")
_STYLED: Final = {"style", "fill", "stroke", "color", "opacity", "fill-opacity", "stroke-opacity", "stroke-linejoin"}
"""Attributes that a drawing program writes where a class belongs."""
MAX_WIDTH: Final = 13
MAX_DASHES: Final = 6
MAX_STEPS_OF_TRANSFORM: Final = 4
_LARGEST_SCALE: Final = 3

_FUNCTION: Final = re.compile(r"[ \t\r\n,]*([a-zA-Z]{1,20})[ \t]*\(([^()]*)\)")
_FUNCTIONS: Final = {"translate": (1, 2), "scale": (1, 2), "rotate": (1, 3)}
"""Function of a transform -> how many numbers it may have."""


def shape_from(element: Element, children: tuple[Shape, ...], findings: list[Finding]) -> Shape | None:
    """Return the shape that an element is, or None with what is wrong among the findings.

    Args:
        element: a path, circle, ellipse or g.
        children: the shapes in it.
        findings: to which what is wrong is added.
    """
    before = len(findings)
    refuse_attributes(element, ATTRIBUTES[element.name], findings)
    if element.name != "g" and element.children:
        inner = element.children[0]
        findings.append(Finding(inner.place, "svg-element.inside", {"name": element.name}, f"<{inner.name}>"))
    classes = classes_of(element, findings)
    transform = transform_of(element, findings)
    numbers, steps = _geometry(element, findings)
    strokes = _strokes(element, findings)
    if len(findings) > before:
        return None
    return Shape(element.name, classes, transform, numbers, steps, strokes, children)


def _geometry(element: Element, findings: list[Finding]) -> tuple[tuple[tuple[str, float], ...], tuple[Step, ...]]:
    numbers: list[tuple[str, float]] = []
    steps: tuple[Step, ...] = ()
    for name in GEOMETRY.get(element.name, ()):
        if name not in element.attributes:
            if name not in _MAY_LACK:
                holes = {"name": element.name, "attribute": name}
                findings.append(Finding(element.place, "svg-attribute.missing", holes))
            continue
        try:
            if name == "d":
                steps = path_from(element.attributes[name])
            else:
                numbers.append((name, _number(element.attributes[name], positive=name.startswith("r"))))
        except WrongValueError as error:
            findings.append(wrong_value(element, name, error))
    return tuple(numbers), steps


def _strokes(element: Element, findings: list[Finding]) -> tuple[tuple[str, str | tuple[float, ...]], ...]:
    strokes: list[tuple[str, str | tuple[float, ...]]] = []
    for name in _STROKES:
        if name in element.attributes and element.name != "g":
            try:
                strokes.append((name, _stroke(name, element.attributes[name])))
            except WrongValueError as error:
                findings.append(wrong_value(element, name, error))
    return tuple(strokes)


def refuse_attributes(element: Element, allowed: tuple[str, ...], findings: list[Finding]) -> None:
    """Add a finding for each attribute that an element may not have."""
    for name in element.attributes:
        if name not in allowed:
            place = element.place_of_name(name)
            if name in _STYLED:
                findings.append(Finding(place, "svg-attribute.style", {"name": element.name}, name))
            else:
                findings.append(
                    Finding(place, "svg-attribute", {"name": element.name}, name[:60], among(name, allowed))
                )


def wrong_value(element: Element, attribute: str, error: WrongValueError) -> Finding:
    """Return the finding on a wrong value of an attribute."""
    written = error.written or element.attributes[attribute][:60]
    advice = among(written, CAPS) if error.message == "svg-value.cap" else among("", ())
    holes = _HOLES.get(error.message, {"attribute": attribute})
    return Finding(element.place_of(attribute, error.at), error.message, holes, written, advice)


_HOLES: Final[dict[str, dict[str, str | int]]] = {
    message: {}
    for message in ("svg-value.path", "svg-value.path-start", "svg-value.path-empty", "svg-value.flag", "svg-size.path")
}


def classes_of(element: Element, findings: list[Finding]) -> tuple[str, ...]:
    """Return the classes of an element; one that is unknown is a finding."""
    value = element.attributes.get("class")
    if value is None:
        return ()
    classes = value.split()
    if not classes:
        findings.append(Finding(element.place_of("class"), "svg-value.empty", {"attribute": "class"}))
    at = 0
    for name in classes:
        at = value.find(name, at)
        if name not in CLASSES:
            findings.append(Finding(element.place_of("class", at), "svg-class", {}, name[:60], among(name, CLASSES)))
        at += len(name)
    # In the order of CLASSES, each once, so that the same picture is the same text.
    return tuple(name for name in CLASSES if name in classes)


def transform_of(element: Element, findings: list[Finding]) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """Return the functions of an element's transform; what is wrong with it is a finding."""
    value = element.attributes.get("transform")
    if value is None:
        return ()
    try:
        return _transform(value)
    except WrongValueError as error:
        findings.append(wrong_value(element, "transform", error))
        return ()


def _transform(value: str) -> tuple[tuple[str, tuple[float, ...]], ...]:
    functions: list[tuple[str, tuple[float, ...]]] = []
    at = 0
    while at < len(value.rstrip()):
        found = _FUNCTION.match(value, at)
        if not found or found[1] not in _FUNCTIONS or len(functions) == MAX_STEPS_OF_TRANSFORM:
            raise WrongValueError("svg-value.transform", at, value[at : at + 40].strip())
        start = found.start(2)
        numbers = tuple(_numbers(found[2], start))
        least, most = _FUNCTIONS[found[1]]
        if not least <= len(numbers) <= most or (found[1] == "rotate" and len(numbers) == 2):  # noqa: PLR2004 - 1 or 3
            raise WrongValueError("svg-value.transform", found.start(1), found.group().strip())
        if found[1] == "scale" and not all(0 < abs(number) <= _LARGEST_SCALE for number in numbers):
            raise WrongValueError("svg-value.scale", start, found[2])
        functions.append((found[1], numbers))
        at = found.end()
    if not functions:
        raise WrongValueError("svg-value.empty")
    return tuple(functions)


def _numbers(text: str, start: int) -> Iterator[float]:
    at = 0
    while at < len(text):
        if text[at] in " \t\r\n,":
            at += 1
            continue
        try:
            number, at = number_at(text, at)
        except WrongValueError as error:
            raise WrongValueError(error.message, start + error.at, error.written) from None
        yield number


def _number(text: str, *, positive: bool = False) -> float:
    number, end = number_at(text.strip(), 0)
    if end != len(text.strip()) or (positive and number <= 0):
        raise WrongValueError("svg-value.size" if positive else "svg-value.number", 0, text)
    return number


def _stroke(name: str, text: str) -> str | tuple[float, ...]:
    if name == "stroke-linecap":
        if text not in CAPS:
            raise WrongValueError("svg-value.cap", 0, text)
        return text
    numbers = tuple(_numbers(text, 0))
    most = MAX_DASHES if name == "stroke-dasharray" else 1
    if not 1 <= len(numbers) <= most or not all(0 < number <= MAX_WIDTH * most for number in numbers):
        raise WrongValueError("svg-value.stroke", 0, text)
    return numbers
