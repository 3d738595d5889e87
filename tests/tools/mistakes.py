r"""The table of mistakes in tests/cases/mistakes: what a person did to a file, and what `check` must say of it.

A case is one text file: what the person did, in one line; then the path of a file with the lines that change, those
before with `-` in front and those after with `+`; then the report in Dutch and in English, of what `check` finds over
and above what it finds in the unchanged language. A file without `-` lines is new, or is added to. In place of lines to
change, `! only the first 12 lines` cuts a file short, and `! moved from` with a path gives that file another one.
Characters that nobody sees are written as `\u00a0`. The cases whose name begins with `made-` were made by changing one
character or line of a file without looking; the others are what people do.
"""

import re
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from macros.checks import check
from macros.findings.finding import Finding
from tests.tools.languages import CASE_AT, CASES, small_language

FOLDER = CASES / "mistakes"
PATTERN = CASES / "valid" / "full.yml"
"""The pattern that is changed, at the path of every case."""


@dataclass(frozen=True)
class Mistake:
    """One case: what the person did, the changes by path, and the report as it is held."""

    what: str
    changes: dict[str, list[str]]
    report: str


def read_mistake(path: Path) -> Mistake:
    """Read a case."""
    what, changed, report = path.read_text("utf-8").split("\n\n", 2)
    changes: dict[str, list[str]] = {}
    for line in changed.split("\n"):
        if line.startswith(("-", "+", "!")):
            changes[list(changes)[-1]].append(line)
        else:
            changes[line] = []
    return Mistake(what, changes, report)


def unchanged(folder: Path) -> Path:
    """Make the language that the mistakes are made in: the small one, with a whole pattern more."""
    root = small_language(folder)
    shutil.copyfile(PATTERN, root / CASE_AT)
    return root


def make(root: Path, mistake: Mistake) -> None:
    """Make a mistake in the language."""
    for name, lines in mistake.changes.items():
        path = root / name
        if moved := [line.removeprefix("! moved from ") for line in lines if line.startswith("! moved from ")]:
            path.parent.mkdir(parents=True, exist_ok=True)
            (root / moved[0]).rename(path)
            continue
        text = path.read_text("utf-8") if path.exists() else ""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_changed(text, lines), "utf-8", newline="")


def _changed(text: str, lines: list[str]) -> str:
    for line in lines:
        if only := re.fullmatch(r"! only the first (\d+) lines", line):
            return "".join(text.splitlines(keepends=True)[: int(only[1])])
    before = "".join(f"{line[1:]}\n" for line in lines if line.startswith("-"))
    after = "".join(f"{_shown(line[1:])}\n" for line in lines if line.startswith("+"))
    if not before:
        return text + after
    assert text.count(before) == 1, f"these lines stand {text.count(before)} times in the file:\n{before}"
    return text.replace(before, after)


def _shown(line: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), line)


def findings_on(root: Path, known: Counter[str]) -> list[Finding]:
    """Return what is found in the language over and above what is known, wherever its lines have moved to."""
    left = known.copy()
    found = []
    for finding in check(root).findings:
        name = name_of(finding)
        if left[name]:
            left[name] -= 1
        else:
            found.append(finding)
    return found


def name_of(finding: Finding) -> str:
    """Return what tells a finding from another one, but for the line it is on."""
    return f"{finding.place.path} {finding.message} {finding.written} {sorted(finding.holes.items())}"
