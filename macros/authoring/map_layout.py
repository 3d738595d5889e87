"""The layout of the map: chapters first, then the patterns within them. A new one is placed with the others fixed."""

import math
import random
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from macros.language.language import Language
from macros.language.map_places import Point, Taken, committed_places, nearest_free
from macros.model.pattern_map import HEIGHT, LEAST_DISTANCE, RADIUS, WIDTH

if TYPE_CHECKING:
    from igraph import Graph

_HEADER: Final = f"""\
# yaml-language-server: $schema=schema/map.json
# Where each pattern stands on the map, which is {WIDTH} wide and {HEIGHT} high, counted from the top left.
# `python -m macros map` writes this file: it places new patterns and leaves the others where they are.
places:
"""
_SEED: Final = 83
"""The same language gives the same map."""
_AREA: Final = 21.5
"""The radius of a chapter's disk for each root of its number of patterns: about half of the disk stays empty."""
_ROUNDS: Final = 600
_NAME: Final = 40
"""The height that the name of a chapter takes above it."""
_GAP: Final = 12
"""Between two chapters."""


def lay_out(language: Language, *, anew: bool = False) -> dict[str, tuple[int, int]]:
    """Return the place of every published pattern by key.

    Args:
        language: with its relations, chapters and committed places.
        anew: whether patterns that have a place are placed again too.

    Raises:
        ModuleNotFoundError: when igraph is not installed.
        LookupError: when the map has no room for a pattern.
    """
    fixed = {} if anew else _apart(committed_places(language))
    keys = [pattern.key for pattern in language.published()]
    places = _placed(language, keys, fixed) if fixed else _all_placed(language, keys)
    return {key: (round(places[key][0]), round(places[key][1])) for key in keys}


def _apart(places: Mapping[str, Point]) -> dict[str, Point]:
    """Return the places without those that overlap an earlier one."""
    kept: dict[str, Point] = {}
    taken = Taken()
    for key, point in places.items():
        if taken.free(point):
            kept[key] = point
            taken.add(point)
    return kept


def map_file(places: Mapping[str, tuple[int, int]]) -> str:
    """Return the text of map.yml, which `lay_out` gives the places of."""
    lines = (f"  - {{pattern: {key}, x: {x}, y: {y}}}\n" for key, (x, y) in places.items())
    return _HEADER + "".join(lines)


def _graph(language: Language, keys: list[str]) -> "Graph":
    from igraph import Graph, set_random_number_generator

    set_random_number_generator(random.Random(_SEED))  # noqa: S311 - the same each time, not secret
    index = {key: at for at, key in enumerate(keys)}
    ties = {
        tuple(sorted((index[key], index[tie.pattern.key])))
        for key in keys
        for tie in language.ties(key)
        if tie.pattern.key in index
    }
    return Graph(n=len(keys), edges=sorted(ties))


def _all_placed(language: Language, keys: list[str]) -> dict[str, Point]:
    disks = _chapters(language, keys)
    chapter = {key: language.patterns[key].chapter for key in keys}
    turn = random.Random(_SEED)  # noqa: S311 - the same each time, not secret
    bounds = [disks[chapter[key]] for key in keys]
    seed = [(x + turn.uniform(-1, 1) * r / 2, y + turn.uniform(-1, 1) * r / 2) for x, y, r in bounds]
    layout = _graph(language, keys).layout_fruchterman_reingold(
        seed=seed,
        niter=_ROUNDS,
        minx=[x - r for x, _, r in bounds],
        maxx=[x + r for x, _, r in bounds],
        miny=[y - r for _, y, r in bounds],
        maxy=[y + r for _, y, r in bounds],
        grid=False,
    )
    points = [list(point) for point in layout]
    for _ in range(_ROUNDS):
        _push_apart(points, LEAST_DISTANCE + 2)
        for point, (x, y, r) in zip(points, bounds, strict=True):
            _pull_inside(point, x, y, r - RADIUS)
    places: dict[str, Point] = {}
    taken = Taken()
    for key, (x, y) in zip(keys, points, strict=True):
        places[key] = _free(key, (x, y), taken)
    return places


