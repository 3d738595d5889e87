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
    """Build the site without downloads into a folder and return the folder; the build says how far it is.

    Raises:
        SystemExit: when the build fails; it has said why.
    """
    settings = {"EXPORTS": "false", "SITE_THEME": theme, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [*command, "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(folder)],
        env={**os.environ, **settings},
        check=False,
    )
    if done.returncode:
        sys.exit("The site was not built; the lines above say why.")
    return folder


def main(successor: str) -> int:
    """Build both, say what differs, and return the exit code."""
    with tempfile.TemporaryDirectory(prefix="successors-") as scratch:
        print("Building the site with MkDocs and Material", flush=True)
        today = built([sys.executable, "-m", "mkdocs"], Path(scratch, "today"), "material")
        print("Building the site with ProperDocs and mkdocs-materialx", flush=True)
        later = built([successor], Path(scratch, "later"), "materialx")
        print("Comparing every file", flush=True)
        differ = compare(today, later, one_name="with MkDocs and Material", other_name="with the successors")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
