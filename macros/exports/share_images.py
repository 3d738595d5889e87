"""The image that a chat shows with a link: one for each pattern, case, chapter and route, and one for the rest.

No address of an image is promised: a page names it, and whoever shows a link asks the page first.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from macros.exports.imprint import Imprint
from macros.language.addresses import share_image
from macros.language.pattern import Pattern
from macros.model.case import Case
from macros.model.editions import Edition
from macros.model.vocabulary import Chapter, Route
from macros.pictures.colours import LIGHT, palettes
from macros.pictures.png import pages
from macros.pictures.shapes import Shape
from macros.pictures.variants import file_text
from macros.text.sentences import in_short
from macros.view.blocks import plain, words
from macros.view.cases import case_parts, patterns_of
from macros.view.library import title
from macros.view.routes import steps_of

SIZE: Final = (1200, 630)
"""Width and height in pixels, as the Open Graph images of large previews have."""
_IN_SHORT: Final = 150
"""Characters of a text that can still be read in a preview, about 400 pixels wide."""
_LONGEST_ALT: Final = 420
"""As much of a text alternative is read by those who show previews."""
_TILES: Final = 4
"""Pictures beside what is about several patterns."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One picture in the colour of its chapter.

    Attributes:
        number: stands above it, or in its place; may be empty.
        chapter: the number of the chapter.
        shapes: what is drawn; nothing for no picture.
    """

    number: str
    chapter: int
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class ShareImage:
    """What an image shows.

    Attributes:
        name: of its file, without its ending.
        label, label_foreign: what kind of thing it is about; the language, where it is not the edition's.
        title, text, foreign: what it says; the language, where it is not the edition's.
        named: the title with its number or label, for who hears it.
        tiles: its pictures: one, four, or a row of more.
        chapter: the number of the chapter whose colour it has; 0 for none.
        shown: what its picture shows, in words; may be empty.
    """

    name: str
    label: str
    title: str
    text: str
    tiles: tuple[Tile, ...]
    named: str
    chapter: int = 0
    label_foreign: Edition | None = None
    foreign: Edition | None = None
    shown: str = ""

    def address(self, imprint: Imprint) -> str:
        """Return its address from the root of the site."""
        return share_image(self.name, imprint.edition)

    def alt(self) -> str:
        """Return what it says and shows, in words."""
        return in_short(" ".join(filter(None, (f"{self.named}.", self.text, self.shown))), _LONGEST_ALT)


def pattern_image(imprint: Imprint, pattern: Pattern) -> ShareImage:
    """Return the image of a pattern; of one that was withdrawn or retired, that of the rest."""
    if not pattern.published:
        return site_image(imprint)
    view = imprint.view(pattern)
    return ShareImage(
        name=str(pattern.id),
        label=words(view.chapter),
        label_foreign=view.chapter_foreign,
        title=words(view.text.name),
        text=in_short(plain(imprint.reader(view.language).runs(view.text.problem)), _IN_SHORT),
        foreign=view.language if view.borrowed else None,
        tiles=(_tile(imprint, pattern),),
        named=title(pattern, imprint.edition),
        chapter=view.chapter_number,
        shown=view.picture.text if view.picture and view.picture.foreign is None else "",
    )


def case_image(imprint: Imprint, case: Case) -> ShareImage:
    """Return the image of a case, with the pictures of the patterns that it says something about."""
    edition = imprint.edition
    story = next(text for _heading, text in case_parts(case, edition))
    tiles = _tiles(imprint, patterns_of(case, imprint.language))
    return ShareImage(
        name=f"case-{case.key}",
        label=imprint.words.one_case,
        title=words(case.name(edition)),
        text=in_short(plain(imprint.reader(case.foreign(edition)).runs(story)), _IN_SHORT),
        foreign=case.foreign(edition),
        tiles=tiles,
        named=f"{imprint.words.one_case}: {words(case.name(edition))}",
        chapter=tiles[0].chapter if len(tiles) == 1 else 0,
    )


def chapter_image(imprint: Imprint, chapter: Chapter) -> ShareImage:
    """Return the image of a chapter, with its emblem."""
    told, foreign = chapter.of(imprint.edition), chapter.foreign(imprint.edition)
    number = imprint.language.chapter_numbers()[chapter.key]
    return ShareImage(
        name=f"chapter-{chapter.key}",
        label=f"{imprint.words.chapter} {number}",
        title=words(told.name),
        text=in_short(plain(imprint.reader(foreign).runs(told.explanation)), _IN_SHORT),
        foreign=foreign,
        tiles=(_emblem(imprint, chapter),),
        named=f"{imprint.words.chapter} {number}: {words(told.name)}",
        chapter=number,
    )


def route_image(imprint: Imprint, route: Route) -> ShareImage:
    """Return the image of a route, with the pictures of its first patterns."""
    told, foreign = route.of(imprint.edition), route.foreign(imprint.edition)
    patterns = [pattern for _step, pattern in steps_of(route, imprint.language)]
    return ShareImage(
        name=f"route-{route.key}",
        label=imprint.words.route,
        title=words(told.name),
        text=in_short(plain(imprint.reader(foreign).runs(told.summary)), _IN_SHORT),
        foreign=foreign,
        tiles=_tiles(imprint, patterns),
        named=f"{imprint.words.route}: {words(told.name)}",
    )


def site_image(imprint: Imprint) -> ShareImage:
    """Return the image of the site as a whole, with the emblem of each chapter."""
    return ShareImage(
        name="site",
        label="",
        title=imprint.name,
        text=imprint.words.site_claim,
        tiles=tuple(_emblem(imprint, chapter) for chapter in imprint.language.chapters()),
        named=imprint.name,
    )


def share_images(imprint: Imprint) -> list[ShareImage]:
    """Return every image of an edition."""
    language = imprint.language
    return [
        site_image(imprint),
        *(pattern_image(imprint, pattern) for pattern in language.published()),
        *(case_image(imprint, case) for case in language.cases.values()),
        *(chapter_image(imprint, chapter) for chapter in imprint.language.chapters()),
        *(route_image(imprint, route) for route in (language.routes.routes if language.routes else ())),
    ]


def share_image_files(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of every image."""
    images = share_images(imprint)
    drawn = pages("share", [json.dumps(_data(image, imprint), sort_keys=True) for image in images], few_colours=True)
    for image, png in zip(images, drawn, strict=True):
        yield image.address(imprint), png


