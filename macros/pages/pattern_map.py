"""The map of the language: chapters as regions, patterns as numbers that lead to their pages, relations as lines.

Plain SVG with classes: a strict policy refuses styles in the page.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from macros.language.map_places import Point, map_places
from macros.language.pattern import Pattern
from macros.language.relations import OTHER_SIDE
from macros.model.pattern_map import HEIGHT, RADIUS, WIDTH
from macros.model.relation import RELATION_KINDS
from macros.model.vocabulary import Chapter
from macros.pages.map_shapes import Box, curve, hull, place_name
from macros.pages.renderer import Renderer
from macros.view.pattern_view import TieGroup, pattern_view

_LETTER: Final = 5.7
"""The mean width of a letter in the name of a chapter."""


@dataclass(frozen=True, slots=True)
class Region:
    """A chapter on the map: its outline, and the point in the middle under its name."""

    chapter: Chapter
    number: int
    outline: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Node:
    """A pattern on the map or in the list of it."""

    pattern: Pattern
    href: str
    at: Point | None
    ties: list[TieGroup]


@dataclass(frozen=True, slots=True)
class Line:
    """A relation on the map: its kind as written, and the numbers of its two patterns."""

    kind: str
    path: str
    ends: tuple[int, int]


def pattern_map(renderer: Renderer) -> Markup:
    """Return the drawing, and all of it again as a list."""
    language, edition = renderer.language, renderer.edition
    places = map_places(language)
    nodes: dict[str, list[Node]] = defaultdict(list)
    for pattern in language.published():
        href, ties = renderer.places.pattern(pattern.key), pattern_view(pattern, language, edition).ties
        nodes[pattern.chapter].append(Node(pattern, href, places.get(pattern.key), ties))
    chapters = [
        (chapter, number, nodes[chapter.key])
        for number, chapter in enumerate(language.chapters(), 1)
        if nodes[chapter.key]
    ]
    return renderer.render(
        "map.html",
        chapters=chapters,
        regions=_regions(renderer, chapters),
        lines=_lines(renderer, places),
        kinds=[(kind, dict.fromkeys((kind, OTHER_SIDE[kind]))) for kind in RELATION_KINDS],
        numbers=renderer.language.chapter_numbers(),
        link_to=renderer.places.pattern,
        size=(WIDTH, HEIGHT),
        radius=RADIUS,
        count=len(places),
    )


def _regions(renderer: Renderer, chapters: list[tuple[Chapter, int, list[Node]]]) -> list[Region]:
    regions: list[Region] = []
    names: list[Box] = []
    everywhere = [node.at for _, _, nodes in chapters for node in nodes if node.at]
    for chapter, number, nodes in chapters:
        points = [node.at for node in nodes if node.at]
        if not points:
            continue
        outline = "M" + "L".join(f"{x:g} {y:g}" for x, y in hull(points)) + "Z"
        width = _LETTER * len(f"{number} {chapter.of(renderer.edition).name}")
        name = place_name(width, points, everywhere, names)
        names.append(name)
        regions.append(Region(chapter, number, outline, round((name.left + name.right) / 2, 1), round(name.bottom, 1)))
    return regions


def _lines(renderer: Renderer, places: dict[str, Point]) -> list[Line]:
    lines = []
    for pattern in renderer.language.published():
        for relation in pattern.fields.relations:
            target = renderer.language.patterns.get(relation.target)
            if target and pattern.key in places and target.key in places and target.published:
                path = curve(places[pattern.key], places[target.key], RADIUS)
                lines.append(Line(relation.kind, path, (pattern.id, target.id)))
    return lines
