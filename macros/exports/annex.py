"""A bundle in short, for the annex of a report: its patterns as a table, in brief, or by their summaries alone."""

from typing import Final

from macros.exports.imprint import Imprint
from macros.exports.reference import pattern_reference
from macros.language.pattern import Pattern
from macros.model.editions import ROOTS
from macros.view.blocks import Block, Heading, Paragraph, Run, Runs, words
from macros.view.outline import outline

COLUMNS: Final = ("number_short", "pattern", "summary", "evidence", "permalink")
"""The columns of the table, by the key of their headings."""
_BRIEF: Final = {"problem", "intervention"}
"""The sections of a pattern in brief."""
_SECTION: Final = 2
"""The level of the heading of a section."""


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
    """Return what closes a bundle in short: whose texts these are, of which day, and that they are free to use."""
    home = imprint.url(ROOTS[imprint.edition])
    dated = f", {imprint.words.text_of} {imprint.words.day(imprint.revised())}. "
    return (Run(imprint.author, url=home), Run(dated), *imprint.licence)


def summarised(pattern: Pattern, imprint: Imprint) -> list[Block]:
    """Return a pattern as its summary alone, with its title, what it rests on and where it stands."""
    return [*_opening(pattern, imprint), _source_line(pattern, imprint)]


def in_brief(pattern: Pattern, imprint: Imprint) -> list[Block]:
    """Return a pattern as title, summary, problem and what to do, with what it rests on and where it stands."""
    sections: list[Block] = []
    section = ""
    for block in outline(imprint.view(pattern), imprint):
        if isinstance(block, Heading) and block.level <= _SECTION:
            section = block.field
        if section in _BRIEF:
            sections.append(block)
    return [*_opening(pattern, imprint), *sections, _source_line(pattern, imprint)]


def _opening(pattern: Pattern, imprint: Imprint) -> list[Block]:
    """Return the title of a pattern and its summary."""
    title, *body = outline(imprint.view(pattern), imprint)
    return [title, *(one for one in body if isinstance(one, Paragraph) and one.role == "summary")]


def _source_line(pattern: Pattern, imprint: Imprint) -> Paragraph:
    """Return in one line the sources of a pattern, its evidence, the date of its text and its permalink."""
    one = pattern_reference(pattern, imprint)
    dated = f" {imprint.words.text_of.capitalize()} {imprint.words.day(one.dated.day)}: "
    return Paragraph((*one.basis, Run(dated), Run(one.url, url=one.url)), "colophon")
