"""Contact sheets: the pictures of a chapter side by side, as who draws them looks at them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from json import dumps
from typing import Final

from macros.pictures.collection import Pictures
from macros.pictures.colours import DARK, GREY, LIGHT, palettes
from macros.pictures.png import compiled
from macros.pictures.shapes import Shape
from macros.pictures.symbols import Symbols, centred
from macros.pictures.variants import file_text

SIZES: Final = (64, 280, 900)
"""Widths in pixels: in a list, on a card, on a large screen."""
SCHEMES: Final = (LIGHT, DARK, GREY)
_COLUMNS: Final = {64: 6, 280: 4, 900: 2}
_SMALL: Final = 100
"""Up to this width, strokes are heavier and details left out, as on the site."""


@dataclass(frozen=True, slots=True)
class Named:
    """One picture on a sheet, with what stands under it; small, only the first word of it."""

    first: str
    rest: str
    shapes: tuple[Shape, ...]


def pictures_of(numbers: Mapping[str, int], pictures: Pictures, paths: Iterable[str]) -> list[Named]:
    """Return the pictures that can be drawn, by number, named by the number and key of their patterns.

    Args:
        numbers: those of the patterns, by the path of their files.
        pictures: of the language.
        paths: of the sources to draw.
    """
    named = []
    for path in paths:
        number = numbers.get(f"{path.removesuffix('.svg')}.yml", 0)
        key = path.rpartition("/")[2].removesuffix(".svg")
        shapes = pictures.at(path).shapes
        if shapes:
            named.append((number, Named(f"{number:02}", key, shapes)))
    return [one for _number, one in sorted(named, key=lambda pair: (pair[0], pair[1].rest))]


def symbols_of(symbols: Symbols) -> Iterator[Named]:
    """Yield every symbol in the middle of a frame, figures filled."""
    for name in symbols.shapes:
        yield Named(f"#{name}", "", centred(symbols, name))


def sheet(named: Iterable[Named], chapter: int, width: int, scheme: str) -> bytes:
    """Return a contact sheet as PNG.

    Args:
        named: the pictures.
        chapter: the number of the chapter whose hue they have.
        width: of each picture, one of `SIZES`.
        scheme: one of `SCHEMES`.
    """
    palette = palettes(chapter)[scheme]
    small = width <= _SMALL
    drawn = [
        {
            "name": one.first if small else f"{one.first} {one.rest}",
            "drawing": file_text(one.shapes, palette, small=small),
        }
        for one in named
    ]
    data = {
        "width": width,
        "columns": min(_COLUMNS[width], len(drawn)),
        "paper": palette.paper,
        "ink": palette.ink,
        "pictures": drawn,
    }
    (page,) = compiled("sheet", {"data": dumps(data)})
    return page
