"""What a book says of itself before its first pattern: a book is read far from the site that explains it."""

from macros.exports.imprint import Imprint
from macros.view.blocks import Block, Heading, Paragraph, Run


def introduction(imprint: Imprint, level: int = 1, *, indexed: bool = False) -> list[Block]:
    """Return how a book is read: what a pattern is, where to begin, what it rests on, and where the newest text is.

    It stands in the contents where it is a part of its own.

    Args:
        imprint: the edition.
        level: of its heading.
        indexed: whether the book ends with an index of situations.
    """
    words = imprint.words
    begin = words.book_begin.format(index=words.index_by_situation) if indexed else ""
    rests = words.book_rests_on.format(source=words.source, method=words.evidence_approach, seen=words.seen_in_practice)
    said = (words.book_pattern, begin, rests, words.book_lessons.format(site=imprint.root), words.book_addresses)
    paragraphs = [Paragraph((Run(one),)) for one in said if one]
    anchor = "introduction" if level == 1 else ""
    return [Heading(level, (Run(words.book_introduction),), anchor=anchor), *paragraphs]
