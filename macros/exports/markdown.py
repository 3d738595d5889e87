"""Blocks as CommonMark: what reads it back finds the same words, links and lists, and nothing else.

CommonMark 0.31: any punctuation may stand behind a backslash. Characters that mean something to an extension
that is common elsewhere (Pandoc, GitHub) are escaped as well.
"""

import re
from collections.abc import Iterable
from functools import partial

from macros.view.blocks import Block, Facts, Heading, Items, Paragraph, Quote, Run, Runs

_SPECIAL = re.compile(r"[\\`*_\[\]<>&~$@|{}^]")
_LINE_START = re.compile(r"^([ \t]*)([-+=#:]|\d+(?=[.)]))", re.MULTILINE)


def markdown(blocks: Iterable[Block], shift: int = 0) -> str:
    """Return blocks as Markdown; headings stand `shift` levels lower than in the outline."""
    return "\n\n".join(_block(block, shift) for block in blocks) + "\n"


def prose(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown without a closing line break, for a value in data."""
    return markdown(blocks).rstrip("\n")


def inline(runs: Runs) -> str:
    """Return runs as Markdown without paragraphs."""
    text = "".join(_run(run) for run in runs)
    return _LINE_START.sub(_escape_start, text)


def _escape_start(match: re.Match[str]) -> str:
    space, mark = match.groups()
    # A number is a list's only with what follows it, and a digit cannot be escaped: escape the point after it.
    return f"{space}{mark}\\" if mark.isdigit() else f"{space}\\{mark}"


def _run(run: Run) -> str:
    if run.text == "\n":
        return "\\\n"
    text = _SPECIAL.sub(r"\\\g<0>", run.text)
    mark = "*" * (run.emphasis + 2 * run.strong)
    if mark:
        # A mark holds on to words only: spaces go outside it.
        core = text.strip()
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        text = f"{before}{mark}{core}{mark}{after}" if core else text
    return f"[{text}](<{run.url}>)" if run.url else text


def _block(block: Block, shift: int) -> str:
    match block:
        case Heading(level, runs):
            return f"{'#' * min(level + shift, 6)} {inline(runs)}"
        case Paragraph(runs, role):
            text = inline(runs)
            # The problem is in bold, as on the page.
            return f"**{text}**" if role == "problem" and not any(run.strong for run in runs) else text
        case Quote(blocks):
            return _indent(markdown(blocks, shift).rstrip("\n"), "> ", "> ")
        case Items(items, ordered):
            loose = any(len(item) > 1 for item in items)
            rows = [
                _indent("\n\n".join(map(partial(_block, shift=shift), item)), mark, " " * len(mark))
                for mark, item in zip(_marks(len(items), ordered=ordered), items, strict=True)
            ]
            return ("\n\n" if loose else "\n").join(rows)
        case Facts(rows):
            return "\n".join(f"- {inline((Run(f'{label}: '), *runs))}" for label, runs in rows)


def _marks(count: int, *, ordered: bool) -> list[str]:
    return [f"{place}. " for place in range(1, count + 1)] if ordered else ["- "] * count


def _indent(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join(
        (first if not place else rest if line or rest.strip() else "") + line for place, line in enumerate(lines)
    )
