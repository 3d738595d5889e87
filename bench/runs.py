"""One run of a program: how long it took and how much it used."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Self


@dataclass(frozen=True, slots=True)
class Run:
    """What a run took.

    Attributes:
        seconds: by the clock on the wall.
        work: seconds of the processors, all processes together; steadier on a machine that does other things too.
        memory: the most that one of its processes held, in MB.
    """

    seconds: float
    work: float
    memory: float

    def __add__(self, other: Self) -> "Run":
        """Return both runs in sequence."""
        return Run(self.seconds + other.seconds, self.work + other.work, max(self.memory, other.memory))


def run(folder: Path, *arguments: str, **environment: str) -> Run:
    """Run Python with these arguments in a folder.

    Raises:
        RuntimeError: with what it said, when it fails.
    """
    began = time.perf_counter()
    with (folder / "said.txt").open("w+") as said:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=folder,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://patterns.example/"} | environment,
            stdout=said,
            stderr=said,
        )
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(arguments)} in {folder} failed:\n{said.read()}")
    kilobytes = used.ru_maxrss if sys.platform == "linux" else used.ru_maxrss / 1024
    return Run(seconds, used.ru_utime + used.ru_stime, kilobytes / 1024)


def middle(runs: list[Run]) -> Run:
    """Return the median of each figure."""
    return Run(
        median(one.seconds for one in runs), median(one.work for one in runs), median(one.memory for one in runs)
    )
