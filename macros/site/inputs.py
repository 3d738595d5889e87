"""What a build is made from, as digests: of the language, and of the program that makes a site of it."""

import platform
import sys
import time
import zlib
from functools import cached_property
from pathlib import Path
from typing import Final

from macros.site.snapshot import Snapshot

PROGRAM: Final = Path(__file__).parents[2]
"""The clone that holds the code, also of a language in a folder of its own."""


class Inputs:
    """All that a build is made from, as it was before any of it was read.

    Attributes:
        began: when that was, in seconds since 1970.
    """

    def __init__(self, root: Path) -> None:
        """Note how the files are now.

        Args:
            root: the folder of the language.
        """
        self.began = time.time()
        self._root = root
        self._files, self._code = self._now()

    @cached_property
    def language(self) -> str:
        """A digest of the files of the language."""
        return self._files.digest()

    @cached_property
    def program(self) -> str:
        """A digest of the code with its templates, and of the versions of Python and all libraries."""
        return f"{self._code.digest()} {libraries()}"

    def unchanged(self) -> bool:
        """Return whether the files are still as they were."""
        before = (self._files, self._code)
        changed = (path for old, new in zip(before, self._now(), strict=True) for path in new.changes_since(old))
        # Python notes in a folder that it has compiled what lies there.
        return all(path.is_dir() for path in changed)

    def _now(self) -> tuple[Snapshot, Snapshot]:
        return Snapshot(self._root), Snapshot(PROGRAM, ["macros"])


def libraries() -> str:
    """Return the machine, Python, zlib and every library with its version: a file may follow from each."""
    folders = (Path(folder) for folder in sys.path)
    named = sorted({path.name for folder in folders if folder.is_dir() for path in folder.glob("*.dist-info")})
    return " ".join([platform.machine(), sys.version, zlib.ZLIB_RUNTIME_VERSION, *named])
