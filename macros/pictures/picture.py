"""A picture: its source with the symbols in place, and the checks of what was composed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from macros.findings.finding import Finding, Hole, Severity, among
from macros.pictures.reader import Element, read_svg
from macros.pictures.shape_reader import (
    ATTRIBUTES,
    GEOMETRY,
    classes_of,
    refuse_attributes,
    shape_from,
    transform_of,
)
from macros.pictures.shapes import Shape
from macros.pictures.symbols import HEIGHT, WIDTH, Symbols, check_root
from macros.yaml.text_file import TextFile

MARGIN: Final = 6
"""Units that stay clear at every side: half the heaviest stroke is 4.5."""
_TOLERANCE: Final = 0.5
MAX_FIGURES: Final = 8
"""More figures than this are too small to tell apart in a list."""
MAX_SHAPES: Final = 150
"""The fullest picture has 60 shapes with its symbols in place."""
MAX_NUMBERS: Final = 2500
"""The fullest picture has 700 numbers: 2 kB. This is 7."""
_TURN: Final = {"h", "n", "hf"}
_TINT: Final = "t"


@dataclass(slots=True)
class Picture:
    """A picture as read.

    Attributes:
        shapes: what is drawn, from back to front; empty when something in it is refused.
        findings: what is wrong with it.
    """

    shapes: tuple[Shape, ...] = ()
    findings: list[Finding] = field(default_factory=list)


def picture_from(file: TextFile, symbols: Symbols) -> Picture:
    """Return the picture of a source file.

    A picture with a value that is refused has no shapes. One that breaks a rule of composition has them, so that who
    draws it can look at it.
    """
    svg = read_svg(file, (*ATTRIBUTES, "use"))
    picture = Picture(findings=svg.findings)
    if svg.root is None:
        return picture
    check_root(svg.root, picture.findings)
    drawn = list(_drawn(svg.root.children, symbols, picture.findings))
    if not svg.root.children:
        picture.findings.append(Finding(svg.root.place, "svg-empty", {}, "<svg>"))
    if picture.findings:
        return picture
    shapes = tuple(shape for _element, shape in drawn)
    every = [one for shape in shapes for one in shape.all()]
    numbers = sum(len(step.numbers) for one in every for step in one.steps)
    if len(every) > MAX_SHAPES or numbers > MAX_NUMBERS:
        holes = {"shapes": MAX_SHAPES, "numbers": MAX_NUMBERS}
        picture.findings.append(Finding(svg.root.place, "svg-size.picture", holes))
        return picture
    picture.shapes = shapes
    picture.findings += _outside(drawn, symbols)
    picture.findings += _composition(svg.root, every, symbols)
    return picture


def _drawn(elements: Iterable[Element], symbols: Symbols, findings: list[Finding]) -> Iterator[tuple[Element, Shape]]:
    for element in elements:
        if element.name == "use":
            shape = _used(element, symbols, findings)
        else:
            inside = tuple(one for _element, one in _drawn(element.children, symbols, findings))
            shape = shape_from(element, inside if element.name not in GEOMETRY else (), findings)
            if element.name == "g" and not element.children:
                findings.append(Finding(element.place, "svg-empty", {}, "<g>"))
        if shape:
            yield element, shape


def _used(element: Element, symbols: Symbols, findings: list[Finding]) -> Shape | None:
    """Return a symbol where it is used, as a group, or None with what is wrong among the findings."""
    before = len(findings)
    refuse_attributes(element, ("href", "class", "transform"), findings)
    classes, transform = classes_of(element, findings), transform_of(element, findings)
    if element.children:
        inner = element.children[0]
        findings.append(Finding(inner.place, "svg-element.inside", {"name": "use"}, f"<{inner.name}>"))
    href = element.attributes.get("href")
    name = (href or "").removeprefix("#")
    if href is None:
        findings.append(Finding(element.place, "svg-attribute.missing", {"name": "use", "attribute": "href"}))
    elif not href.startswith("#"):
        findings.append(Finding(element.place_of("href"), "svg-symbol.outside", {}, href[:60]))
    elif name not in symbols.shapes:
        findings.append(Finding(element.place_of("href"), "svg-symbol", {}, href[:60], among(name, symbols.shapes)))
    if len(findings) > before:
        return None
    return Shape("g", classes, transform, children=symbols.shapes[name], symbol=name)


def _outside(drawn: list[tuple[Element, Shape]], symbols: Symbols) -> Iterator[Finding]:
    """Yield a finding for each element that comes too near an edge, with how far it reaches there."""
    for element, shape in drawn:
        # Most lie well within: the points between which a shape lies tell that without following its edge.
        corners = shape.corners(symbols.corners)
        if all(MARGIN <= x <= WIDTH - MARGIN and MARGIN <= y <= HEIGHT - MARGIN for x, y in corners):
            continue
        points = list(shape.points())
        across, down = [x for x, _y in points], [y for _x, y in points]
        reaches = [
            f"{name} {round(reach * 10) / 10:g}"
            for name, reach, beyond in (
                ("x", min(across), MARGIN - min(across)),
                ("x", max(across), max(across) - WIDTH + MARGIN),
                ("y", min(down), MARGIN - min(down)),
                ("y", max(down), max(down) - HEIGHT + MARGIN),
            )
            if beyond > _TOLERANCE
        ]
        if reaches:
            holes: dict[str, Hole] = {
                "reach": tuple(reaches),
                "margin": MARGIN,
                "right": WIDTH - MARGIN,
                "bottom": HEIGHT - MARGIN,
            }
            written = f"<{element.name} {element.attributes.get('href', '')}".rstrip() + ">"
            yield Finding(element.place, "picture-margin", holes, written[:60])


def _composition(root: Element, every: list[Shape], symbols: Symbols) -> Iterator[Finding]:
    classes = {name for shape in every for name in shape.classes}
    if not classes & _TURN:
        yield Finding(root.place, "picture-hue")
    elif _TINT not in classes:
        yield Finding(root.place, "picture-hue.tint", severity=Severity.WARNING)
    people = symbols.people()
    figures = sum(shape.symbol in people for shape in every)
    if figures > MAX_FIGURES:
        holes = {"count": figures, "most": MAX_FIGURES}
        yield Finding(root.place, "picture-figures", holes, severity=Severity.NOTICE)
