"""Debian's packages: installed on the machine for root, unpacked in the clone for anyone else."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from tests.tools.program import ProgramError


def is_here() -> bool:
    """Tell whether this machine has Debian's package tools."""
    return shutil.which("apt-get") is not None and shutil.which("dpkg") is not None


def is_root() -> bool:
    """Tell whether packages can be installed for the whole machine."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install(*packages: str) -> None:
    """Install packages on the machine."""
    _get(("apt-get", "-q", "-y"), "install", *packages)


def unpack(folder: Path, *packages: str) -> None:
    """Unpack packages, and all that they need and this machine lacks, in a folder.

    The folder appears whole or not at all. The machine's own packages and lists stay as they are.
    """
    work = folder.with_name(folder.name + ".part")
    shutil.rmtree(work, ignore_errors=True)
    for part in ("lists/partial", "archives/partial"):
        (work / "apt" / part).mkdir(parents=True)
    apt_get = (
        "apt-get",
        "-q",
        "-y",
        *("-o", f"Dir::State::Lists={work}/apt/lists"),
        *("-o", f"Dir::Cache={work}/apt"),
        *("-o", "Debug::NoLocking=true"),
    )
    _get(apt_get, "--download-only", "install", *packages)
    for package in sorted((work / "apt" / "archives").glob("*.deb")):
        _run("dpkg", "-x", str(package), str(work))
    shutil.rmtree(work / "apt")
    shutil.rmtree(folder, ignore_errors=True)
    work.rename(folder)


def _get(apt_get: tuple[str, ...], *request: str) -> None:
    """Get packages. One list of packages that can't be renewed stands in the way only if they fail."""
    unrenewed = ""
    try:
        _run(*apt_get, "update")
    except ProgramError as failure:
        unrenewed = f"{failure}\n"
    try:
        _run(*apt_get, "--no-install-recommends", *request)
    except ProgramError as failure:
        raise ProgramError(f"{unrenewed}{failure}") from None


def _run(*command: str) -> None:
    """Run a command in silence; if it fails, tell what it said last."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"},
    )
    if done.returncode:
        last = "\n".join(done.stdout.strip().splitlines()[-5:])
        raise ProgramError(f"{shlex.join(command)} failed:\n{last}")
