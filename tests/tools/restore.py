"""`make restore`: builds the site from a tag in a bare clone and what the registries give, and compares every file.

What is proven: a copy of the repository and the package registries are enough to have the site back as it was.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.tools.comparison import compare

ROOT: Final = Path(__file__).parents[2]
TAG: Final = "restore-drill"
"""The tag that the drill makes, in its bare clone alone."""
NOTHING_KEPT: Final = {"PIP_NO_CACHE_DIR": "1", "NO_MKDOCS_2_WARNING": "1"}


def run(*command: str, folder: Path = ROOT) -> str:
    """Run a command in a folder and return what it printed.

    Raises:
        SystemExit: when it fails, with what it said.
    """
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **NOTHING_KEPT}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def build(*command: str, folder: Path = ROOT) -> None:
    """Run a command that builds the site in a folder and says itself how far it is.

    Raises:
        SystemExit: when it fails; it has said why.
    """
    done = subprocess.run(command, cwd=folder, env={**os.environ, **NOTHING_KEPT}, check=False)
    if done.returncode:
        sys.exit(f"The site was not built in {folder}; the lines above say why.")


def check_out(kept: Path, again: Path, root: Path = ROOT) -> None:
    """Make a bare clone with a tag at the last commit, and check that tag out.

    Args:
        kept: the folder for the bare clone.
        again: the folder for the files of the tag.
        root: what is cloned.
    """
    run("git", "clone", "--quiet", "--bare", str(root), str(kept))
    commit = run("git", "rev-parse", "HEAD", folder=root).strip()
    run("git", "tag", TAG, commit, folder=kept)
    run("git", "clone", "--quiet", "--branch", TAG, "--config", "advice.detachedHead=false", str(kept), str(again))


def main() -> int:
    """Build here and from a tag in a bare clone, say what differs, and return the exit code."""
    if run("git", "status", "--porcelain").strip():
        print("Not everything is committed: a clone would not have it. Commit first.", file=sys.stderr)
        return 2
    print("Building the site here", flush=True)
    build(sys.executable, "-m", "mkdocs", "build", "--strict")
    with tempfile.TemporaryDirectory(prefix="restore-") as scratch:
        kept, again = Path(scratch, "kept.git"), Path(scratch, "again")
        check_out(kept, again)
        print(f"Building it again from the tag {TAG} in a bare clone, with packages from the registries", flush=True)
        # Python's own folders lead to this environment otherwise.
        python = str(Path(sys.base_prefix, "bin", f"python{sys.version_info[0]}.{sys.version_info[1]}"))
        build("make", "site", f"PYTHON={python}", folder=again)
        print("Comparing every file", flush=True)
        return 1 if compare(ROOT / "site", again / "site", one_name="here", other_name="from the tag") else 0


if __name__ == "__main__":
    sys.exit(main())
