"""Builds of a language of one size, beside the same Markdown built by others."""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench import peers
from bench.enlarge import enlarge
from bench.plain import make_plain
from bench.runs import Run, middle, python, run, together
from bench.weights import Weight, weights
from macros.language.reading import read_language
from tests.tools.project import copy_project
from tests.tools.serving import serving

BUILD: Final = python("-m", "mkdocs", "build", "--strict")
CHECK: Final = python("-m", "macros", "check")
_PATTERN = "patterns/steering-and-deciding/no-one-says-no.yml"
_PAGE = "patronen/niemand-zegt-nee/"
_SUMMARY = "  summary: >-\n    "
"""Where the text that is edited begins."""
_EDITS = 5
_PAUSE: Final = 4.0
_PAUSE_EACH: Final = 0.012
"""Seconds between two edits, and more for each pattern: by then the other pages are there and checked."""

MEASURED: Final = (
    "pages",
    "plain in sequence",
    "plain side by side",
    "zensical cold",
    "zensical warm",
    "hugo",
    "check",
    "compose",
    "check after an edit",
)
"""What every round measures; the builds make both editions, and what is compared is run in turns."""
WHOLE: Final = ("whole", "whole again")
"""What is measured once: the site with all its downloads, with nothing kept and then unchanged."""

Told = Callable[[str], None]
"""Is told what is run next."""


@dataclass(slots=True)
class Builds:
    """What was measured of one size.

    Attributes:
        count: how many patterns.
        runs: the median of each run.
        edits: the seconds from an edit of a pattern to its refreshed page, several times.
        weights: of a page of each kind.
        site: how many pages and files the whole site has, and how many bytes; nothing where it was not built.
    """

    count: int
    runs: dict[str, Run]
    edits: list[float]
    weights: dict[str, Weight]
    site: dict[str, int] = field(default_factory=dict)


def steps(rounds: int, *, whole: bool) -> int:
    """Return how often `measure` tells what is run next."""
    return 2 + rounds * len(MEASURED) + (len(WHOLE) if whole else 0)


def measure(root: Path, count: int, rounds: int, tell: Told, *, whole: bool) -> Builds:
    """Measure builds of a language of one size.

    Args:
        root: the project.
        count: how many patterns; 0 for as many as there are.
        rounds: how often each is run. The first one looks at the memory too.
        tell: is told what is run next.
        whole: whether to build the site with all its downloads too.
    """
    with tempfile.TemporaryDirectory() as made:
        tell("making the language")
        project = Path(made) / "ours"
        copy_project(root, project)
        count = count or len(read_language(project).language.published())
        enlarge(project, count)
        plain = make_plain(project, Path(made) / "plain")
        hugo = [peers.make_hugo(folder) for folder in plain]
        taken: dict[str, list[Run]] = {name: [] for name in MEASURED}
        for number in range(rounds):
            for name, one in _round(project, plain, hugo, look=not number):
                tell(name)
                taken[name].append(one())
        runs = {name: middle(several) for name, several in taken.items()}
        tell("edits of a served site")
        builds = Builds(count, runs, _refreshed(project, _PAUSE + count * _PAUSE_EACH), weights(project / "site"))
        if whole:
            _forget(project)
            for name in WHOLE:
                tell(name)
                builds.runs[name] = run(project, *BUILD, look=True)
            files = [path for path in (project / "site").rglob("*") if path.is_file()]
            pages = sum(path.suffix == ".html" for path in files)
            builds.site = {"pages": pages, "files": len(files), "bytes": sum(path.stat().st_size for path in files)}
        return builds


def _round(
    project: Path, plain: list[Path], hugo: list[Path], *, look: bool
) -> Iterator[tuple[str, Callable[[], Run]]]:
    """Yield what one round runs, by its name in `MEASURED`, in that order."""

    def cold(*command: str, **environment: str) -> Run:
        _forget(project)
        return run(project, *command, look=look, **environment)

    def in_sequence() -> Run:
        first, *others = (run(folder, *BUILD, look=look) for folder in plain)
        return sum(others, first)

    pattern = project / _PATTERN
    text = pattern.read_text("utf-8")

    def after_an_edit() -> Run:
        pattern.write_text(text.replace(_SUMMARY, f"{_SUMMARY}Anders. ", 1), encoding="utf-8")
        taken = run(project, *CHECK, look=look)
        pattern.write_text(text, encoding="utf-8")
        return taken

    runs: tuple[Callable[[], Run], ...] = (
        lambda: cold(*BUILD, EXPORTS="false"),
        in_sequence,
        lambda: together([(folder, BUILD) for folder in plain], look=look),
        lambda: peers.zensical_cold(plain, look=look),
        lambda: peers.zensical_warm(plain, look=look),
        lambda: peers.hugo(hugo, look=look),
        lambda: cold(*CHECK),
        lambda: _composed(project),
        after_an_edit,
    )
    yield from zip(MEASURED, runs, strict=True)


def _forget(project: Path) -> None:
    """Remove what earlier runs have kept."""
    shutil.rmtree(project / ".cache", ignore_errors=True)


def _composed(project: Path) -> Run:
    command = [sys.executable, str(Path(__file__).with_name("compose.py"))]
    seconds = float(subprocess.run(command, cwd=project, capture_output=True, text=True, check=True).stdout)
    return Run(seconds, seconds)


def _refreshed(project: Path, pause: float) -> list[float]:
    """Return the seconds that each edit took, made some seconds after the page of the one before was there."""
    file = project / _PATTERN
    text = file.read_text("utf-8")
    taken = []
    with serving(project) as server:
        server.wait_for(_PAGE, "pattern-summary")
        for number in range(_EDITS):
            words = f"Tekst nummer {number}."
            file.write_text(text.replace(_SUMMARY, f"{_SUMMARY}{words} ", 1), encoding="utf-8")
            taken.append(server.wait_for(_PAGE, words))
            time.sleep(pause)
    file.write_text(text, encoding="utf-8")
    return taken
