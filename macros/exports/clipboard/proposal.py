"""A pattern in the parts of a proposal to a council: what prompts it, arguments, caveats, and what is known.

A proposal speaks to no reader, so what does stays out. So does what a pattern advises: it is no fact.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from macros.checks.wording import wording
from macros.exports.clipboard.text import text
from macros.exports.imprint import Imprint
from macros.language.pattern import Pattern
from macros.model.editions import Edition
from macros.view.blocks import Block, Heading, Items, Paragraph, Run
from macros.view.outline import outline

_PARTS: Final = {"occasion": "problem", "arguments": "forces", "caveats": "pitfalls", "known": "basis"}
"""Part of the proposal -> the section of a pattern that fills it."""


def proposal(pattern: Pattern, imprint: Imprint) -> list[Block]:
    """Return a pattern in the parts of a proposal, without its title.

    A problem that speaks to the reader gives way to the summary, which never does. A part of which nothing is left says
    that it has to be filled in.
    """
    laid_out = imprint.view(pattern)
    blocks = outline(laid_out, imprint)
    spoken = _speaks(laid_out.language)
    made: list[Block] = []
    for part, field in _PARTS.items():
        told = list(_quiet(_section(blocks, field), spoken))
        if not told and part == "occasion":
            told = [Paragraph(imprint.reader(laid_out.language).runs(laid_out.text.summary))]
        if told and part == "caveats":
            told = [Paragraph((Run(imprint.words.proposal_pitfalls),)), *told]
        missing = Paragraph((Run(imprint.words.proposal_open),))
        made += [Heading(2, (Run(imprint.words(f"proposal_{part}")),)), *(told or [missing])]
    return made


@cache
def _speaks(language: Edition) -> re.Pattern[str]:
    """Return what finds that a text speaks to its reader."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, wording().address.get(language, [])))})\b", re.IGNORECASE)


def _section(blocks: list[Block], field: str) -> Iterator[Block]:
    """Yield what stands below the heading of a section, up to the next one."""
    inside = False
    for block in blocks:
        if isinstance(block, Heading):
            inside = block.field == field
        elif inside:
            yield Paragraph(block.runs) if isinstance(block, Paragraph) else block


def _quiet(blocks: Iterator[Block], spoken: re.Pattern[str]) -> Iterator[Block]:
    """Yield blocks, and of a list the items, in which nothing speaks to the reader."""
    for block in blocks:
        if isinstance(block, Items):
            kept = tuple(item for item in block.items if not spoken.search(text(item)))
            if kept:
                yield Items(kept, block.ordered)
        elif not spoken.search(text([block])):
            yield block
