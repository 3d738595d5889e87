"""`make successors`: builds the site with the successors of MkDocs and Material too, and compares every file.

MkDocs and Material end. As long as nothing differs, the site can go on with the others from one day to the next.
Downloads are left out: neither of the two makes them.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.tools.comparison import compare


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


def main(successor: str) -> int:
    """Build both, say what differs, and return the exit code."""
    with tempfile.TemporaryDirectory(prefix="successors-") as scratch:
        print("Building the site with MkDocs and Material", flush=True)
        today = built([sys.executable, "-m", "mkdocs"], Path(scratch, "today"), "material")
        print("Building the site with ProperDocs and mkdocs-materialx", flush=True)
        later = built([successor], Path(scratch, "later"), "materialx")
        differ = compare(today, later, one_name="with MkDocs and Material", other_name="with the successors")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
