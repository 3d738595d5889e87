"""The files of the repository as git remembers them. Without git there is no history, and that is no error."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

MAIN_BRANCHES: Final = ("origin/main", "main")
_SECONDS = 20


def bases(root: Path) -> list[str]:
    """Return the commits that the work at hand builds on: what it started from on the main branch, and the last commit.

    On the main branch itself, and where a workflow has fetched only the merge of a pull request, the former is the
    commit before the last. The list is empty without git or without a commit.
    """
    head = _git(root, "rev-parse", "--verify", "--quiet", "HEAD").strip()
    if not head:
        return []
    shared = (_git(root, "merge-base", "HEAD", branch).strip() for branch in MAIN_BRANCHES)
    base = next((commit for commit in shared if commit and commit != head), "")
    base = base or _git(root, "rev-parse", "--verify", "--quiet", "HEAD^1").strip()
    return [commit for commit in (base, head) if commit]


def text_at(root: Path, commit: str, path: str) -> str:
    """Return a file's text in a commit; empty when it was not there."""
    return _git(root, "show", f"{commit}:./{path}")


def texts_over_time(root: Path, path: str) -> Iterator[str]:
    """Yield a file's text in every commit on the way to this one that changed it, the first parents only."""
    for commit in _git(root, "rev-list", "--first-parent", "HEAD", "--", path).split():
        yield text_at(root, commit, path)


def _git(root: Path, *arguments: str) -> str:
    git = shutil.which("git")
    if git is None or not (root / ".git").exists():
        return ""
    try:
        done = subprocess.run(  # noqa: S603 - fixed commands; paths and commits are ours
            [git, "-C", str(root), *arguments], capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
