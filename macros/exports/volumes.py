"""A large language is printed in volumes: the patterns of one chapter each, or a part of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, takewhile
from math import ceil
from operator import attrgetter
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
        patterns: in the order of the book; none where its address was published and the chapter has too few now.
    """

    chapter: Chapter
    number: int
    part: int
    parts: int
    patterns: list[Pattern]

    def name(self, kind: str) -> str:
        """Return the name of its file of a kind: `handbook-<chapter>`, and `handbook-<chapter>_2` for a second part."""
        return _name(kind, self.chapter, self.part)

    def title(self, edition: Edition) -> str:
        """Return the name of the chapter, with the part where there is more than one."""
        name = words(self.chapter.of(edition).name)
        return f"{name} ({self.part}/{self.parts})" if self.parts > 1 else name


def volumes(imprint: Imprint) -> list[Volume]:
    """Return the volumes in the order of the book; none where one file holds the whole language.

    Who has the address of a volume finds it there, also when the language has become smaller.
    """
    chapters = imprint.language.chapters()
    promised = [_parts_published(chapter, imprint) for chapter in chapters]
    if not any(promised) and len(imprint.language.published()) <= MOST:
        return []
    numbered = enumerate(zip(chapters, promised, strict=True), 1)
    return [one for number, (chapter, parts) in numbered for one in _volumes(chapter, number, parts, imprint)]


def _volumes(chapter: Chapter, number: int, promised: int, imprint: Imprint) -> Iterator[Volume]:
    """Yield the volumes of a chapter: as many as its patterns need, and never fewer than were published."""
    patterns = imprint.language.in_chapter(chapter.key)
    parts = max(promised, ceil(len(patterns) / MOST))
    for part in range(parts):
        start, end = (ceil(len(patterns) * place / parts) for place in (part, part + 1))
        yield Volume(chapter, number, part + 1, parts, patterns[start:end])


def _parts_published(chapter: Chapter, imprint: Imprint) -> int:
    """Return how many volumes of a chapter have an address that was published."""
    entries = imprint.language.published_urls.entries
    named = (_name("handbook", chapter, part) for part in count(1))
    return sum(1 for _ in takewhile(lambda name: collection(name, imprint.edition, "pdf") in entries, named))


def _name(kind: str, chapter: Chapter, part: int) -> str:
    return f"{kind}-{chapter.key}" + (f"_{part}" if part > 1 else "")


def numbers(patterns: list[Pattern], imprint: Imprint) -> str:
    """Return the first and the last number of patterns, in words, or the only one."""
    known = [pattern.id for pattern in patterns]
    first, last = min(known), max(known)
    return imprint.words.cards_sheets.format(first=first, last=last) if first < last else str(first)


def links(kind: str, those: list[Volume], imprint: Imprint) -> Runs:
    """Return the numbers of the patterns in each of some volumes that have any, leading to its file of a kind."""
    runs: list[Run] = []
    for one in filter(attrgetter("patterns"), those):
        runs += [Run(", ")] if runs else []
        url = imprint.url(collection(one.name(kind), imprint.edition, "pdf"))
        runs.append(Run(numbers(one.patterns, imprint), url=url))
    return tuple(runs)
