"""Typesetting with Typst: every PDF keeps to PDF/A-2a, to be archived, and to PDF/UA-1, to be read aloud.

Text goes in as data and is never Typst source.
"""

import json
import re
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from macros.exports.kept import once
from macros.pictures.colours import hues
from macros.pictures.typst_process import TypstFailure, made

_TEMPLATES = Path(__file__).with_name("typst")
_STANDARDS: Final = ("a-2a", "ua-1")
_REFUSED = re.compile(
    r"""(?x) the\ text\ `"((?:[^"\\]|\\.)+)"`\ could\ not\ be\ displayed
    | the\ (?:PDF|text)\ contains\ the\ (?:disallowed\ )?codepoint\ `"([^"]+)"`"""
)
"""How a message names a text that no font has, or a character that a standard refuses."""
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]{1,6})\}|(.))")
"""How Typst writes a character in a message: `\\u{600}` or `\\"`."""

_REST = re.compile("\ufffd[\ufe0e\ufe0f\u200d\u20e3\ufffd]+")
"""What is left of an emoji of several characters when one of them is gone."""


def typeset(template: str, data: dict[str, Any], timestamp: datetime) -> bytes:
    """Return a PDF. A character that no font has, such as an emoji, or that PDF/A refuses is shown as U+FFFD.

    Args:
        template: name of the file in typst/ without its ending.
        data: what the template shows.
        timestamp: the time that the file says it was made.
    """
    shown = [json.dumps(part, ensure_ascii=False) for part in (data, hues())]
    return once(["pdf", template, timestamp.isoformat(), *shown], lambda: _set(template, data, timestamp))


def _set(template: str, data: dict[str, Any], timestamp: datetime) -> bytes:
    try:
        return _compiled(template, data, timestamp)
    except TypstFailure as error:
        missing = {_ESCAPE.sub(_character, "".join(word)) for word in _REFUSED.findall(str(error))}
        if not missing:
            raise
    # The longest first: an emoji may begin with a digit that other texts have too.
    return _compiled(template, _without(data, sorted(missing, key=len, reverse=True)), timestamp)


def _character(escape: re.Match[str]) -> str:
    return chr(int(escape.group(1), 16)) if escape.group(1) else escape.group(2)


def _without(data: Any, missing: list[str]) -> Any:
    """Return the data with U+FFFD in its texts for each of the words that no font has."""
    if isinstance(data, str):
        for word in missing:
            data = data.replace(word, "\ufffd")
        return _REST.sub("\ufffd", data)
    if isinstance(data, dict):
        return {name: _without(value, missing) for name, value in data.items()}
    return [_without(value, missing) for value in data] if isinstance(data, list | tuple) else data


def _compiled(template: str, data: dict[str, Any], timestamp: datetime) -> bytes:
    inputs = {"data": json.dumps(data, ensure_ascii=False), "hues": json.dumps(hues())}
    (pdf,) = made(_TEMPLATES / f"{template}.typ", inputs, standards=_STANDARDS, at=timestamp)
    return pdf


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF made by `typeset` has."""
    found = re.search(rb"/Type/Pages/Count (\d+)", pdf)  # the tree of pages is the first thing that Typst writes
    if found is None:
        raise ValueError("no tree of pages in this PDF")
    return int(found.group(1))


@cache
def qr_code(url: str) -> str:
    """Return a QR code as SVG; the same one stands on a handout and on a card."""
    import segno

    svg = BytesIO()
    segno.make(url, error="m", micro=False).save(svg, kind="svg", xmldecl=False, border=0)
    return svg.getvalue().decode()
