"""`make successors`: builds the site with the successors of MkDocs and Material too, and compares every file.

MkDocs and Material end. As long as nothing differs, the site can go on with the others from one day to the next.
Downloads are left out: neither of the two makes them.
"""

import filecmp
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Final

MOST_SHOWN: Final = 20
"""Files that are named, of those that differ."""


def built(command: list[str], folder: Path, theme: str) -> Path:
    """Build the site without downloads into a folder and return the folder.

    Raises:
        subprocess.CalledProcessError: when the build fails.
    """
    settings = {"EXPORTS": "false", "SITE_THEME": theme, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [*command, "build", "--quiet", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(folder)],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stdout, done.stderr, sep="\n", file=sys.stderr)
        done.check_returncode()
    return folder


def differences(one: Path, other: Path) -> Iterator[str]:
    """Yield each file that two folders do not have alike, with the first line that differs."""
    names = {path.relative_to(folder) for folder in (one, other) for path in folder.rglob("*") if path.is_file()}
    for name in sorted(names):
        missing = [folder for folder in (one, other) if not (folder / name).is_file()]
        if missing:
            yield f"{name}: only with {'the successors' if missing == [one] else 'MkDocs and Material'}"
        elif not filecmp.cmp(one / name, other / name, shallow=False):
            lines = zip_longest(*((folder / name).read_bytes().splitlines() for folder in (one, other)))
            number, (ours, theirs) = next((at, pair) for at, pair in enumerate(lines, 1) if pair[0] != pair[1])
            yield f"{name}:{number}: {ours!r} became {theirs!r}"


def main(successor: str) -> int:
    """Build both, say what differs, and return the exit code."""
    with tempfile.TemporaryDirectory(prefix="successors-") as scratch:
        print("Building the site with MkDocs and Material", flush=True)
        today = built([sys.executable, "-m", "mkdocs"], Path(scratch, "today"), "material")
        print("Building the site with ProperDocs and mkdocs-materialx", flush=True)
        later = built([successor], Path(scratch, "later"), "materialx")
        found = list(differences(today, later))
        count = sum(path.is_file() for path in today.rglob("*"))
    for line in found[:MOST_SHOWN]:
        print(line)
    print(f"{len(found)} of {count} files differ" if found else f"All {count} files are the same, to the byte")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
