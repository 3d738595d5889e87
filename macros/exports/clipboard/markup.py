"""Blocks as the HTML that a word processor makes its own when it is pasted.

Headings, paragraphs, lists and links, and nothing that brings a look along: the text takes on the style of the
report. Headings keep the level of the outline, and the page moves them to the level that the reader chooses.
"""

from collections.abc import Iterable
from html import escape

from macros.view.blocks import Block, Facts, Heading, Items, Paragraph, Quote, Run, Runs

_SMALL = {"line", "note", "colophon"}


def markup(blocks: Iterable[Block]) -> str:
    """Return blocks as HTML."""
    return "".join(_block(block) for block in blocks)


def inline(runs: Runs) -> str:
    """Return runs as HTML without a paragraph around it, to paste within one."""
    return "".join(_run(run) for run in runs)


def link(runs: Runs, url: str) -> str:
    """Return runs as the words of one link."""
    return f'<a href="{escape(url)}">{inline(runs)}</a>'


def _run(run: Run) -> str:
    if run.text == "\n":
        return "<br>"
    html = escape(run.text)
    if run.language:
        html = f'<span lang="{run.language}">{html}</span>'
    if run.emphasis:
        html = f"<i>{html}</i>"
    if run.strong:
        html = f"<b>{html}</b>"
    return f'<a href="{escape(run.url)}">{html}</a>' if run.url else html


def _block(block: Block) -> str:
    match block:
        case Heading(level, runs):
            return f"<h{level}>{inline(runs)}</h{level}>"
        case Paragraph(runs, role):
            html = inline(runs)
            if role == "problem":
                html = f"<b>{html}</b>"
            return f"<p><small>{html}</small></p>" if role in _SMALL else f"<p>{html}</p>"
        case Quote(blocks):
            return f"<blockquote>{markup(blocks)}</blockquote>"
        case Items(items, ordered):
            name = "ol" if ordered else "ul"
            return f"<{name}>{''.join(f'<li>{_item(item)}</li>' for item in items)}</{name}>"
        case Facts(rows):
            return f"<ul>{''.join(f'<li>{escape(label)}: {inline(runs)}</li>' for label, runs in rows)}</ul>"


def _item(blocks: tuple[Block, ...]) -> str:
    """Return what stands in an item of a list; a paragraph alone stands there bare, as word processors expect."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return inline(blocks[0].runs)
    return markup(blocks)
