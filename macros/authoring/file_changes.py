"""Changes to files of the repository that are planned, tried on a copy, and made together."""

import errno
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.checks import check
from macros.checks.retired_links import links_lead_to_published_patterns
from macros.findings.finding import Finding, Severity
from macros.findings.known import known, new_findings
from macros.record.published_urls import PUBLISHED_URLS
from macros.record.redirects import REDIRECTS


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one file: its path and text before and after."""

    path: str
    before: str
    new_path: str
    after: str


def findings_brought(root: Path, changes: list[Change]) -> list[Finding]:
    """Return the errors and warnings that changes would bring, found on a copy; the repository stays as it is."""
    before = known(check(root).findings)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("patterns", "docs"):
            shutil.copytree(root / name, copy / name)
        for name in (PUBLISHED_URLS, REDIRECTS):
            if (root / name).is_file():
                shutil.copy(root / name, copy / name)
        make(copy, changes)
        reading = check(copy)
        # In a file with an error, `check` keeps the warnings back: here all that is to be corrected counts.
        links = [one for one in links_lead_to_published_patterns(reading.language) if one not in reading.findings]
        after = sorted([*reading.findings, *links], key=lambda one: one.place)
        return [finding for finding in new_findings(after, before) if finding.severity is not Severity.NOTICE]


def objections(root: Path, changes: list[Change]) -> list[Finding]:
    """Return the errors among `findings_brought`."""
    return [finding for finding in findings_brought(root, changes) if finding.severity is Severity.ERROR]


def make(root: Path, changes: Sequence[Change]) -> None:
    """Make the changes: first every new text beside its place, then all into place.

    Raises:
        FileExistsError: when a file would get the path of another one; nothing is changed then.
    """
    for change in changes:
        if change.new_path != change.path and (root / change.new_path).exists():
            raise FileExistsError(errno.EEXIST, "exists already", change.new_path)
    for change in changes:
        (root / change.new_path).parent.mkdir(parents=True, exist_ok=True)
        beside = _beside(root / change.new_path)
        beside.unlink(missing_ok=True)  # left by a command that was stopped; a link there would lead elsewhere
        with beside.open("x", encoding="utf-8", newline="") as file:
            file.write(change.after)
    for change in changes:
        _beside(root / change.new_path).replace(root / change.new_path)
        if change.new_path != change.path:
            (root / change.path).unlink()


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")
