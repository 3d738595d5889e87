"""A book of patterns as a Word file, with a table of contents that leads to each of its headings."""

from collections.abc import Iterator

from macros.exports.book import Book, Entry, books
from macros.exports.imprint import Imprint
from macros.exports.properties import of_book
from macros.exports.word.body import Body, page_field
from macros.exports.word.package import word_file
from macros.exports.word.pages import headed_pages, starts
from macros.language.addresses import collection
from macros.model.editions import ROOTS
from macros.view.blocks import Run

_FIRST_SECTION = 10_000
"""Bodies of books are numbered from here, above every pattern's own."""


def book_word(book: Book) -> bytes:
    """Return a book as a Word file."""
    imprint = book.imprint
    entries = book.entries
    pages = headed_pages(book, len(entries))
    bodies = [_front(book, entries, pages)]
    for number, (section, new_page) in enumerate(starts(book), _FIRST_SECTION + 1):
        body = Body(number, imprint.edition, book.places, pages if section.name == "situations" else {})
        heading, *rest = section.blocks
        body.add([heading], section.shift, new_page=new_page)
        for png, shown in section.drawings():
            body.picture(png, shown)
        body.add(rest, section.shift)
        bodies.append(body)
    return word_file(bodies, of_book(book), paged=True)


def _front(book: Book, entries: list[Entry], pages: dict[str, int]) -> Body:
    """Return the title and the contents."""
    imprint = book.imprint
    home = imprint.url(ROOTS[imprint.edition])
    front = Body(_FIRST_SECTION, imprint.edition)
    front.parts += [
        front.paragraph((Run(book.title, language=book.title_foreign),), "Title"),
        front.paragraph((Run(book.subtitle),), "Subtitle"),
        front.paragraph((Run(home, url=home),)),
        front.paragraph((Run(book.dated),)),
        front.paragraph(imprint.licence),
        front.paragraph((Run(imprint.words.contents),), "TOCHeading"),
        *_contents(entries, pages, front),
    ]
    return front


def _contents(entries: list[Entry], pages: dict[str, int], front: Body) -> Iterator[str]:
    """Yield the entries of the contents with their pages, within a field that Word makes anew."""
    depth = max(level for level, _ in entries)
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{depth}" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    for place, (level, heading) in enumerate(entries):
        text = "".join(front.run(run) for run in heading.runs)
        page = f"<w:r><w:tab/></w:r>{page_field(heading.anchor, pages[heading.anchor])}"
        link = f'<w:hyperlink w:anchor="{heading.anchor}" w:history="1">{text}{page}</w:hyperlink>'
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if place == len(entries) - 1 else ""
        yield f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{"" if place else start}{link}{end}</w:p>'


def book_words(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of each book."""
    for book in books(imprint):
        yield collection(book.name, imprint.edition, "docx"), book_word(book)
