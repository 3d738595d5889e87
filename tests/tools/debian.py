"""Debian's packages, unpacked in a folder: nothing is installed, and nobody has to be root."""

import os
import re
import shlex
import shutil
import stat
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

# What is unpacked in a folder of its own has to be told where its libraries and fonts are.
LAUNCHER = """\
#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
for folder in "$here"/lib/*-linux-gnu* "$here"/usr/lib/*-linux-gnu* "$here"/usr/lib/*-linux-gnu*/pulseaudio
do
  LD_LIBRARY_PATH="$folder${{LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}}"
done
# A library that is found by a link does not look for others where the link leads: beside the program.
LD_LIBRARY_PATH="$here/{folder}:$LD_LIBRARY_PATH"
export LD_LIBRARY_PATH FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/{file}" "$@"
"""
FONTS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">usr/share/fonts</dir>
  <cachedir>{cache}</cachedir>
  <alias><family>serif</family><prefer><family>Liberation Serif</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>Liberation Sans</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>Liberation Mono</family></prefer></alias>
</fontconfig>
"""

_FILE_ADDRESS = re.compile(r"file:///([\w./-]+)")


class ProgramError(Exception):
    """A program can't be found or fetched; the message says why, in plain words."""


def is_here() -> bool:
    """Tell whether this machine has Debian's package tools."""
    return shutil.which("apt-get") is not None and shutil.which("dpkg") is not None


def unpack(folder: Path, file: str, *packages: str) -> None:
    """Unpack packages, and all that they need and this machine lacks, with a file `launch` that starts one of them.

    What is named is unpacked even where the machine has it: a program looks for its own files beside itself.
    The folder appears whole or not at all. The machine's own packages and lists stay as they are.

    Args:
        folder: where.
        file: the program to start, by its path in the packages.
        packages: their names.

    Raises:
        ProgramError: when they can't be had.
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
    _get(apt_get, "--download-only", "--reinstall", "install", *packages)
    for package in sorted((work / "apt" / "archives").glob("*.deb")):
        _run("dpkg", "-x", str(package), str(work))
    shutil.rmtree(work / "apt")
    keep_links_inside(work)
    keep_settings_inside(work, (work / file).parent)
    do_what_installing_does(work)
    (work / "fonts.conf").write_text(FONTS.format(cache=escape(str(folder / "fontcache"))), encoding="utf-8")
    launcher = work / "launch"
    launcher.write_text(LAUNCHER.format(file=file, folder=Path(file).parent), encoding="utf-8")
    launcher.chmod(launcher.stat().st_mode | stat.S_IXUSR)
    shutil.rmtree(folder, ignore_errors=True)
    work.rename(folder)


def keep_links_inside(folder: Path) -> None:
    """Let the links of packages to files on the machine lead to those that were unpacked."""
    for path in folder.rglob("*"):
        if path.is_symlink() and (target := path.readlink()).is_absolute():
            inside = folder / target.relative_to("/")
            if inside.exists():
                path.unlink()
                path.symlink_to(os.path.relpath(inside, path.parent))


def keep_settings_inside(folder: Path, program: Path) -> None:
    """Let the settings beside a program (LibreOffice's `*rc`) name what was unpacked by its place from there."""

    def inside(address: re.Match[str]) -> str:
        path = folder / address[1]
        return f"${{ORIGIN}}/{os.path.relpath(path, program)}" if path.exists() else address[0]

    for settings in program.glob("*rc"):
        settings.write_text(_FILE_ADDRESS.sub(inside, settings.read_text("utf-8")), encoding="utf-8")


def do_what_installing_does(folder: Path) -> None:
    """Put LibreOffice's own settings where it reads them: an installation copies them there, unpacking does not."""
    ready = folder / "usr/lib/libreoffice/share/.registry"
    if ready.exists():
        shutil.copytree(ready, folder / "etc/libreoffice/registry", dirs_exist_ok=True)


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
