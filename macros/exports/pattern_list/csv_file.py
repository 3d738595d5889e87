"""The list as CSV that a double click opens right in a Dutch or other European spreadsheet program.

A byte order mark says that it is UTF-8, and semicolons stand between the cells: with commas, Excel puts a whole row
in one cell where the comma is the decimal sign.
"""

import csv
from datetime import date
from io import StringIO
from typing import Final

from macros.exports.pattern_list.table import Cell, Table

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a text begins with that a spreadsheet program runs as a formula (OWASP, CSV injection)."""


def list_csv(listed: Table) -> bytes:
    """Return the list as CSV (RFC 4180, but for the semicolons); no cell of it is run as a formula."""
    written = StringIO(newline="")
    rows = csv.writer(written, delimiter=";", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    rows.writerow([_safe(column.heading) for column in listed.columns])
    rows.writerows([_safe(cell) for cell in row] for row in listed.rows)
    return written.getvalue().encode("utf-8-sig")


def _safe(cell: Cell) -> str | int:
    """Return a cell as it stands in the file; an apostrophe before a text that would be run as a formula."""
    if isinstance(cell, date):
        return cell.isoformat()
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
