"""The list as XLSX: a table to filter and sort, with its header in view and its addresses as links."""

from datetime import date
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from macros.exports.archive import archive
from macros.exports.imprint import LICENCE, Imprint, midnight
from macros.exports.pattern_list.table import Cell, Kind, Table
from macros.model.editions import LOCALES

_CORE: Final = "docProps/core.xml"
_WIDTHS: Final[dict[Kind, int]] = {"number": 9, "short": 28, "long": 60, "link": 38, "day": 13}
"""Of a column, in characters."""
_HEIGHT: Final = 78
"""Of a row, in points: five lines, so that a longer text does not push the other patterns out of sight."""
_A4: Final = 9
_LAST_PRINTED: Final = "evidence"
"""The columns up to this one fit on a sheet of A4 in letters that can be read."""
_SHORT_DATE: Final = 14
"""The number of the format that shows a day as the reader's own program writes it."""
_LONGEST_CELL: Final = 32_767
"""Characters that a cell may hold."""


def list_xlsx(listed: Table, imprint: Imprint) -> bytes:
    """Return the list as XLSX. Every text is a cell of text, which no program runs as a formula."""
    made = midnight(imprint.revised())
    written = BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        book.set_properties(
            {
                "title": f"{imprint.name}: {imprint.words.patterns}",
                "subject": imprint.words.site_claim,
                "author": imprint.author,
                "comments": f"{imprint.words.licence} CC BY 4.0, {LICENCE}",
                "created": made.replace(tzinfo=None),
            }
        )
        _fill(book, book.add_worksheet(_sheet_name(imprint)), listed)
    with ZipFile(written) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    language = f"<dc:language>{LOCALES[imprint.edition]}</dc:language></cp:coreProperties>"
    parts[_CORE] = parts[_CORE].replace(b"</cp:coreProperties>", language.encode())
    return archive(parts, made)


def _sheet_name(imprint: Imprint) -> str:
    """Return the name of the sheet, without what Excel refuses in one."""
    return imprint.words.patterns.translate(dict.fromkeys(map(ord, "[]:*?/\\'")))[:31]


def _fill(book: Workbook, sheet: Worksheet, listed: Table) -> None:
    formats = {kind: book.add_format({"text_wrap": True, "valign": "top"}) for kind in _WIDTHS}
    for text in (formats["short"], formats["long"]):
        text.set_quote_prefix()  # also when somebody edits the cell it stays a text
    formats["day"].set_num_format(_SHORT_DATE)
    formats["link"].set_font_color("#0563C1")
    formats["link"].set_underline()
    header = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for place, column in enumerate(listed.columns):
        sheet.set_column(place, place, _WIDTHS[column.kind])
    for line, row in enumerate(listed.rows, 1):
        sheet.set_row(line, _HEIGHT)
        for place, (column, cell) in enumerate(zip(listed.columns, row, strict=True)):
            _write(sheet, (line, place), cell, column.kind, formats[column.kind])
    # A table has at least one row below its header.
    sheet.add_table(
        0,
        0,
        max(len(listed.rows), 1),
        len(listed.columns) - 1,
        {
            "columns": [{"header": column.heading, "header_format": header} for column in listed.columns],
            "style": "Table Style Light 1",
            "name": "Patterns",
        },
    )
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    names = [column.name for column in listed.columns]
    if _LAST_PRINTED in names:
        sheet.print_area(0, 0, len(listed.rows), names.index(_LAST_PRINTED))
    sheet.fit_to_pages(1, 0)


def _write(sheet: Worksheet, place: tuple[int, int], cell: Cell, kind: Kind, shown: Format) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(*place, cell, shown)
    elif isinstance(cell, int):
        sheet.write_number(*place, cell, shown)
    elif kind == "link":
        sheet.write_url(*place, cell, shown)
    else:
        sheet.write_string(*place, cell[:_LONGEST_CELL], shown)
