"""A page of every kind as Lighthouse sees it on a phone, on a file host on this machine."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench.builds import BUILD
from bench.lighthouse import CATEGORIES, Score, look
from bench.runs import run
from tests.tools.host import hosting
from tests.tools.places import KINDS, PERMALINKS, UNLISTED
from tests.tools.project import copy_project

COUNT: Final = len(KINDS) + len(PERMALINKS)
"""How many pages `looks` tells of."""

Scores = dict[str, Score]
"""The scores of a page by category."""


def looks(root: Path, browser: Path, times: int) -> Iterator[tuple[str, Scores]]:
    """Build the site of a project as it is and yield the scores of a page of each kind.

    Args:
        root: the project.
        browser: the Chromium to look with.
        times: how often the speed of each page is measured.

    Raises:
        LighthouseError: when a page gets no score.
    """
    with tempfile.TemporaryDirectory() as made:
        project = Path(made) / "ours"
        copy_project(root, project)
        with hosting(project / "site") as address:
            run(project, *BUILD, SITE_URL=address)
            for kind, place in (KINDS | PERMALINKS).items():
                yield kind, look(address + place, browser, times)


_MEANT = {"is-crawlable", "http-status-code", "errors-in-console"}
"""What a page loses points for that is unlisted, and missing besides."""

HEAD = f"{'':28}" + "".join(f"{category:>16}" for category in CATEGORIES)


def rows(kind: str, scores: Scores) -> Iterator[str]:
    """Yield the rows of a page in the table: its scores, and under them what cost points."""
    yield f"{kind:28}" + "".join(f"{scores[category].points:>16}" for category in CATEGORIES)
    for category, score in scores.items():
        for loss in score.losses:
            words = [f"{category}: {loss.audit}, {loss.said}", *loss.places]
            if kind in UNLISTED and loss.audit in _MEANT:
                words.append("(on purpose)")
            yield f"    -{loss.points:<5}{' '.join(words)}"
