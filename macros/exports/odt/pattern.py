"""A pattern as an OpenDocument text file."""

from collections.abc import Iterator

from macros.exports.colophon import colophon
from macros.exports.imprint import Imprint
from macros.exports.odt.body import Body
from macros.exports.odt.package import odt_file
from macros.exports.pictures import bitmaps
from macros.exports.properties import of_pattern
from macros.exports.reference import pattern_reference
from macros.language.addresses import download
from macros.language.pattern import Pattern
from macros.view.outline import outline


def pattern_odt(pattern: Pattern, imprint: Imprint) -> bytes:
    """Return a pattern as an OpenDocument text file: its text and how to refer to it."""
    laid_out = imprint.view(pattern)
    body = Body(imprint.edition)
    heading, *rest = outline(laid_out, imprint)
    body.add([heading])
    if laid_out.picture:
        body.picture(bitmaps([laid_out])[0], laid_out.picture.text)
    body.add([*rest, *colophon(pattern_reference(pattern, imprint), imprint)])
    return odt_file(body, of_pattern(pattern, imprint))


def pattern_odts(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of each pattern's OpenDocument file."""
    for pattern in imprint.patterns():
        yield download(pattern.id, imprint.edition, "odt"), pattern_odt(pattern, imprint)
