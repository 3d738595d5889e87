"""Runs of programs: how long they took and how much they used."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Self

from bench.memory import Memory


@dataclass(frozen=True, slots=True)
class Run:
    """What a run took.

    Attributes:
        seconds: by the clock on the wall.
        work: seconds of the processors, all processes together; steadier on a machine that does other things too.
        memory: the most that all its processes held together at one moment, in MB; 0 where nobody looked.
    """

    seconds: float
    work: float
    memory: float = 0

    def __add__(self, other: Self) -> "Run":
        """Return both runs in sequence."""
        return Run(self.seconds + other.seconds, self.work + other.work, max(self.memory, other.memory))


Command = tuple[Path, Sequence[str | Path]]
"""A folder, and the program with its arguments that runs there."""


def python(*arguments: str) -> list[str]:
    """Return the command of this Python with arguments."""
    return [sys.executable, *arguments]


def run(folder: Path, *command: str | Path, look: bool = False, **environment: str) -> Run:
    """Run a program in a folder.

    Args:
        folder: where.
        command: the program and its arguments.
        look: whether to look several times a second at the memory of all its processes, which slows it a little.
        environment: settings besides those of this process.

    Raises:
        RuntimeError: with what it said, when it fails.
    """
    return together([(folder, command)], look=look, **environment)


def together(commands: Sequence[Command], *, look: bool = False, **environment: str) -> Run:
    """Run programs side by side until all have ended.

    Raises:
        RuntimeError: with what one of them said, when it fails.
    """
    settings = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://patterns.example/"} | environment
    began = time.perf_counter()
    started = []
    for folder, command in commands:
        with (folder / "said.txt").open("w") as said:
            started.append(subprocess.Popen([*command], cwd=folder, env=settings, stdout=said, stderr=said))
    with Memory([process.pid for process in started], look=look) as memory:
        work = sum(_work(process) for process in started)
    seconds = time.perf_counter() - began
    for process, (folder, command) in zip(started, commands, strict=True):
        if process.returncode:
            said_it = (folder / "said.txt").read_text("utf-8", errors="replace")
            raise RuntimeError(f"{' '.join(map(str, command))} in {folder} failed:\n{said_it}")
    return Run(seconds, work, memory.most)


def _work(process: subprocess.Popen[bytes]) -> float:
    """Wait for a process; return the seconds of the processors that it and what it started have used."""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime


def middle(runs: Sequence[Run]) -> Run:
    """Return the median of each figure, and the most memory."""
    return Run(median(one.seconds for one in runs), median(one.work for one in runs), max(one.memory for one in runs))
