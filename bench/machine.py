"""What the figures were measured on and with: enough to compare, and nothing that tells whose machine it is."""

import os
import platform
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from bench.peers import PROGRAMS

_ROOT: Final = Path(__file__).parents[1]


def machine() -> dict[str, Any]:
    """Return the processor, the number of its cores that may be used, and Python."""
    told = Path("/proc/cpuinfo")
    named = re.search(r"^model name\s*: (.+)$", told.read_text("utf-8"), re.MULTILINE) if told.exists() else None
    processor = re.sub(r"\((?:R|TM)\)", "", named[1]) if named else platform.machine()
    return {
        "processor": " ".join(processor.split()),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "python": platform.python_version(),
    }


def versions() -> dict[str, str]:
    """Return the versions of what is compared, by their names."""

    def said(program: str, argument: str) -> str:
        done = subprocess.run([PROGRAMS / program, argument], capture_output=True, text=True, check=True)
        return str(re.findall(r"\bv?(\d+\.\d+\.\d+)", done.stdout)[0])

    material = version("mkdocs-material")
    return {"Material": material, "Zensical": said("zensical", "--version"), "Hugo": said("hugo", "version")}


def tests() -> dict[str, int]:
    """Return how many tests `make test` runs, and how many `make test-all` does.

    Raises:
        RuntimeError: with what pytest said, when it cannot collect them.
    """
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q"]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    counted = re.search(r"(?:(\d+)/)?(\d+) tests collected", done.stdout)
    if done.returncode or not counted:
        raise RuntimeError(done.stdout[-2000:] + done.stderr[-2000:])
    return {"some": int(counted[1] or counted[2]), "all": int(counted[2])}
