"""Copies of the project that can be built."""

import shutil
from pathlib import Path

from macros.site.snapshot import PARTS


def copy_project(root: Path, folder: Path) -> None:
    """Copy what a build reads to a folder, which must not exist."""
    folder.mkdir(parents=True)
    for path in (found for part in PARTS for found in root.glob(part)):
        if path.is_dir():
            shutil.copytree(path, folder / path.name)
        else:
            shutil.copy2(path, folder)