def _data(image: ShareImage, imprint: Imprint) -> dict[str, Any]:
    light = palettes(image.chapter)[LIGHT]
    return {
        "paper": light.paper,
        "ink": light.ink,
        "hue": light.hue,
        "label": image.label,
        "label_language": image.label_foreign or imprint.edition,
        "title": image.title,
        "text": image.text,
        "language": image.foreign or imprint.edition,
        "site": imprint.name if image.title != imprint.name else "",
        "tiles": [_tile_data(tile) for tile in image.tiles],
    }


def _tile_data(tile: Tile) -> dict[str, str]:
    light = palettes(tile.chapter)[LIGHT]
    drawing = file_text(tile.shapes, light.on_hue()) if tile.shapes else ""
    return {"number": tile.number, "paper": light.paper, "hue": light.hue, "drawing": drawing}


def _tile(imprint: Imprint, pattern: Pattern) -> Tile:
    view = imprint.view(pattern)
    return Tile(str(pattern.id), view.chapter_number, view.picture.shapes if view.picture else ())


def _tiles(imprint: Imprint, patterns: list[Pattern]) -> tuple[Tile, ...]:
    """Return four pictures, or one where there are fewer."""
    shown = patterns[: _TILES if len(patterns) >= _TILES else 1]
    return tuple(_tile(imprint, pattern) for pattern in shown)


def _emblem(imprint: Imprint, chapter: Chapter) -> Tile:
    number = imprint.language.chapter_numbers()[chapter.key]
    return Tile(str(number), number, imprint.language.pictures.emblem(chapter.key))
