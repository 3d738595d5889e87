"""A pattern as a handout of one or two pages."""

from collections.abc import Iterator
from typing import Final

from macros.exports.footnote import footnotes
from macros.exports.imprint import Imprint, midnight
from macros.exports.pdf.typesetting import page_count, qr_code, typeset
from macros.exports.reference import pattern_reference
from macros.exports.typst_data import block_data, picture_data, run_data
from macros.language.addresses import download
from macros.language.pattern import Pattern
from macros.view.blocks import Run, words
from macros.view.library import summary_of, title
from macros.view.outline import outline

_MOST_PAGES: Final = 2
_SIZES: Final = (10, 9.6, 9.2)
"""Sizes of the text in points, the first with which a pattern fits on two pages; the last one whatever it takes."""


def pattern_pdf(pattern: Pattern, imprint: Imprint) -> bytes:
    """Return one pattern as a handout."""
    laid_out = imprint.view(pattern)
    of = imprint.words
    permalink = imprint.permalink(pattern)
    day = laid_out.dated.day
    data = {
        "title": title(pattern, imprint.edition),
        "author": imprint.author,
        "description": summary_of(laid_out, imprint),
        "date": [day.year, day.month, day.day],
        "language": imprint.edition,
        "chapter": laid_out.chapter_number,
        "crumb": run_data(
            (
                Run(f"{of.pattern} {pattern.id} {of.in_chapter} "),
                Run(words(laid_out.chapter), language=laid_out.chapter_foreign),
            )
        ),
        "foot": f"{imprint.name} · {permalink.partition('://')[2]} · {of.text_of} {of.text_date(laid_out.dated)}",
        "picture": picture_data(laid_out),
        "blocks": block_data(outline(laid_out, imprint)),
        "cite_label": of.cite_as,
        "cite": run_data(footnotes(pattern_reference(pattern, imprint), imprint).note),
        "licence": run_data(imprint.licence),
        "qr": qr_code(permalink),
        "qr_alt": f"{of.qr_code}: {permalink}",
    }
    for size in _SIZES:
        pdf = typeset("pattern", data | {"size": size}, midnight(day))
        if page_count(pdf) <= _MOST_PAGES:
            break
    return pdf


def pattern_pdfs(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of each pattern's PDF."""
    for pattern in imprint.patterns():
        yield download(pattern.id, imprint.edition, "pdf"), pattern_pdf(pattern, imprint)
