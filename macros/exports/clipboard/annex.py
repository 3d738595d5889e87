"""A bundle in short to copy, to print and in Markdown: the head and rows of its table, and what closes it."""

from macros.exports import annex, markdown
from macros.exports.clipboard import markup, text
from macros.exports.imprint import Imprint
from macros.language.pattern import Pattern
from macros.view.blocks import Paragraph, Runs, plain


def head(imprint: Imprint) -> dict[str, str]:
    """Return the row of headings, as HTML, plain text with tabs, and Markdown with the line below it."""
    cells = annex.headings(imprint)
    return _row(cells, "th") | {"markdown": f"{_markdown_row(cells)}\n|{' --- |' * len(cells)}"}


def row(pattern: Pattern, imprint: Imprint) -> dict[str, str]:
    """Return the row of a pattern in the same three."""
    return _row(annex.cells(pattern, imprint), "td")


def end(imprint: Imprint) -> dict[str, str]:
    """Return what closes a bundle in short, in the same three."""
    block = Paragraph(annex.origin(imprint))
    return {"html": markup.markup([block]), "text": text.text([block]), "markdown": markdown.prose([block])}


def _row(cells: list[Runs], tag: str) -> dict[str, str]:
    return {
        "html": f"<tr>{''.join(f'<{tag}>{markup.inline(cell)}</{tag}>' for cell in cells)}</tr>",
        "text": "\t".join(" ".join(plain(cell).split()) for cell in cells),
        "markdown": _markdown_row(cells),
    }


def _markdown_row(cells: list[Runs]) -> str:
    return f"| {' | '.join(' '.join(markdown.inline(cell).split()) for cell in cells)} |"
