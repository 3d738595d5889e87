"""What a document for a word processor says of itself."""

from dataclasses import dataclass
from datetime import datetime

from macros.exports.book import Book
from macros.exports.imprint import Imprint, midnight
from macros.language.pattern import Pattern
from macros.model.editions import ROOTS, Edition
from macros.view.library import summary_of, title


@dataclass(frozen=True, slots=True)
class Properties:
    """What a document says of itself.

    Attributes:
        site: the name of the site that it comes from.
        address: where on the site it comes from.
    """

    title: str
    author: str
    subject: str
    language: Edition
    made: datetime
    site: str
    address: str


def of_pattern(pattern: Pattern, imprint: Imprint) -> Properties:
    """Return what the document of a pattern says of itself."""
    laid_out = imprint.view(pattern)
    return Properties(
        title=title(pattern, imprint.edition),
        author=imprint.author,
        subject=summary_of(laid_out, imprint),
        language=imprint.edition,
        made=midnight(laid_out.dated.day),
        site=imprint.name,
        address=imprint.permalink(pattern),
    )


def of_book(book: Book) -> Properties:
    """Return what the document of a book says of itself."""
    imprint = book.imprint
    return Properties(
        title=book.title,
        author=imprint.author,
        subject=book.subtitle,
        language=imprint.edition,
        made=midnight(imprint.revised()),
        site=imprint.name,
        address=imprint.url(ROOTS[imprint.edition]),
    )
