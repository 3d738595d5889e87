"""A pattern in the parts of a proposal to a council: what prompts it, arguments, caveats, and what is known.

A proposal speaks to no reader, so sentences that do stay out. So does what a pattern advises: it is no fact.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from macros.checks.wording import wording
from macros.exports.imprint import Imprint
from macros.language.pattern import Pattern
from macros.model.editions import Edition
from macros.text.sentences import sentences
from macros.view.blocks import Block, Heading, Items, Paragraph, Quote, Run, Runs, cut, plain
from macros.view.pattern_view import PatternView

_PARTS: Final = {"occasion": "problem", "arguments": "forces", "caveats": "pitfalls"}
"""Part of the proposal -> the section of a pattern that fills it."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A pattern in the parts of a proposal.

    Attributes:
        blocks: the text, without the pattern's title.
        left_out: how many sentences were left out because they, or the one before them, speak to the reader.
        unfilled: the headings of the parts that have to be filled in.
    """

    blocks: list[Block]
    left_out: int
    unfilled: list[str]


def proposal(pattern: Pattern, body: list[Block], imprint: Imprint) -> Proposal:
    """Return a pattern in the parts of a proposal.

    A problem that speaks to the reader gives way to the summary, which never does. A part of which nothing is left says
    that it has to be filled in. What is known tells only of what the proposal holds, and names every source.

    Args:
        pattern: the pattern.
        body: its whole text.
        imprint: the edition.
    """
    laid_out = imprint.view(pattern)
    quiet = _Quiet(laid_out.language)
    fields: dict[str, str] = {}
    made: list[Block] = []
    for part, section in _PARTS.items():
        told = list(quiet.blocks(_section(body, section), whole=part == "occasion"))
        fields[part] = section
        if not told and part == "occasion":
            told = [Paragraph(imprint.reader(laid_out.language).runs(laid_out.text.summary))]
            fields[part] = "summary"
        if told and part == "caveats":
            told = [Paragraph((Run(imprint.words.proposal_pitfalls),)), *told]
        if not told:
            told = [Paragraph((Run(imprint.words.proposal_open),))]
            del fields[part]
        made += [_heading(part, imprint), *told]
    made += [_heading("known", imprint), *_known(laid_out, imprint, fields, quiet)]
    unfilled = [imprint.words(f"proposal_{part}") for part in _PARTS if part not in fields]
    return Proposal(made, quiet.left_out, unfilled)


def _heading(part: str, imprint: Imprint) -> Heading:
    return Heading(2, (Run(imprint.words(f"proposal_{part}")),))


def _section(blocks: list[Block], field: str) -> Iterator[Block]:
    """Yield what stands below the heading of a section, up to the next one."""
    inside = False
    for block in blocks:
        if isinstance(block, Heading):
            inside = block.field == field
        elif inside:
            yield Paragraph(block.runs) if isinstance(block, Paragraph) else block


def _known(laid_out: PatternView, imprint: Imprint, fields: dict[str, str], quiet: "_Quiet") -> Iterator[Block]:
    """Yield what the sources say, which parts of the proposal are the editors' own, and every source."""
    yield from quiet.blocks(imprint.reader(laid_out.language).blocks(laid_out.text.basis.source))
    basis = laid_out.pattern.fields.basis
    for label, claimed in (("basis_ours", basis.ours), ("basis_partly", basis.partly)):
        parts = [imprint.words(f"proposal_{part}") for part, field in fields.items() if field in claimed]
        if parts:
            names = [imprint.words("in_quotes").format(words=part) for part in parts]
            yield Paragraph((Run(f"{imprint.words(label)}: {imprint.words.listing(names)}."),))
    yield Items(tuple((Paragraph((*imprint.cited(use), Run("."))),) for use in laid_out.citations))


class _Quiet:
    """Leaves out what speaks to the reader, and counts the sentences."""

    def __init__(self, language: Edition) -> None:
        self._spoken, self.left_out = _speaks(language), 0

    def blocks(self, blocks: Iterable[Block], *, whole: bool = False) -> Iterator[Block]:
        """Yield blocks without what speaks to the reader.

        Args:
            blocks: a section.
            whole: leave out all of it when any of it does.
        """
        some = list(blocks)
        if whole and any(self._spoken.search(words) for words in _words(some)):
            self.left_out += sum(len(sentences(words)) for words in _words(some))
            return
        for block in some:
            if isinstance(block, Items):
                items = (tuple(self.blocks(item)) for item in block.items)
                kept = tuple(item for item in items if item)
                if kept:
                    yield Items(kept, block.ordered)
            elif isinstance(block, Paragraph):
                runs = self._begin(block.runs)
                if runs:
                    yield Paragraph(runs, block.role)
            elif any(self._spoken.search(words) for words in _words([block])):
                self.left_out += sum(len(sentences(words)) for words in _words([block]))
            else:
                yield block

    def _begin(self, runs: Runs) -> Runs:
        """Return the sentences before the first that speaks to the reader: those behind it may lean on it."""
        told = sentences(plain(runs))
        first = next((at for at, sentence in enumerate(told) if self._spoken.search(sentence)), None)
        if first is None:
            return runs
        self.left_out += len(told) - first
        return cut(runs, len("".join(told[:first]).rstrip()))


def _words(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the words of each paragraph."""
    for block in blocks:
        match block:
            case Paragraph(runs, _):
                yield plain(runs)
            case Quote(inner):
                yield from _words(inner)
            case Items(items, _):
                for item in items:
                    yield from _words(item)


@cache
def _speaks(language: Edition) -> re.Pattern[str]:
    """Return what finds that a text speaks to its reader."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, wording().address.get(language, [])))})\b", re.IGNORECASE)
