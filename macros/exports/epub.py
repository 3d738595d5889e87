"""A book of patterns as EPUB 3.3: a page for each section, with contents, language and what it offers to readers."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from macros.exports.archive import archive
from macros.exports.book import Book, Section, books
from macros.exports.imprint import LICENCE, Imprint, midnight
from macros.exports.pictures import drawing
from macros.exports.typst_data import Anchored, nowhere
from macros.exports.xhtml import inline, xhtml
from macros.language.addresses import collection
from macros.model.editions import ROOTS
from macros.view.blocks import Heading, Run, Runs, plain

_STYLE: Final = Path(__file__).with_name("epub.css")
_CONTAINER: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>\n"
)
_ACCESS: Final = (
    ("accessMode", "textual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "displayTransformability"),
    ("accessibilityFeature", "unlocked"),
    ("accessibilityHazard", "none"),
)
"""What schema.org's accessibility properties say of a book without pictures."""
_ACCESS_WITH_PICTURES: Final = (("accessMode", "visual"), ("accessibilityFeature", "alternativeText"))
"""What they add for one with pictures."""


def book_epub(book: Book) -> bytes:
    """Return a book as EPUB."""
    files = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": _CONTAINER.encode(),
        "book/package.opf": _package(book).encode(),
        "book/contents.xhtml": _contents(book).encode(),
        "book/style.css": _STYLE.read_bytes(),
        "book/title.xhtml": _title_page(book).encode(),
    }
    anchored = _anchored(book)
    for section in book.sections:
        heading, *rest = section.blocks
        body = "\n".join(
            part
            for part in (
                xhtml([heading], anchored, section.shift),
                _picture(section),
                xhtml(rest, anchored, section.shift),
            )
            if part
        )
        files[f"book/{section.name}.xhtml"] = _page(book, plain(_heading(heading)), body).encode()
        if section.pictured:
            files[f"book/{section.name}.svg"] = drawing(section.pictured).encode()
        elif section.emblem:
            files[f"book/{section.name}.svg"] = section.emblem.encode()
    return archive(files, midnight(book.imprint.revised()), stored="mimetype")


def _picture(section: Section) -> str:
    """Return the picture under the heading of a section; empty when it has none."""
    picture = section.pictured.picture if section.pictured else None
    if picture is None:
        return f'<p><img class="picture" src="{section.name}.svg" alt=""/></p>' if section.emblem else ""
    lang = f' lang="{picture.foreign}" xml:lang="{picture.foreign}"' if picture.foreign else ""
    return f'<p><img class="picture" src="{section.name}.svg" alt="{escape(picture.text)}"{lang}/></p>'


def _heading(block: object) -> Runs:
    return block.runs if isinstance(block, Heading) else ()


def _anchored(book: Book) -> Anchored:
    def address(run: Run) -> str:
        place = book.places.get(run.pattern)
        return f"{place}.xhtml" if place else ""

    return address


def _page(book: Book, title: str, body: str) -> str:
    language = book.imprint.edition
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f' lang="{language}" xml:lang="{language}">\n<head><title>{escape(title)}</title>'
        f'<link rel="stylesheet" href="style.css"/></head>\n<body>\n{body}\n</body>\n</html>\n'
    )


def _title_page(book: Book) -> str:
    home = escape(book.imprint.url(ROOTS[book.imprint.edition]))
    return _page(
        book,
        book.title,
        f"<h1>{inline((Run(book.title, language=book.title_foreign),), nowhere)}</h1>\n<p>{escape(book.subtitle)}</p>\n"
        f'<p><a href="{home}">{home}</a></p>\n<p>{escape(book.dated)}</p>\n'
        f"<p>{inline(book.imprint.licence, nowhere)}</p>",
    )


def _contents(book: Book) -> str:
    """Return the navigation document: chapters with their patterns below them."""
    entries: list[str] = []
    open_list = False
    for section in book.sections:
        link = f'<a href="{section.name}.xhtml">{inline(_heading(section.blocks[0]), nowhere)}</a>'
        if section.shift and not open_list:
            entries[-1] = entries[-1].removesuffix("</li>") + "<ol>"
        elif open_list and not section.shift:
            entries.append("</ol></li>")
        open_list = bool(section.shift)
        entries.append(f"<li>{link}</li>")
    if open_list:
        entries.append("</ol></li>")
    contents = escape(book.imprint.words.contents)
    return _page(
        book,
        book.imprint.words.contents,
        f'<nav epub:type="toc" role="doc-toc"><h1>{contents}</h1><ol>\n' + "\n".join(entries) + "\n</ol></nav>",
    )


def _package(book: Book) -> str:
    imprint = book.imprint
    address = imprint.url(collection(book.name, imprint.edition, "epub"))
    pictured = [section.name for section in book.sections if section.pictured or section.emblem]
    told = imprint.words.epub_access_pictures if pictured else imprint.words.epub_access
    names = ["title", *(section.name for section in book.sections)]
    metadata = [
        f'<dc:identifier id="id">urn:uuid:{uuid5(NAMESPACE_URL, address)}</dc:identifier>',
        f'<dc:title xml:lang="{book.title_foreign or imprint.edition}">{escape(book.title)}</dc:title>',
        f"<dc:creator>{escape(imprint.author)}</dc:creator>",
        f"<dc:language>{imprint.edition}</dc:language>",
        f"<dc:description>{escape(book.subtitle)}</dc:description>",
        f"<dc:date>{imprint.revised().isoformat()}</dc:date>",
        f"<dc:source>{escape(address)}</dc:source>",
        f"<dc:rights>{LICENCE}</dc:rights>",
        f'<meta property="dcterms:modified">{midnight(imprint.revised()).strftime("%Y-%m-%dT%H:%M:%SZ")}</meta>',
        *(
            f'<meta property="schema:{name}">{value}</meta>'
            for name, value in (*_ACCESS, *(_ACCESS_WITH_PICTURES if pictured else ()))
        ),
        f'<meta property="schema:accessibilitySummary">{escape(told)}</meta>',
    ]
    manifest = [
        '<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="style" href="style.css" media-type="text/css"/>',
        *(f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>' for name in names),
        *(f'<item id="{name}-picture" href="{name}.svg" media-type="image/svg+xml"/>' for name in pictured),
    ]
    spine = [f'<itemref idref="{name}"/>' for name in (names[0], "contents", *names[1:])]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"'
        f' xml:lang="{imprint.edition}">\n'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n' + "\n".join(metadata) + "\n</metadata>\n"
        "<manifest>\n"
        + "\n".join(manifest)
        + "\n</manifest>\n<spine>\n"
        + "\n".join(spine)
        + "\n</spine>\n</package>\n"
    )


def book_epubs(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of each book."""
    for book in books(imprint):
        yield collection(book.name, imprint.edition, "epub"), book_epub(book)
