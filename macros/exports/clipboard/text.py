"""Blocks as plain text, for an editor or a mail without markup: an address stands in brackets behind its words."""

from collections.abc import Iterable

from macros.view.blocks import Block, Facts, Heading, Items, Paragraph, Quote, Run, Runs


def text(blocks: Iterable[Block]) -> str:
    """Return blocks as plain text, with an empty line between two of them."""
    return "\n\n".join(_block(block) for block in blocks)


def inline(runs: Runs) -> str:
    """Return runs as plain text on one line, but for the breaks that they hold."""
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    return f"{run.text} ({run.url})" if run.url and run.url != run.text else run.text


def _block(block: Block) -> str:
    match block:
        case Heading(_, runs) | Paragraph(runs, _):
            return inline(runs)
        case Quote(blocks):
            return _indent(text(blocks), "> ", "> ")
        case Items(items, ordered):
            marks = [f"{place}. " for place in range(1, len(items) + 1)] if ordered else ["- "] * len(items)
            rows = [
                _indent("\n".join(map(_block, item)), mark, " " * len(mark))
                for mark, item in zip(marks, items, strict=True)
            ]
            return "\n".join(rows)
        case Facts(rows):
            return "\n".join(f"- {label}: {inline(runs)}" for label, runs in rows)


def _indent(lines: str, first: str, rest: str) -> str:
    return "\n".join(((rest if place else first) + line).rstrip() for place, line in enumerate(lines.split("\n")))
