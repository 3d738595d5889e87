"""A book of patterns as a Word file, with a table of contents that leads to each of its headings."""

from collections.abc import Iterator

from macros.exports.book import Book, books
from macros.exports.imprint import Imprint, midnight
from macros.exports.pictures import WIDTH, bitmaps
from macros.exports.word.body import Body
from macros.exports.word.package import Properties, word_file
from macros.language.addresses import collection
from macros.model.editions import ROOTS
from macros.pictures.png import pngs
from macros.view.blocks import Heading, Run

_FIRST_SECTION = 10_000
"""Bodies of books are numbered from here, above every pattern's own."""


def book_word(book: Book) -> bytes:
    """Return a book as a Word file."""
    imprint = book.imprint
    bodies = [_front(book)]
    for number, section in enumerate(book.sections, _FIRST_SECTION + 1):
        body = Body(number, book.places)
        heading, *rest = section.blocks
        body.add([heading], section.shift, new_page=True)
        if section.pictured and section.pictured.picture:
            body.picture(bitmaps([section.pictured])[0], section.pictured.picture.text)
        if section.emblem:
            body.picture(pngs([section.emblem], WIDTH)[0], "")
        body.add(rest, section.shift)
        bodies.append(body)
    properties = Properties(book.title, imprint.author, book.subtitle, imprint.edition, midnight(imprint.revised()))
    return word_file(bodies, properties)


def _front(book: Book) -> Body:
    """Return the title and the contents."""
    imprint = book.imprint
    home = imprint.url(ROOTS[imprint.edition])
    front = Body(_FIRST_SECTION)
    front.parts += [
        front.paragraph((Run(book.title, language=book.title_foreign),), "Title"),
        front.paragraph((Run(book.subtitle),), "Subtitle"),
        front.paragraph((Run(home, url=home),)),
        front.paragraph((Run(book.dated),)),
        front.paragraph((Run(imprint.words.licence),)),
        front.paragraph((Run(imprint.words.contents),), "TOCHeading"),
        *_contents(book, front),
    ]
    return front


def _contents(book: Book, front: Body) -> Iterator[str]:
    """Yield the entries of the contents within a field that Word can make anew, with page numbers."""
    depth = max(section.shift for section in book.sections) + 1
    entries = [
        (min(block.level + section.shift, depth), block)
        for section in book.sections
        for block in section.blocks
        if isinstance(block, Heading) and block.anchor
    ]
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{depth}" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    for place, (level, heading) in enumerate(entries):
        text = "".join(front.run(run) for run in heading.runs)
        link = f'<w:hyperlink w:anchor="{heading.anchor}" w:history="1">{text}</w:hyperlink>'
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if place == len(entries) - 1 else ""
        yield f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{"" if place else start}{link}{end}</w:p>'


def book_words(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of each book."""
    for book in books(imprint):
        yield collection(book.name, imprint.edition, "docx"), book_word(book)
