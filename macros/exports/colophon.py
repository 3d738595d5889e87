"""What every piece of a pattern ends with when it leaves the site: how to refer to it, and that it is free to use."""

from macros.exports.footnote import footnotes
from macros.exports.imprint import Imprint
from macros.exports.reference import Reference
from macros.view.blocks import Block, Heading, Paragraph, Run


def colophon(one: Reference, imprint: Imprint) -> list[Block]:
    """Return the end of a pattern that is cited so: number, date, permalink, sources and evidence, and the licence."""
    return [
        Heading(2, (Run(imprint.words.cite_as),), "colophon"),
        Paragraph(footnotes(one, imprint).note, "colophon"),
        Paragraph(imprint.licence, "colophon"),
    ]
