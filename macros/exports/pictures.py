"""Pictures as files: beside each pattern, and all of them in one archive with their licence."""

from collections.abc import Iterable, Iterator
from typing import Final

from macros.exports.archive import archive
from macros.exports.imprint import LICENCE, Imprint, midnight
from macros.language.addresses import collection, download
from macros.language.pattern import Pattern
from macros.model.vocabulary import Chapter
from macros.pictures.colours import DARK, GREY, LIGHT, PRINT, Palette, palettes
from macros.pictures.png import pngs
from macros.pictures.variants import file_text, number_text
from macros.view.blocks import plain
from macros.view.library import title
from macros.view.pattern_view import PatternView

WIDTH: Final = 900
"""Of a PNG in pixels: sharp at 8 cm in print."""
_IN_ARCHIVE: Final = (LIGHT, DARK, GREY, PRINT)


def drawing(laid_out: PatternView, scheme: str = PRINT) -> str:
    """Return the picture of a pattern as SVG in colours of its own, with what it shows as its title.

    Raises:
        LookupError: when the pattern has no picture.
    """
    if laid_out.picture is None:
        raise LookupError(f"{laid_out.pattern.key} has no picture")
    return file_text(laid_out.picture.shapes, palettes(laid_out.chapter_number)[scheme], laid_out.picture.text)


def emblem(chapter: Chapter, number: int, imprint: Imprint) -> str:
    """Return the emblem of a chapter as SVG for white paper, or an empty text when it has none.

    Args:
        chapter: the chapter.
        number: its place in the book, from 1.
        imprint: the edition.
    """
    return _emblem(chapter, imprint, palettes(number)[PRINT])


def printed_emblem(chapter: Chapter, number: int, imprint: Imprint) -> str:
    """Return the emblem of a chapter as SVG, white on the hue of the chapter, or an empty text when it has none.

    Args:
        chapter: the chapter.
        number: its place in the book, from 1.
        imprint: the edition.
    """
    return _emblem(chapter, imprint, palettes(number)[PRINT].on_hue())


def _emblem(chapter: Chapter, imprint: Imprint, palette: Palette) -> str:
    shapes = imprint.language.pictures.emblem(chapter.key)
    return file_text(shapes, palette) if shapes else ""


def bitmaps(views: Iterable[PatternView]) -> list[bytes]:
    """Return the pictures of patterns as PNG for a document: on white, `WIDTH` pixels wide.

    Raises:
        LookupError: when a pattern has no picture.
    """
    # Without its title, so that the editions share one.
    drawings = [
        file_text(view.picture.shapes, palettes(view.chapter_number)[PRINT]) if view.picture else drawing(view)
        for view in views
    ]
    return pngs(drawings, WIDTH)


def pictured(imprint: Imprint) -> list[Pattern]:
    """Return the patterns that have a picture."""
    return [pattern for pattern in imprint.patterns() if imprint.view(pattern).picture]


def picture_files(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of each picture as SVG and PNG, and of the archive of all."""
    views = [imprint.view(pattern) for pattern in pictured(imprint)]
    files: dict[str, bytes] = {"LICENCE.txt": _licence(views, imprint).encode()}
    for view, png in zip(views, bitmaps(views), strict=True):
        yield download(view.pattern.id, imprint.edition, "svg"), drawing(view).encode()
        yield download(view.pattern.id, imprint.edition, "png"), png
        name = f"{view.pattern.id:02}-{view.pattern.slug(imprint.edition)}"
        for scheme in _IN_ARCHIVE:
            files[f"{scheme}/{name}.svg"] = drawing(view, scheme).encode()
        files[f"png/{name}.png"] = png
    yield from _numbers(imprint)
    yield collection("pictures", imprint.edition, "zip"), archive(files, midnight(imprint.revised()))


def _numbers(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the number of each pattern whose picture was published and is gone: its address goes on answering."""
    promised = imprint.language.published_urls.entries
    for pattern in imprint.patterns():
        view = imprint.view(pattern)
        drawn = number_text(pattern.id, palettes(view.chapter_number)[PRINT])
        svg, png = (download(pattern.id, imprint.edition, ending) for ending in ("svg", "png"))
        if not view.picture and svg in promised:
            yield svg, drawn.encode()
        if not view.picture and png in promised:
            yield png, pngs([drawn], WIDTH)[0]


def _licence(views: list[PatternView], imprint: Imprint) -> str:
    lines = [f"{imprint.author}. {plain(imprint.licence)}", LICENCE, ""]
    for view in views:
        shown = view.picture.text if view.picture else ""
        lines += [title(view.pattern, imprint.edition), imprint.permalink(view.pattern), shown, ""]
    return "\n".join(lines)
