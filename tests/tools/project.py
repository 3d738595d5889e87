"""Copies of the project that can be built."""

import shutil
from pathlib import Path

from macros.site.snapshot import PARTS


def copy_project(root: Path, folder: Path) -> None:
    """Copy what a build reads to a folder, which must not exist."""
    folder.mkdir(parents=True)
    for part in PARTS:
        if (root / part).is_dir():
            shutil.copytree(root / part, folder / part)
        elif (root / part).exists():
            shutil.copy2(root / part, folder / part)
