"""What a program is to the tests: a file that answers when asked for its version."""

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

CACHE = Path(__file__).parents[2] / ".cache"
PATIENCE = 60  # seconds for a program to say its version; the first start of a browser is slow


class ProgramError(Exception):
    """A program can't be found or installed; the message says why, in plain words."""


@dataclass(frozen=True)
class Program:
    """A program that runs on this machine."""

    path: Path
    version: str
    """What it says of itself."""
    found: str
    """Where it comes from, in words."""

    def __str__(self) -> str:
        return f"{self.version} ({self.found}: {self.path})"


def try_out(path: Path, found: str) -> Program | None:
    """Take a file for a program only if it runs: some systems have stand-ins that don't."""
    try:
        said = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=PATIENCE, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    return Program(path, said.strip(), found)


def on_the_path(names: Iterable[str]) -> Program | None:
    """Return the first of these names that is on the PATH and runs."""
    paths = (shutil.which(name) for name in names)
    programs = (try_out(Path(path), "on the PATH") for path in paths if path)
    return next((program for program in programs if program), None)
