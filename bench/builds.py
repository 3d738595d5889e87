"""Builds of a language of one size, beside two plain Material builds of the same pages."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.enlarge import enlarge
from bench.plain import make_plain
from bench.runs import Run, middle, run
from bench.weights import Weight, weights
from tests.tools.project import copy_project
from tests.tools.serving import serving

BUILD = ("-m", "mkdocs", "build", "--strict")
_PATTERN = "patterns/steering-and-deciding/no-one-says-no.yml"
_PAGE = "patronen/niemand-zegt-nee/"
_SUMMARY = "  summary: >-\n    "
"""Where the text that is edited begins."""
_EDITS = 7


@dataclass(frozen=True, slots=True)
class Builds:
    """What was measured of one size.

    Attributes:
        runs: the median of each run: pages (both editions), plain (both, one after the other), check, whole (exports
            too).
        edits: the seconds from an edit of a pattern to its refreshed page, several times.
        weights: of a page of each kind.
    """

    runs: dict[str, Run]
    edits: list[float]
    weights: dict[str, Weight]

    @property
    def pages_to_plain(self) -> float:
        """The time of the pages as a part of that of the plain builds."""
        return self.runs["pages"].seconds / self.runs["plain"].seconds

    def rows(self, count: int) -> Iterator[str]:
        """Yield the rows of the table."""
        for name, one in self.runs.items():
            each = 1000 * one.seconds / count
            yield f"{count:>6} {name:21}{one.seconds:14.2f}{one.work:14.2f}{one.memory:14.0f}{each:14.2f}"
        yield f"{count:>6} pages to plain       {self.pages_to_plain:14.2f}"
        yield f"{count:>6} edit to page         {median(self.edits):14.2f}   (slowest {max(self.edits):.2f})"


HEAD = f"{'':28}" + "".join(f"{head:>14}" for head in ("seconds", "work", "memory MB", "ms a pattern"))


def measure(root: Path, count: int, rounds: int) -> Builds:
    """Measure builds of a language of one size.

    Args:
        root: the project.
        count: how many patterns.
        rounds: how often each is run; what is compared is run in turns, so that a busy moment hits all of them.
    """
    with tempfile.TemporaryDirectory() as made:
        project = Path(made) / "ours"
        copy_project(root, project)
        enlarge(project, count)
        plain = make_plain(project, Path(made) / "plain")
        runs: dict[str, list[Run]] = {"pages": [], "plain": [], "check": []}
        for _ in range(rounds):
            runs["pages"].append(run(project, *BUILD, EXPORTS="false"))
            first, second = (run(edition, *BUILD) for edition in plain)
            runs["plain"].append(first + second)
            runs["check"].append(run(project, "-m", "macros", "check"))
        medians = {name: middle(taken) for name, taken in runs.items()} | {"whole": run(project, *BUILD)}
        return Builds(medians, _refreshed(project), weights(project / "site"))


def _refreshed(project: Path) -> list[float]:
    file = project / _PATTERN
    text = file.read_text("utf-8")
    taken = []
    with serving(project) as server:
        server.wait_for(_PAGE, "pattern-summary")
        for number in range(_EDITS):
            words = f"Tekst nummer {number}."
            file.write_text(text.replace(_SUMMARY, f"{_SUMMARY}{words} ", 1), encoding="utf-8")
            taken.append(server.wait_for(_PAGE, words))
    file.write_text(text, encoding="utf-8")
    return taken
