"""How much memory processes and all that they start hold together. Only Linux tells: elsewhere it is 0."""

import threading
from pathlib import Path
from typing import Final, Self

_PROCESSES: Final = Path("/proc")
_PAUSE: Final = 0.2
"""Seconds between two looks: each takes some milliseconds of the processes."""


class Memory:
    """Looks at processes until the block ends.

    Attributes:
        most: the most that they held at one moment, in MB; what several of them share counts once.
    """

    def __init__(self, processes: list[int], *, look: bool) -> None:
        """Take the processes to look at, and whether to look at all."""
        self.most = 0.0
        self._processes = processes
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True) if look else None

    def __enter__(self) -> Self:
        if self._thread:
            self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._ended.set()
        if self._thread:
            self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(_PAUSE):
            self.most = max(self.most, sum(_held(process) for process in _with_children(self._processes)) / 1024)


def _with_children(processes: list[int]) -> set[int]:
    """Return processes with all that they have started, directly or not."""
    found, waiting = set(), list(processes)
    while waiting:
        process = waiting.pop()
        found.add(process)
        for children in (_PROCESSES / str(process) / "task").glob("*/children"):
            waiting += [int(child) for child in _text(children).split()]
    return found


def _held(process: int) -> int:
    """Return the KB that a process holds; of what it shares with others, its part."""
    for line in _text(_PROCESSES / str(process) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError:  # it has ended, or the system tells nothing
        return ""
