"""The files of the repository as git remembers them. Without git there is no history, and that is no error."""

import hashlib
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from macros.record.clock import day_at

MAIN_BRANCHES: Final = ("origin/main", "main")
_SECONDS = 20


def head_of(root: Path) -> str:
    """Return the last commit; empty without git or without a commit."""
    return _git(root, "rev-parse", "--verify", "--quiet", "HEAD").strip()


def accepted(root: Path) -> str:
    """Return the newest commit whose content was accepted: where a branch began, or the last one of the main branch.

    Where no branch is called main it is the commit before the last, as in a workflow that has fetched only the merge
    of a pull request. Empty without git or without a commit.
    """
    head = head_of(root)
    if not head:
        return ""
    if _shared(root, head):
        return _shared(root, head)
    on_main = any(_git(root, "merge-base", "HEAD", branch).strip() == head for branch in MAIN_BRANCHES)
    return head if on_main else _git(root, "rev-parse", "--verify", "--quiet", "HEAD^1").strip() or head


def _shared(root: Path, head: str) -> str:
    shared = (_git(root, "merge-base", "HEAD", branch).strip() for branch in MAIN_BRANCHES)
    return next((commit for commit in shared if commit and commit != head), "")


def is_shallow(root: Path) -> bool:
    """Return whether older commits were left out when the repository was fetched."""
    return _git(root, "rev-parse", "--is-shallow-repository").strip() == "true"


def changed_paths(root: Path, base: str, head: str, *paths: str) -> dict[str, str]:
    """Return how each file differs between two commits, by path: A for added, M for modified, D for removed."""
    diff = ("diff", "--name-status", "--no-renames", "--relative", "-z")
    listed = _git(root, *diff, base, head, "--", *paths).split("\0")
    return dict(zip(listed[1::2], listed[::2], strict=False))


def changed_since(root: Path, commit: str, folder: str) -> set[str]:
    """Return the files in a folder that differ now from what a commit has, those that git does not know included."""
    changed = _git(root, "diff", "--name-only", "--no-renames", "--relative", "-z", commit, "--", folder)
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", folder)
    return {path for path in (changed + new).split("\0") if path}


def added_lines(root: Path, base: str, head: str, path: str) -> list[str]:
    """Return the lines that were added to a file between two commits."""
    lines = _git(root, "diff", "--unified=0", base, head, "--", path).splitlines()
    return [line[1:] for line in lines if line.startswith("+") and not line.startswith("+++")]


def first_blobs(root: Path, commit: str, files: str) -> dict[str, str]:
    """Return the id of each file's content as it was when the file was added, by path.

    First parents only: on a branch, what was added to it and taken away again was never accepted.
    """
    listed = _git(
        root, "log", "--first-parent", "--diff-merges=first-parent", "--reverse", "--raw", "--no-abbrev",
        "--no-renames", "--relative", "--diff-filter=A", "--format=", commit, "--", files,
    )  # fmt: skip
    blobs: dict[str, str] = {}
    for line in listed.splitlines():
        facts, _, path = line.partition("\t")
        blobs.setdefault(path, facts.split()[3])
    return blobs


def blob_id(content: bytes, like: str) -> str:
    """Return the id that git gives to a content, by the same kind of hash as another id."""
    content = content.replace(b"\r\n", b"\n")
    digest = hashlib.sha256() if len(like) == hashlib.sha256().digest_size * 2 else hashlib.sha1(usedforsecurity=False)
    digest.update(b"blob %d\0" % len(content) + content)
    return digest.hexdigest()


def lines_ever(root: Path, commit: str, path: str, first_line: str) -> list[str]:
    """Return every line that a file had in any commit on the way to one, since it began with a certain line.

    First parents only, the oldest line first.
    """
    log = ("log", "--first-parent", "--reverse", "--diff-merges=first-parent")
    began = _git(root, *log, f"-S{first_line}", "--format=%H", commit, "--", path).split()
    if not began:
        return []
    lines = text_at(root, began[0], path).splitlines()
    if first_line not in lines:
        return []
    later = _git(root, *log, "--patch", "--unified=0", "--format=", f"{began[0]}..{commit}", "--", path)
    added = (line[1:] for line in later.splitlines() if line.startswith("+") and not line.startswith("+++"))
    return list(dict.fromkeys([*lines, *added]))


def text_at(root: Path, commit: str, path: str) -> str:
    """Return a file's text in a commit; empty when it was not there."""
    return _git(root, "show", f"{commit}:./{path}")


def added_at(root: Path, path: str) -> int | None:
    """Return when a file was first committed, in seconds since 1970, or None when it never was."""
    times = _git(root, "log", "--diff-filter=A", "--format=%ct", "--", path).split()
    return int(times[-1]) if times else None


class State(NamedTuple):
    """A file as one commit left it: the commit, its day, and the text of the file."""

    commit: str
    day: date
    text: str


def texts_over_time(root: Path, path: str, commit: str = "HEAD") -> Iterator[State]:
    """Yield a file as every commit left it that changed it on the way to another; the newest comes first.

    First parents only.

    Names that the file had before are followed.
    """
    listed = _git(root, "log", "--follow", "--first-parent", "--name-only", "--format=%x00%H %ct", commit, "--", path)
    for entry in listed.split("\0")[1:]:
        changed_in, seconds, *names = entry.split()
        if names:
            day = day_at(int(seconds))
            yield State(changed_in, day, _git(root, "show", f"{changed_in}:{names[-1]}"))


def lines_with(root: Path, commit: str, expression: str, folder: str) -> dict[str, str]:
    """Return the first line of each file in a folder that an extended regular expression matches, by path."""
    found = _git(root, "grep", "-E", "--null", "--max-count=1", "-e", expression, commit, "--", folder)
    lines = (line.partition("\0") for line in found.splitlines())
    return {name.partition(":")[2]: line for name, _, line in lines}


def file_days(root: Path) -> dict[str, date]:
    """Return the day on which each file in patterns/ last changed, by path from the root; empty without git."""
    head = _git(root, "rev-parse", "--verify", "--quiet", "HEAD").strip()
    return _file_days(root, head) if head else {}


@lru_cache(maxsize=4)
def _file_days(root: Path, head: str) -> dict[str, date]:
    days: dict[str, date] = {}
    listed = _git(root, "log", "--name-only", "--relative", "--format=%x00%ct", head, "--", "patterns")
    for entry in listed.split("\0")[1:]:
        seconds, *paths = entry.split()
        for path in paths:
            days.setdefault(path, day_at(int(seconds)))
    return days


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