def _chapters(language: Language, keys: list[str]) -> dict[str, tuple[float, float, float]]:
    """Return the disk of each chapter: middle and radius. Chapters with many relations between them come near."""
    from igraph import Graph

    sizes = Counter(language.patterns[key].chapter for key in keys)
    order = [one.key for one in language.chapters() if sizes[one.key]]
    index = {key: at for at, key in enumerate(order)}
    between: Counter[tuple[int, int]] = Counter()
    for key in keys:
        for tie in language.ties(key):
            one, two = index[language.patterns[key].chapter], index[tie.pattern.chapter]
            between[min(one, two), max(one, two)] += 1
    whole = Graph.Full(len(order))
    lengths = [1 / (1 + between[edge.tuple]) ** 0.5 for edge in whole.es]
    layout = whole.layout_kamada_kawai(weights=lengths or None)
    radii = [_AREA * math.sqrt(sizes[key]) for key in order]
    points = [list(point) for point in layout]
    for axis, size in ((0, WIDTH), (1, HEIGHT)):
        low, high = min(point[axis] for point in points), max(point[axis] for point in points)
        # The first chapter stands at the top left.
        turned = points[0][axis] > (low + high) / 2
        for point in points:
            part = (point[axis] - low) / (high - low) if high > low else 0.5
            point[axis] = size * (0.1 + 0.8 * (1 - part if turned else part))
    for _ in range(_ROUNDS):
        _push_disks(points, radii)
        for point, r in zip(points, radii, strict=True):
            point[0] = min(max(point[0], r), WIDTH - r)
            point[1] = min(max(point[1], r + _NAME), HEIGHT - r)
    return {key: (point[0], point[1], r) for key, point, r in zip(order, points, radii, strict=True)}


def _push_disks(points: list[list[float]], radii: list[float]) -> None:
    for at, one in enumerate(points):
        for to in range(at):
            two = points[to]
            # More room between two of which one stands above the other: its name stands between them.
            apart = math.dist(one, two) or 1
            upright = abs(one[1] - two[1]) / apart
            short = radii[at] + radii[to] + _GAP + _NAME * upright - apart
            if short > 0:
                for axis in (0, 1):
                    step = (one[axis] - two[axis]) / apart * short / 4
                    one[axis] += step
                    two[axis] -= step


def _push_apart(points: list[list[float]], least: float) -> None:
    for at, one in enumerate(points):
        for two in points[:at]:
            apart = math.dist(one, two) or 1
            if apart < least:
                for axis in (0, 1):
                    step = (one[axis] - two[axis]) / apart * (least - apart) / 2
                    one[axis] += step
                    two[axis] -= step


def _pull_inside(point: list[float], x: float, y: float, radius: float) -> None:
    away = math.dist(point, (x, y))
    if away > radius:
        point[0] = x + (point[0] - x) * radius / away
        point[1] = y + (point[1] - y) * radius / away


def _placed(language: Language, keys: list[str], fixed: Mapping[str, Point]) -> dict[str, Point]:
    """Place what has no place yet; the rest stays where it is."""
    places, taken = dict(fixed), Taken(fixed.values())
    for key in (one for one in keys if one not in fixed):
        chapter = language.patterns[key].chapter
        own = [places[one.key] for one in language.in_chapter(chapter) if one.key in places] or [*places.values()]
        middle = (sum(x for x, _ in own) / len(own), sum(y for _, y in own) / len(own))
        known = [*places, key]
        at = {one: places.get(one, middle) for one in known}
        # What is fixed may move nowhere; the new one anywhere near its chapter.
        reach = max(math.dist(middle, point) for point in own)
        loose = {key: reach}
        layout = _graph(language, known).layout_fruchterman_reingold(
            seed=list(at.values()),
            niter=_ROUNDS,
            minx=[at[one][0] - loose.get(one, 0) for one in known],
            maxx=[at[one][0] + loose.get(one, 0) for one in known],
            miny=[at[one][1] - loose.get(one, 0) for one in known],
            maxy=[at[one][1] + loose.get(one, 0) for one in known],
            grid=False,
        )
        wanted = list(layout[len(known) - 1])
        _pull_inside(wanted, *middle, reach)
        places[key] = _free(key, (wanted[0], wanted[1]), taken)
    return places


def _free(key: str, wanted: Point, taken: Taken) -> Point:
    there = nearest_free(wanted, taken)
    if there is None:
        raise LookupError(key)
    taken.add(there)
    return there
