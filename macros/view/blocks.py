"""Prose as a small tree of blocks and runs, from which every export writes its own kind of file.

The text is parsed by the one parser of `prose`; nothing in the tree is markup, so each export has only to
escape plain words. Links are addresses, with the pattern's key beside them where they lead to a pattern.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from markdown_it.tree import SyntaxTreeNode

from macros.model.editions import Edition
from macros.view.prose import MARKED, Resolver, make_parser

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML 1.0 cannot hold, or a reader cannot see."""

Role = Literal["", "notice", "summary", "line", "problem", "said", "note", "colophon"]
"""What a paragraph is for, where that is more than text."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind; a break of the line within a paragraph is a run of its own, a newline.

    Attributes:
        url: where it leads, absolute; empty when it is no link.
        pattern: the key of the pattern it leads to, or an empty string.
        language: the language it is in, where that is another one than the edition's.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    url: str = ""
    pattern: str = ""
    language: Edition | None = None


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading.

    Attributes:
        level: 1 for the title of a pattern.
        field: the field of the pattern that it opens; empty for none.
        quiet: whether the page shows none here, and only a reader who hears the text needs it.
        anchor: a name for links within a document; empty for none.
    """

    level: int
    runs: Runs
    field: str = ""
    quiet: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: Runs
    role: Role = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each item is a few blocks."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of a label and its value."""

    rows: tuple[tuple[str, Runs], ...]


Block = Heading | Paragraph | Items | Quote | Facts


def plain(runs: Iterable[Run]) -> str:
    """Return the words of runs alone."""
    return "".join(run.text for run in runs)


def cut(runs: Runs, length: int) -> Runs:
    """Return the beginning of runs, as many characters of their words as asked for."""
    kept: list[Run] = []
    for run in runs:
        if length > 0:
            kept.append(replace(run, text=run.text[:length]))
        length -= len(run.text)
    return tuple(kept)


def words(text: str) -> str:
    """Return text that is not prose (a name, a title) without what cannot be printed, on one line."""
    return " ".join(_UNPRINTABLE.sub("", text).split())


class Reader:
    """Reads prose into blocks; links are made by `resolve` and must come out absolute."""

    _parser = make_parser()

    def __init__(self, resolve: Resolver, language: Edition | None = None) -> None:
        """Take the resolver of wikilinks and the language of the prose, where it is not the edition's."""
        self._resolve, self.language = resolve, language

    def blocks(self, text: str, role: Role = "") -> tuple[Block, ...]:
        """Return prose as paragraphs, lists and quotations."""
        if not MARKED.search(text):
            return (Paragraph((Run(words(text), language=self.language),), role),)
        tree = SyntaxTreeNode(self._parser.parse(_UNPRINTABLE.sub("", text), {"resolve": self._resolve}))
        return tuple(self._block(node, role) for node in tree.children)

    def runs(self, text: str) -> Runs:
        """Return prose as one run of words without paragraphs, for a list item or a cell."""
        if not MARKED.search(text):
            return (Run(words(text), language=self.language),)
        tree = SyntaxTreeNode(self._parser.parseInline(words(text), {"resolve": self._resolve}))
        return self._joined(tree)

    def _block(self, node: SyntaxTreeNode, role: Role) -> Block:
        if node.type in {"bullet_list", "ordered_list"}:
            items = tuple(tuple(self._block(block, role) for block in item.children) for item in node.children)
            return Items(items, node.type == "ordered_list")
        if node.type == "blockquote":
            return Quote(tuple(self._block(block, role) for block in node.children))
        return Paragraph(self._joined(node), role)

    def _joined(self, node: SyntaxTreeNode) -> Runs:
        joined: list[Run] = []
        for run in self._walk(node, Run("", language=self.language)):
            if joined and joined[-1] == replace(run, text=joined[-1].text) and "\n" not in (joined[-1].text, run.text):
                joined[-1] = replace(run, text=joined[-1].text + run.text)
            else:
                joined.append(run)
        return tuple(joined)

    def _walk(self, node: SyntaxTreeNode, style: Run) -> Iterator[Run]:
        for child in node.children:
            if child.type == "text":
                if child.content:
                    yield replace(style, text=child.content)
            elif child.type == "softbreak":
                yield replace(style, text=" ")
            elif child.type == "hardbreak":
                yield replace(style, text="\n")
            elif child.type == "em":
                yield from self._walk(child, replace(style, emphasis=True))
            elif child.type == "strong":
                yield from self._walk(child, replace(style, strong=True))
            elif child.type == "link":
                url, pattern = str(child.attrs["href"]), str(child.meta.get("pattern", ""))
                yield from self._walk(child, replace(style, url=url, pattern=pattern))
            else:
                yield from self._walk(child, style)
