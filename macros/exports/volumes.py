"""A large language is printed in volumes: the patterns of one chapter each, or a part of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Final

from macros.exports.imprint import Imprint
from macros.language.addresses import collection
from macros.language.pattern import Pattern
from macros.model.editions import Edition
from macros.model.vocabulary import Chapter
from macros.view.blocks import Run, Runs, words

MOST: Final = 200
"""Patterns in one PDF of many. Typst takes some 3 MB for each, and 400 pages are as much as anyone prints."""


@dataclass(frozen=True, slots=True)
class Volume:
    """The patterns of a chapter, or a part of them.

    Attributes:
        chapter: whose patterns these are.
        number: of the chapter, from 1.
        part: which part of the chapter, from 1.
        parts: how many the chapter has.
        patterns: in the order of the book.
    """

    chapter: Chapter
    number: int
    part: int
    parts: int
    patterns: list[Pattern]

    def name(self, kind: str) -> str:
        """Return the name of its file of a kind: `handbook-<chapter>`, and `handbook-<chapter>_2` for a second part."""
        return f"{kind}-{self.chapter.key}" + (f"_{self.part}" if self.part > 1 else "")

    def title(self, edition: Edition) -> str:
        """Return the name of the chapter, with the part where there is more than one."""
        name = words(self.chapter.of(edition).name)
        return f"{name} ({self.part}/{self.parts})" if self.parts > 1 else name


def volumes(imprint: Imprint) -> list[Volume]:
    """Return the volumes in the order of the book; none where one file holds the whole language."""
    found = list(_volumes(imprint))
    promised = imprint.language.published_urls.entries
    # Who has the address of a volume finds it there, also when the language has become smaller.
    published = any(collection(one.name("handbook"), imprint.edition, "pdf") in promised for one in found)
    return found if published or len(imprint.language.published()) > MOST else []


def _volumes(imprint: Imprint) -> Iterator[Volume]:
    for number, chapter in enumerate(imprint.language.chapters(), 1):
        patterns = imprint.language.in_chapter(chapter.key)
        parts = ceil(len(patterns) / MOST)
        for part in range(parts):
            start, end = (len(patterns) * place // parts for place in (part, part + 1))
            yield Volume(chapter, number, part + 1, parts, patterns[start:end])


def numbers(patterns: list[Pattern], imprint: Imprint) -> str:
    """Return the first and the last number of patterns, in words."""
    known = [pattern.id for pattern in patterns]
    return imprint.words.cards_sheets.format(first=min(known), last=max(known))


def links(kind: str, those: list[Volume], imprint: Imprint) -> Runs:
    """Return the numbers of the patterns in each of some volumes, leading to its file of a kind."""
    runs: list[Run] = []
    for one in those:
        runs += [Run(", ")] if runs else []
        url = imprint.url(collection(one.name(kind), imprint.edition, "pdf"))
        runs.append(Run(numbers(one.patterns, imprint), url=url))
    return tuple(runs)
