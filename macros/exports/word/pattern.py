"""A pattern as a Word file, and as the part of one that a bundle is put together from."""

from collections.abc import Iterator

from macros.exports.colophon import colophon
from macros.exports.imprint import Imprint, midnight
from macros.exports.reference import pattern_reference
from macros.exports.word.body import Body
from macros.exports.word.package import Properties, word_file
from macros.language.addresses import download
from macros.language.pattern import Pattern
from macros.view.outline import outline, summary_of, title


def pattern_body(pattern: Pattern, imprint: Imprint) -> Body:
    """Return the body of a pattern: its text and how to refer to it."""
    body = Body(pattern.id)
    body.add(outline(imprint.view(pattern), imprint))
    body.add(colophon(pattern_reference(pattern, imprint), imprint))
    return body


def pattern_word(pattern: Pattern, imprint: Imprint) -> bytes:
    """Return a pattern as a Word file."""
    laid_out = imprint.view(pattern)
    properties = Properties(
        title=title(pattern, imprint.edition),
        author=imprint.author,
        subject=summary_of(laid_out, imprint),
        language=imprint.edition,
        made=midnight(laid_out.dated.day),
    )
    return word_file([pattern_body(pattern, imprint)], properties)


def pattern_words(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of each pattern's Word file."""
    for pattern in imprint.patterns():
        yield download(pattern.id, imprint.edition, "docx"), pattern_word(pattern, imprint)
