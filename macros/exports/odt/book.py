"""A book of patterns as an OpenDocument text file, with a table of contents that leads to each of its headings."""

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

from macros.exports.book import Book, books
from macros.exports.imprint import Imprint
from macros.exports.odt.body import Body, link_to, page_field
from macros.exports.odt.package import odt_file
from macros.exports.properties import of_book
from macros.exports.word.pages import headed_pages, starts
from macros.language.addresses import collection
from macros.model.editions import ROOTS
from macros.view.blocks import Run

_FOLLOWING: Final = ("route",)
"""Sections that stand on the page of the contents, which are short there: on a page of its own a route runs over."""


def book_odt(book: Book) -> bytes:
    """Return a book as an OpenDocument text file."""
    pages = headed_pages(book, len(book.entries), _FOLLOWING)
    body = Body(book.imprint.edition, book.places)
    body.parts += _front(book, body)
    body.parts.append(_contents(book, body, pages))
    for section, new_page in starts(book, _FOLLOWING):
        heading, *rest = section.blocks
        body.add([heading], section.shift, new_page=new_page)
        for png, shown in section.drawings():
            body.picture(png, shown)
        body.add(rest, section.shift, pages=pages if section.name == "situations" else {})
    return odt_file(body, of_book(book))


def _front(book: Book, body: Body) -> list[str]:
    """Return the title and whose book it is."""
    imprint = book.imprint
    home = imprint.url(ROOTS[imprint.edition])
    return [
        body.paragraph((Run(book.title, language=book.title_foreign),), "Title"),
        body.paragraph((Run(book.subtitle),), "Subtitle"),
        body.paragraph((Run(home, url=home),)),
        body.paragraph((Run(book.dated),)),
        body.paragraph(imprint.licence),
    ]


def _contents(book: Book, body: Body, pages: dict[str, int]) -> str:
    """Return the contents, which a program can make anew, each with the page it stands on."""
    heading, rows = "Contents_20_Heading", []
    for level, entry in book.entries:
        words = "".join(body.run(run) for run in entry.runs)
        link = link_to(f"#{entry.anchor}", f"{words}<text:tab/>{page_field(entry.anchor, pages[entry.anchor])}")
        rows.append(f'<text:p text:style-name="Contents_20_{level}">{link}</text:p>')
    depth = max(level for level, _ in book.entries)
    templates = "".join(
        f'<text:table-of-content-entry-template text:outline-level="{level}" text:style-name="Contents_20_{level}">'
        '<text:index-entry-link-start text:style-name="Internet_20_link"/><text:index-entry-text/>'
        '<text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/>'
        "<text:index-entry-link-end/></text:table-of-content-entry-template>"
        for level in range(1, depth + 1)
    )
    title = body.paragraph((Run(book.imprint.words.contents),), heading)
    return (
        '<text:table-of-content text:name="Contents" text:protected="true">'
        f'<text:table-of-content-source text:outline-level="{depth}" text:use-index-marks="false">'
        f'<text:index-title-template text:style-name="{heading}">{escape(book.imprint.words.contents)}'
        f"</text:index-title-template>{templates}</text:table-of-content-source>"
        f'<text:index-body><text:index-title text:name="Contents_Head">{title}</text:index-title>{"".join(rows)}'
        "</text:index-body></text:table-of-content>"
    )


def book_odts(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of each book."""
    for book in books(imprint):
        yield collection(book.name, imprint.edition, "odt"), book_odt(book)
