"""PDF through Typst: PDF/UA-1, tagged, with title and language. Text goes in as data and is never Typst source."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
import typst

from macros.core.addresses import download
from macros.core.language import Pattern
from macros.exports.footnote import footnotes
from macros.exports.imprint import Imprint, midnight
from macros.exports.tree import block_data, run_data
from macros.rendering.blocks import words
from macros.rendering.outline import outline, summary_of, title

_TEMPLATES = Path(__file__).with_name("typst")
_MISSING = re.compile(r'the text `("[^"\\\\]+")` could not be displayed')


@cache
def _compiler() -> typst.Compiler:
    # Fonts of the package alone: a font of the machine would make another file elsewhere.
    return typst.Compiler(root=_TEMPLATES, ignore_system_fonts=True)


def typeset(template: str, data: dict[str, Any], timestamp: datetime) -> bytes:
    """Return a PDF. A character that no font has, such as an emoji, is shown as U+FFFD: PDF/UA allows no gap.

    Args:
        template: name of the file in typst/ without its ending.
        data: what the template shows.
        timestamp: the time that the file says it was made.
    """
    text = json.dumps(data, ensure_ascii=False)
    try:
        return _compiled(template, text, timestamp)
    except typst.TypstError as error:
        missing = {json.loads(word) for word in _MISSING.findall(error.diagnostic)}
        if not missing:
            raise
    for word in missing:
        text = text.replace(word, "\ufffd")
    return _compiled(template, text, timestamp)


def _compiled(template: str, data: str, timestamp: datetime) -> bytes:
    pdf = _compiler().compile(
        _TEMPLATES / f"{template}.typ",
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards="ua-1",
        timestamp=timestamp,
    )
    if not isinstance(pdf, bytes):
        raise TypeError(f"typst made {type(pdf)} of {template}")
    return pdf


def qr_code(url: str) -> str:
    """Return a QR code as SVG."""
    svg = BytesIO()
    segno.make(url, error="m", micro=False).save(svg, kind="svg", xmldecl=False, border=0)
    return svg.getvalue().decode()


def pattern_pdf(pattern: Pattern, imprint: Imprint) -> bytes:
    """Return one pattern as a handout."""
    laid_out = imprint.sheet(pattern)
    of = imprint.words
    permalink = imprint.permalink(pattern)
    day = laid_out.text.revised
    data = {
        "title": title(pattern, imprint.edition),
        "author": imprint.author,
        "description": summary_of(laid_out, imprint),
        "keywords": [words(keyword) for keyword in laid_out.text.keywords],
        "date": [day.year, day.month, day.day],
        "language": imprint.edition,
        "chapter": laid_out.chapter_number,
        "crumb": f"{of.pattern} {pattern.id} {of.in_chapter} {words(laid_out.chapter)}",
        "foot": f"{imprint.name} · {permalink.partition('://')[2]} · {of.text_of} {of.day(day)}",
        "blocks": block_data(outline(laid_out, imprint)),
        "permalink_label": of.permalink,
        "permalink": permalink,
        "cite_label": of.cite_as,
        "cite": run_data(footnotes(pattern, imprint).note),
        "licence": of.licence,
        "qr": qr_code(permalink),
        "qr_alt": f"{of.qr_code}: {permalink}",
    }
    return typeset("pattern", data, midnight(day))


def pattern_pdfs(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of each pattern's PDF."""
    for pattern in imprint.patterns():
        yield download(pattern.id, imprint.edition, "pdf"), pattern_pdf(pattern, imprint)
