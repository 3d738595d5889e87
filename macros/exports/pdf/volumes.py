"""The books that are printed: of a large language one for each volume, and one that leads to these."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from macros.exports.book import Book, Section, beginning, books, closing, opening, pattern_section, route_books
from macros.exports.imprint import Imprint
from macros.exports.volumes import Volume, links, volumes
from macros.view.blocks import Heading, Items, Paragraph, Run, words
from macros.view.outline import anchor


def printed_books(imprint: Imprint) -> Iterator[Book]:
    """Yield the handbook, in volumes where it is too large, and a book for each route."""
    found = volumes(imprint)
    if not found:
        yield from books(imprint)
        return
    yield _leading(found, imprint)
    for volume in found:
        yield _book(volume, imprint)
    yield from route_books(imprint)


def _leading(found: list[Volume], imprint: Imprint) -> Book:
    """Return the handbook without its patterns: how to read it, where each chapter is, the cases, index and sources."""
    many = imprint.words.patterns.lower()
    rows = []
    for _number, volumes_of in groupby(filter(attrgetter("patterns"), found), attrgetter("number")):
        those = list(volumes_of)
        chapter = those[0].chapter
        name = Run(words(chapter.of(imprint.edition).name), language=chapter.foreign(imprint.edition))
        rows.append((Paragraph((name, Run(f" ({many} "), *links("handbook", those, imprint), Run(")"))),))
    heading = Heading(1, (Run(imprint.words.chapters),), anchor="chapters")
    end = closing(imprint)
    # The number of an item is that of its chapter, or there is none.
    whole = len(rows) == len(imprint.language.chapters())
    sections = [beginning(end, imprint), Section("chapters", [heading, Items(tuple(rows), ordered=whole)]), *end]
    return Book("handbook", imprint.name, None, imprint.words.site_claim, imprint, sections)


def _book(volume: Volume, imprint: Imprint) -> Book:
    """Return a volume as a book: what opens the chapter, before its first pattern, and the patterns."""
    begins = volume.part == 1 or not volume.patterns
    opened = [opening(volume.chapter, volume.number, imprint)] if begins else []
    return Book(
        volume.name("handbook"),
        volume.title(imprint.edition),
        volume.chapter.foreign(imprint.edition),
        imprint.name,
        imprint,
        opened + [pattern_section(pattern, 0, imprint) for pattern in volume.patterns],
        {pattern.key: anchor(pattern) for pattern in volume.patterns},
    )
