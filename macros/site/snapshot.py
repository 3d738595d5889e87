"""Which files have changed: every file that the site is made from, with when it was written."""

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from macros.record.published_urls import PUBLISHED_URLS
from macros.record.redirects import REDIRECTS

LISTS: Final = (REDIRECTS, PUBLISHED_URLS)
"""Files beside the folders that a project may have."""
PARTS: Final = ("docs", "macros", "patterns", "mkdocs*.yml", *LISTS)
"""What of the project a build reads, as far as it is there; a star stands for any letters."""


class Snapshot:
    """The files of a project at one moment.

    Attributes:
        stamps: when each was written, how large it is and which file it is for the system.
    """

    def __init__(self, root: Path, parts: Iterable[str] = PARTS) -> None:
        """Look at the files.

        Args:
            root: the root of the project.
            parts: what of it, as in `PARTS`.
        """
        self._root = root
        self.stamps = {}
        for path in _files(root, parts):
            try:
                stat = os.stat(path)  # noqa: PTH116 - asked of every file at every edit; a `Path` takes four times as long
            except OSError:  # it went while this looked: that counts as not being there
                continue
            self.stamps[path] = (stat.st_mtime_ns, stat.st_size, stat.st_ino)

    def changes_since(self, before: "Snapshot") -> set[Path]:
        """Return the files that came, went or were written since then."""
        return {Path(path) for path, _stamp in self.stamps.items() ^ before.stamps.items()}

    def digest(self) -> str:
        """Return a digest of the names and the contents that the files have now.

        Raises:
            OSError: when one cannot be read any more.
        """
        whole = sha256()
        for path in sorted(map(Path, self.stamps)):
            if path.is_file():
                content = path.read_bytes()
                whole.update(f"{path.relative_to(self._root).as_posix()}\0{len(content)}\0".encode())
                whole.update(content)
        return whole.hexdigest()


def _files(root: Path, parts: Iterable[str]) -> Iterator[str]:
    for found in (found for part in parts for found in root.glob(part)):
        if found.is_file():
            yield str(found)
        for folder, folders, names in os.walk(found):
            # Python writes its caches while the site is built; editors keep their own files hidden.
            folders[:] = [name for name in folders if name != "__pycache__" and not name.startswith(".")]
            yield from (f"{folder}{os.sep}{name}" for name in (*folders, *names) if not name.startswith("."))
