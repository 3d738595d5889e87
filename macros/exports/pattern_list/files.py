"""The files of the list."""

from collections.abc import Iterator

from macros.exports.imprint import Imprint
from macros.exports.pattern_list.csv_file import list_csv
from macros.exports.pattern_list.table import NAME, table
from macros.exports.pattern_list.xlsx_file import list_xlsx
from macros.language.addresses import collection


def list_files(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of the list in each format."""
    listed = table(imprint)
    yield collection(NAME, imprint.edition, "csv"), list_csv(listed)
    yield collection(NAME, imprint.edition, "xlsx"), list_xlsx(listed, imprint)
