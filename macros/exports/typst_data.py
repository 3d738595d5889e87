"""Blocks as plain data, for a program that writes a kind of file Python does not."""

from collections.abc import Callable, Iterable
from typing import Any

from macros.exports.pictures import drawing
from macros.view.blocks import Block, Facts, Heading, Items, Paragraph, Quote, Run, Runs
from macros.view.pattern_view import PatternView

Anchored = Callable[[Run], str]
"""From a run to the place within the document that it leads to; empty for none."""


def nowhere(_run: Run) -> str:
    """Say that no run leads to a place within the document."""
    return ""


def run_data(runs: Runs, anchored: Anchored = nowhere) -> list[dict[str, Any]]:
    """Return runs as dicts, without what is not set."""
    return [
        {
            "text": run.text,
            **({"strong": True} if run.strong else {}),
            **({"emphasis": True} if run.emphasis else {}),
            **({"language": run.language} if run.language else {}),
            **({"url": run.url} if run.url else {}),
            **({"anchor": anchor} if (anchor := anchored(run)) else {}),
        }
        for run in runs
    ]


def block_data(blocks: Iterable[Block], anchored: Anchored = nowhere) -> list[dict[str, Any]]:
    """Return blocks as dicts, each with its `kind`."""
    return [_block(block, anchored) for block in blocks]


def _block(block: Block, anchored: Anchored) -> dict[str, Any]:
    match block:
        case Heading(level, runs, field, quiet, anchor):
            told = {"kind": "heading", "level": level, "field": field, "quiet": quiet, "runs": run_data(runs, anchored)}
            return told | ({"anchor": anchor} if anchor else {})
        case Paragraph(runs, role):
            return {"kind": "paragraph", "role": role, "runs": run_data(runs, anchored)}
        case Items(items, ordered):
            return {"kind": "items", "ordered": ordered, "items": [block_data(item, anchored) for item in items]}
        case Quote(inner):
            return {"kind": "quote", "blocks": block_data(inner, anchored)}
        case Facts(rows):
            told_rows = [{"label": label, "runs": run_data(runs, anchored)} for label, runs in rows]
            return {"kind": "facts", "rows": told_rows}


def picture_data(laid_out: PatternView) -> dict[str, Any] | None:
    """Return the picture of a pattern with what it shows and the language of that, or None when it has none."""
    picture = laid_out.picture
    if picture is None:
        return None
    return {"drawing": drawing(laid_out), "alt": picture.text, "language": picture.foreign or laid_out.edition}
