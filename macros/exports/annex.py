"""A bundle in short, for the annex of a report: its patterns as a table, or each by its summary alone."""

from typing import Final

from macros.exports.colophon import colophon
from macros.exports.imprint import Imprint
from macros.exports.reference import pattern_reference
from macros.language.pattern import Pattern
from macros.model.editions import ROOTS
from macros.view.blocks import Block, Paragraph, Run, Runs, words
from macros.view.outline import outline

COLUMNS: Final = ("number_short", "pattern", "summary", "evidence", "permalink")
"""The columns of the table, by the key of their headings."""


def headings(imprint: Imprint) -> list[Runs]:
    """Return the headings of the table."""
    return [(Run(imprint.words(key)),) for key in COLUMNS]


def cells(pattern: Pattern, imprint: Imprint) -> list[Runs]:
    """Return the row of a pattern: number, name, summary, evidence, permalink."""
    laid_out, address = imprint.view(pattern), imprint.permalink(pattern)
    return [
        (Run(str(pattern.id)),),
        (Run(words(laid_out.text.name), language=pattern.foreign(imprint.edition)),),
        imprint.reader(laid_out.language).runs(laid_out.text.summary),
        laid_out.evidence,
        (Run(address, url=address),),
    ]


def origin(imprint: Imprint) -> Runs:
    """Return what stands below the table: whose texts these are, of which day, and that they are free to use."""
    home = imprint.url(ROOTS[imprint.edition])
    dated = f", {imprint.words.text_of} {imprint.words.day(imprint.revised())}. "
    return (Run(imprint.author, url=home), Run(dated), *imprint.licence)


def summarised(pattern: Pattern, imprint: Imprint) -> list[Block]:
    """Return a pattern as its summary alone, with its title and how to refer to it."""
    title, *body = outline(imprint.view(pattern), imprint)
    told = [one for one in body if isinstance(one, Paragraph) and one.role == "summary"]
    return [title, *told, *colophon(pattern_reference(pattern, imprint), imprint)]
