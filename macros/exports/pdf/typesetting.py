"""Typesetting with Typst: PDF/UA-1, tagged. Text goes in as data and is never Typst source."""

import json
import re
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
import typst

from macros.exports.pdf.hues import hues

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
        sys_inputs={"data": data, "hues": json.dumps(hues())},
        pdf_standards="ua-1",
        timestamp=timestamp,
    )
    if not isinstance(pdf, bytes):
        raise TypeError(f"typst made {type(pdf)} of {template}")
    return pdf


@cache
def qr_code(url: str) -> str:
    """Return a QR code as SVG; the same one stands on a handout and on a card."""
    svg = BytesIO()
    segno.make(url, error="m", micro=False).save(svg, kind="svg", xmldecl=False, border=0)
    return svg.getvalue().decode()
