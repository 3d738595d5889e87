"""A pattern as a Word file, and as the part of one that a bundle is put together from."""

from collections.abc import Iterator

from macros.exports.colophon import colophon
from macros.exports.imprint import Imprint
from macros.exports.pictures import bitmaps
from macros.exports.properties import of_pattern
from macros.exports.reference import pattern_reference
from macros.exports.word.body import Body
from macros.exports.word.package import word_file
from macros.language.addresses import download
from macros.language.pattern import Pattern
from macros.view.outline import outline
from macros.view.pattern_view import PatternView


def pattern_body(pattern: Pattern, imprint: Imprint, picture: bytes = b"") -> Body:
    """Return the body of a pattern: its text and how to refer to it.

    Args:
        pattern: the pattern.
        imprint: the edition it is in.
        picture: its picture as PNG, to stand under its name; empty for none.
    """
    laid_out = imprint.view(pattern)
    body = Body(pattern.id, imprint.edition)
    heading, *rest = outline(laid_out, imprint)
    body.add([heading])
    if picture and laid_out.picture:
        body.picture(picture, laid_out.picture.text)
    body.add([*rest, *colophon(pattern_reference(pattern, imprint), imprint)])
    return body


def picture_of(laid_out: PatternView) -> bytes:
    """Return the picture of a pattern as PNG; empty when it has none."""
    return bitmaps([laid_out])[0] if laid_out.picture else b""


def pattern_word(pattern: Pattern, imprint: Imprint) -> bytes:
    """Return a pattern as a Word file."""
    picture = picture_of(imprint.view(pattern))
    return word_file([pattern_body(pattern, imprint, picture)], of_pattern(pattern, imprint))


def pattern_words(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of each pattern's Word file."""
    for pattern in imprint.patterns():
        yield download(pattern.id, imprint.edition, "docx"), pattern_word(pattern, imprint)
