"""On which page of a Word file a heading is thought to stand, until Word itself has laid it out.

No layout of Word's is at hand when the file is made, so the room that each block takes is reckoned from its number of
letters, in the fonts of the template on A4. LibreOffice, in a test, lays such a file out and holds the figures near.
"""

from collections.abc import Container, Iterable, Iterator
from math import ceil
from typing import Final

from macros.exports.book import Book, Section
from macros.view.blocks import Block, Facts, Heading, Items, Paragraph, Quote, Runs, plain

_PAGE: Final = 700.0
"""Points between the margins, as are all measures here."""
_LINE: Final = 14.5
_LETTER: Final = 4.7
"""Mean width of a letter."""
_WIDTH: Final = 453.0
_AFTER: Final = 8.0
"""Below a paragraph."""
_INDENT: Final = 18.0
"""Of a list."""
_PICTURE: Final = 151.0
_HEADING: Final = {1: 36.0, 2: 20.0}
"""Of a heading of one line, by its level."""
_LOWER: Final = 18.0
"""Of a heading of a lower level."""
_OPENING: Final = _PICTURE + 120
"""Of a name with its picture and the first lines, which stand on one page."""
_FRONT: Final = 220.0
"""What stands above the contents."""
_CONTENTS_LINE: Final = _LINE + 3


def starts(book: Book, following: Container[str] = ()) -> Iterator[tuple[Section, bool]]:
    """Yield the sections with whether each begins a page: all but the first pattern after the opening of a chapter.

    Args:
        book: the book.
        following: the names of sections that do not begin one either.
    """
    opened = False
    for section in book.sections:
        yield section, not (section.name in following or (section.shift and opened))
        opened = not section.shift


def headed_pages(book: Book, entries: int, following: Container[str] = ()) -> dict[str, int]:
    """Return the page that each place of a book is thought to stand on, by its name.

    Args:
        book: the book.
        entries: how many lines its contents have.
        following: the names of sections that do not begin a page.
    """
    pages: dict[str, int] = {}
    page, used = 1, _FRONT + entries * _CONTENTS_LINE
    for section, new_page in starts(book, following):
        page, used = page + int(used // _PAGE), used % _PAGE
        if new_page or used > _PAGE - _OPENING:
            page, used = page + 1, 0.0
        pages |= {block.anchor: page for block in section.blocks if isinstance(block, Heading) and block.anchor}
        used += _room(section.blocks, section.shift) + (_PICTURE if section.pictured or section.emblem else 0)
    return pages


def _room(blocks: Iterable[Block], shift: int = 0, indent: float = 0) -> float:
    return sum(_room_of(block, shift, indent) for block in blocks)


def _room_of(block: Block, shift: int, indent: float) -> float:
    match block:
        case Heading(level):
            return _HEADING.get(level + shift, _LOWER) + _lines(block.runs, 0) - _LINE
        case Paragraph(runs):
            return _lines(runs, indent) + _AFTER
        case Quote(blocks):
            return _room(blocks, shift, indent)
        case Items(items):
            # Items of one list stand close to each other.
            rows = [_room(item, shift, indent + _INDENT) - _AFTER for item in items]
            return sum(rows) + _AFTER
        case Facts(rows):
            return sum(ceil((len(label) + 2 + len(plain(runs))) * _LETTER / _WIDTH) * _LINE for label, runs in rows)


def _lines(runs: Runs, indent: float) -> float:
    """Return the height of running text."""
    return ceil(len(plain(runs)) * _LETTER / (_WIDTH - indent)) * _LINE
