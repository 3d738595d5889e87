"""How a paragraph that stands out is shown in letters that every report has: italic or bold."""

from collections.abc import Iterator
from dataclasses import replace

from macros.view.blocks import Run, Runs


def emphasised(runs: Runs, role: str) -> Iterator[Run]:
    """Yield the runs of a paragraph, italic or bold where its role asks for it."""
    for run in runs:
        if role in ("summary", "said"):
            yield replace(run, emphasis=True)
        elif role == "problem":
            yield replace(run, strong=True)
        else:
            yield run
