"""A bundle in short in Word: the start of its table with the row of headings, its rows, and what closes it."""

from typing import Final

from macros.exports import annex
from macros.exports.imprint import Imprint
from macros.exports.word.body import Body
from macros.language.pattern import Pattern
from macros.view.blocks import Run, Runs

_WIDTHS: Final = (650, 1550, 3400, 1850, 1621)
"""Of the columns, in twentieths of a point: together the width of the text on A4."""
_SIZE: Final = 18
"""Of the letters, in half points: with it six patterns fit on a page."""
_EDGES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_CLOSE: Final = '<w:spacing w:after="0"/>'
_APART: Final = '<w:spacing w:before="120"/>'
TABLE_END: Final = "</w:tbl>"
"""What comes behind the last row."""
_OF_BUNDLE: Final = 0
"""The number of what belongs to no pattern."""


def table_start(imprint: Imprint) -> str:
    """Return the start of the table with its row of headings, which Word repeats on each page."""
    edges = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for edge in _EDGES)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    body = Body(_OF_BUNDLE, imprint.edition, size=_SIZE)
    bold = [tuple(Run(run.text, strong=True) for run in heading) for heading in annex.headings(imprint)]
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{_row(bold, body, '<w:cantSplit/><w:tblHeader/>')}"
    )


def table_row(pattern: Pattern, imprint: Imprint) -> Body:
    """Return the row of a pattern."""
    body = Body(pattern.id, imprint.edition, size=_SIZE)
    body.parts.append(_row(annex.cells(pattern, imprint), body, "<w:cantSplit/>"))
    return body


def closing(imprint: Imprint) -> Body:
    """Return what closes a bundle in short."""
    body = Body(_OF_BUNDLE, imprint.edition)
    body.parts.append(body.paragraph(annex.origin(imprint), properties=_APART))
    return body


def _row(cells: list[Runs], body: Body, properties: str) -> str:
    """Return a row.

    Args:
        cells: the words of each.
        body: keeps their links.
        properties: of the row, as XML.
    """
    told = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{body.paragraph(cell, properties=_CLOSE)}</w:tc>'
        for width, cell in zip(_WIDTHS, cells, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{told}</w:tr>"
