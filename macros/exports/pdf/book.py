"""A book of patterns as PDF, with contents, page numbers, and links that name the page they lead to."""

from collections.abc import Iterator

from macros.exports.book import Book
from macros.exports.imprint import Imprint, midnight
from macros.exports.pdf.typesetting import qr_code, typeset
from macros.exports.pdf.volumes import printed_books
from macros.exports.typst_data import block_data, picture_data, run_data
from macros.language.addresses import collection
from macros.model.editions import ROOTS
from macros.view.blocks import Run


def book_pdf(book: Book) -> bytes:
    """Return a book as PDF."""
    imprint = book.imprint
    of = imprint.words
    day = imprint.revised()
    home = imprint.url(ROOTS[imprint.edition])
    data = {
        "title": book.title,
        "title_language": book.title_foreign or imprint.edition,
        "subtitle": book.subtitle,
        "author": imprint.author,
        "date": [day.year, day.month, day.day],
        "language": imprint.edition,
        "contents": of.contents,
        "page_short": of.page_short,
        # The chapters of a whole book have their patterns below them; in a route these stand alone.
        "depth": max(section.shift for section in book.sections) + 1,
        "imprint": [run_data(line) for line in ((Run(home, url=home),), (Run(book.dated),), imprint.licence)],
        "qr": qr_code(home),
        "qr_alt": f"{of.qr_code}: {home}",
        "sections": [
            {
                "blocks": block_data(section.blocks, book.anchored),
                "shift": section.shift,
                "chapter": section.chapter,
                "picture": picture_data(section.pictured) if section.pictured else None,
                "emblem": section.emblem,
            }
            for section in book.sections
        ],
    }
    return typeset("book", data, midnight(day))


def book_pdfs(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of each book."""
    for book in printed_books(imprint):
        yield collection(book.name, imprint.edition, "pdf"), book_pdf(book)
