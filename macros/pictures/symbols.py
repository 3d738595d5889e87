"""The symbols that pictures are composed of: `patterns/symbols.svg`."""

import re
from dataclasses import dataclass, field
from typing import Final

from macros.findings.finding import Finding, among
from macros.pictures.paths import Point
from macros.pictures.reader import NAMESPACE, Element, read_svg
from macros.pictures.shape_reader import GEOMETRY, refuse_attributes, shape_from
from macros.pictures.shapes import Shape
from macros.yaml.text_file import TextFile

PEOPLE: Final = "people"
"""The group of symbols that are figures."""
_ID: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST_ID: Final = 40


@dataclass(slots=True)
class Symbols:
    """The symbols as read.

    Attributes:
        groups: the names of the symbols by the group that they stand in, in the order of the file.
        shapes: the shapes of each symbol by its name.
        corners: points between which each symbol lies, as far as a picture asked for them.
        findings: what is wrong with the file.
    """

    groups: dict[str, list[str]] = field(default_factory=dict)
    shapes: dict[str, tuple[Shape, ...]] = field(default_factory=dict)
    corners: dict[str, list[Point]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def people(self) -> frozenset[str]:
        """Return the names of the symbols that are figures."""
        return frozenset(self.groups.get(PEOPLE, ()))


def symbols_from(file: TextFile) -> Symbols:
    """Return the symbols of a file: `<svg>`, in it `<g id="…">` for each group, and in these `<symbol id="…">`."""
    svg = read_svg(file, ("g", "symbol", *GEOMETRY))
    symbols = Symbols(findings=svg.findings)
    if svg.root is None:
        return symbols
    check_root(svg.root, symbols.findings)
    for group in svg.root.children:
        if group.name != "g":
            symbols.findings.append(Finding(group.place, "svg-element.group", {}, f"<{group.name}>"))
            continue
        refuse_attributes(group, ("id",), symbols.findings)
        known = symbols.groups.setdefault(_id_of(group, symbols), [])
        for element in group.children:
            if element.name != "symbol":
                symbols.findings.append(Finding(element.place, "svg-element.symbol", {}, f"<{element.name}>"))
                continue
            refuse_attributes(element, ("id",), symbols.findings)
            name = _id_of(element, symbols)
            if name in symbols.shapes:
                symbols.findings.append(Finding(element.place_of("id"), "svg-id.twice", {}, name))
                continue
            known.append(name)
            symbols.shapes[name] = _shapes(element, symbols.findings)
    return symbols


def check_root(root: Element, findings: list[Finding]) -> None:
    """Add what is wrong with the attributes of `<svg>`: it has the frame that every picture has."""
    refuse_attributes(root, ("xmlns", "viewBox"), findings)
    for name, right in (("xmlns", NAMESPACE), ("viewBox", FRAME)):
        value = root.attributes.get(name)
        if value is None:
            findings.append(Finding(root.place, "svg-root.missing", {"attribute": name, "right": right}))
        elif value != right:
            holes = {"attribute": name, "right": right}
            findings.append(Finding(root.place_of(name), "svg-root", holes, value[:60]))


WIDTH: Final = 240
HEIGHT: Final = 160
FRAME: Final = f"0 0 {WIDTH} {HEIGHT}"


def _shapes(symbol: Element, findings: list[Finding]) -> tuple[Shape, ...]:
    shapes = []
    for element in symbol.children:
        if element.name not in GEOMETRY:
            findings.append(
                Finding(element.place, "svg-element", {}, f"<{element.name}>", among(element.name, GEOMETRY))
            )
        elif shape := shape_from(element, (), findings):
            shapes.append(shape)
    if not symbol.children:
        findings.append(Finding(symbol.place, "svg-empty", {}, f"<{symbol.name}>"))
    return tuple(shapes)


def _id_of(element: Element, symbols: Symbols) -> str:
    name = element.attributes.get("id", "")
    if not name:
        holes = {"name": element.name, "attribute": "id"}
        symbols.findings.append(Finding(element.place, "svg-attribute.missing", holes))
    elif not _ID.fullmatch(name[:_LONGEST_ID]):
        symbols.findings.append(Finding(element.place_of("id"), "svg-id", {}, name[:_LONGEST_ID]))
    return name


def centred(symbols: Symbols, name: str) -> tuple[Shape, ...]:
    """Return a symbol in the middle of a frame, in its own size; figures are filled."""
    look = ("f",) if name in symbols.people() else ()
    across, down = zip(*Shape("g", children=symbols.shapes[name]).points(), strict=True)
    move = ((WIDTH - min(across) - max(across)) / 2, (HEIGHT - min(down) - max(down)) / 2)
    return (Shape("g", look, (("translate", move),), children=symbols.shapes[name]),)
