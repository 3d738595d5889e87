"""What a publication adds to the record, as a folder that another job applies to the main branch."""

import errno
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from macros.record.published_urls import Entry

ADDED_LINES: Final = "published-urls.added"
"""The file with the lines that the list of published addresses gains."""


def write_changes(folder: Path, root: Path, texts: Iterable[str], addresses: Iterable[Entry]) -> None:
    """Write the new texts, in the folders they have in the repository, and the new published addresses.

    Args:
        folder: where to; it must be empty or not exist.
        root: the repository root.
        texts: the paths of the new texts.
        addresses: the new published addresses.

    Raises:
        FileExistsError: when the folder holds something.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(errno.EEXIST, "holds something; name another folder for the changes", str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    for path in texts:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / path, folder / path)
    (folder / ADDED_LINES).write_text("".join(f"{entry}\n" for entry in addresses), "utf-8", newline="\n")
