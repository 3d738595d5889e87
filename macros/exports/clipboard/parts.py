"""Every pattern as a bundle takes it up: a file that the site's own scripts fetch and join in the browser."""

import json
from collections.abc import Iterator
from typing import Any, Final

from macros.exports.annex import in_brief, summarised
from macros.exports.clipboard.annex import row
from macros.exports.clipboard.pieces import piece, titled, whole
from macros.exports.footnote import footnotes, order
from macros.exports.imprint import Imprint
from macros.exports.markdown import markdown
from macros.exports.reference import pattern_reference
from macros.language import addresses
from macros.language.pattern import Pattern
from macros.view.blocks import Block

LETTER: Final = "{letter}"
"""Stands where a letter comes behind the year, once a bundle knows which patterns share a year."""


def part(pattern: Pattern, imprint: Imprint) -> dict[str, Any]:
    """Return one pattern: a part with its `id`, its Markdown (headings begin at level 2) and how it is `cited`.

    In short it is `brief` or its `summary`, parts too, or a `row` of a table.
    """
    body = whole(pattern, imprint)
    return {
        "id": pattern.id,
        **_text(pattern, imprint, body),
        "cited": _cited(pattern, imprint),
        "brief": _text(pattern, imprint, in_brief(pattern, imprint)[1:]),
        "summary": _text(pattern, imprint, summarised(pattern, imprint)[1:]),
        "row": row(pattern, imprint),
    }


def _text(pattern: Pattern, imprint: Imprint, body: list[Block]) -> dict[str, str]:
    """Return a text of a pattern, without its title, as a part with its Markdown."""
    return titled(pattern, imprint, body) | {"markdown": markdown(body)}


def _cited(pattern: Pattern, imprint: Imprint) -> dict[str, Any]:
    """Return the note and the reference to a pattern, with a place for a letter behind the year, and their order.

    `in_text` is what the running text says beside the list.
    """
    one = pattern_reference(pattern, imprint)
    made = footnotes(one, imprint, letter=LETTER)
    return {
        "order": order(one),
        "year": one.dated.day.year,
        "note": piece(made.note),
        "author_date": piece(made.author_date),
        "in_text": piece(made.in_text),
    }


def part_files(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the content of every part."""
    for pattern in imprint.patterns():
        text = json.dumps(part(pattern, imprint), ensure_ascii=False)
        yield addresses.part(pattern.id, imprint.edition), text.encode()
