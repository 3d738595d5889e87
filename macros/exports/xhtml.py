"""Blocks as XHTML, for the pages of an EPUB."""

from collections.abc import Iterable
from html import escape

from macros.exports.typst_data import Anchored
from macros.view.blocks import Block, Facts, Heading, Items, Paragraph, Quote, Run, Runs


def xhtml(blocks: Iterable[Block], anchored: Anchored, shift: int = 0) -> str:
    """Return blocks as XHTML.

    Args:
        blocks: what to write.
        anchored: from a run to the address within the same book that it leads to; empty for its own address.
        shift: how much deeper headings stand than in the outline.
    """
    return "\n".join(_block(block, anchored, shift) for block in blocks)


def inline(runs: Runs, anchored: Anchored) -> str:
    """Return runs as XHTML."""
    return "".join(_run(run, anchored) for run in runs)


def _run(run: Run, anchored: Anchored) -> str:
    if run.text == "\n":
        return "<br/>"
    text = escape(run.text, quote=False)
    if run.emphasis:
        text = f"<em>{text}</em>"
    if run.strong:
        text = f"<strong>{text}</strong>"
    if run.language:
        text = f'<span lang="{run.language}" xml:lang="{run.language}">{text}</span>'
    address = anchored(run) or run.url
    return f'<a href="{escape(address)}">{text}</a>' if address else text


def _block(block: Block, anchored: Anchored, shift: int) -> str:
    match block:
        case Heading(level, runs):
            named = f' id="{escape(block.anchor)}"' if block.anchor else ""
            tag = f"h{min(level + shift, 6)}"
            return f"<{tag}{named}>{inline(runs, anchored)}</{tag}>"
        case Paragraph(runs, role):
            named = f' class="{role}"' if role else ""
            return f"<p{named}>{inline(runs, anchored)}</p>"
        case Items(items, ordered):
            tag = "ol" if ordered else "ul"
            return f"<{tag}>{''.join(f'<li>{_item(item, anchored)}</li>' for item in items)}</{tag}>"
        case Quote(blocks):
            return f"<blockquote>{xhtml(blocks, anchored, shift)}</blockquote>"
        case Facts(rows):
            told = ((Run(f"{label}: ", strong=True), *runs) for label, runs in rows)
            return f"<ul>{''.join(f'<li>{inline(one, anchored)}</li>' for one in told)}</ul>"


def _item(item: tuple[Block, ...], anchored: Anchored) -> str:
    if len(item) == 1 and isinstance(item[0], Paragraph):
        return inline(item[0].runs, anchored)
    return xhtml(item, anchored)
