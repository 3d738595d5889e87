"""What was made of files when they were read before."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")


class Memory:
    """What was made of files as they were read before, so that only those that changed since are read again."""

    def __init__(self) -> None:
        self._made: dict[Path, tuple[tuple[int, int, int], Any]] = {}

    def of(self, path: Path, make: Callable[[], T]) -> T:
        """Return what is made of a file and of nothing else; every reading makes the same thing of it."""
        try:
            stat = path.stat()
        except OSError:  # what is made says so
            return make()
        stamp = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        known = self._made.get(path)
        if known is None or known[0] != stamp:
            known = self._made[path] = (stamp, make())
        made: T = known[1]
        return made
