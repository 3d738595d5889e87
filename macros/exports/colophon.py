"""What every piece of a pattern ends with when it leaves the site: how to refer to it, and that it is free to use."""

from macros.core.language import Pattern
from macros.exports.footnote import footnotes
from macros.exports.imprint import Imprint
from macros.exports.reference import pattern_reference
from macros.rendering.blocks import Block, Heading, Paragraph, Run


def colophon(pattern: Pattern, imprint: Imprint) -> list[Block]:
    """Return the end of a pattern: number, date, permalink, sources and strength of the evidence, and the licence."""
    return [
        Heading(2, (Run(imprint.words.cite_as),), "colophon"),
        Paragraph(footnotes(pattern_reference(pattern, imprint), imprint).note, "colophon"),
        Paragraph((Run(imprint.words.licence),), "colophon"),
    ]
