"""The pieces of one pattern that a reader copies into a report, each as HTML and as plain text.

Whatever is copied names the pattern, its number, the date of its text, its sources with their years, how strong the
evidence is and the permalink; only the link is nothing but a link.
"""

from typing import Any

from macros.core.language import Pattern
from macros.exports.clip import markup, text
from macros.exports.colophon import colophon
from macros.exports.footnote import footnotes
from macros.exports.imprint import Imprint
from macros.rendering.blocks import Block, Paragraph, Run, Runs
from macros.rendering.outline import outline, title


def pieces(pattern: Pattern, imprint: Imprint) -> dict[str, Any]:
    """Return what can be copied from a pattern's page.

    Returns:
        link: "permalink" or "dated", for the text of this date -> a piece, the bare address as its text.
        footnote: the same -> edition -> style (a field of `Footnotes`) -> a piece.
        summary, pattern: parts.

        A piece has `html` and `text`; a part has its `title` and the `language` of the title beside them, since the
        page makes the heading.
    """
    named = f"{title(pattern, imprint.edition)} ({imprint.name})"
    addresses = {"permalink": imprint.permalink(pattern), "dated": imprint.dated(pattern)}
    return {
        "link": {kind: {"html": markup.inline((Run(named, url=url),)), "text": url} for kind, url in addresses.items()},
        "footnote": {
            kind: {
                edition.edition: _styles(pattern, edition, of_this_text=kind == "dated")
                for edition in imprint.editions()
            }
            for kind in addresses
        },
        "summary": titled(pattern, imprint, _summary(pattern, imprint)),
        "pattern": titled(pattern, imprint, whole(pattern, imprint)),
    }


def _styles(pattern: Pattern, imprint: Imprint, *, of_this_text: bool) -> dict[str, dict[str, str]]:
    made = footnotes(pattern, imprint, of_this_text=of_this_text)
    return {style: _piece(getattr(made, style)) for style in ("note", "author_date", "in_text")}


def _piece(runs: Runs) -> dict[str, str]:
    return {"html": markup.inline(runs), "text": text.inline(runs)}


def titled(pattern: Pattern, imprint: Imprint, body: list[Block]) -> dict[str, str]:
    """Return a text of a pattern, without its title, as a part."""
    return {
        "title": title(pattern, imprint.edition),
        "language": pattern.text(imprint.edition)[1],
        "html": markup.markup(body),
        "text": text.text(body),
    }


def _summary(pattern: Pattern, imprint: Imprint) -> list[Block]:
    laid_out = imprint.sheet(pattern)
    told = imprint.reader(laid_out.language).runs(laid_out.text.summary)
    closing = [block for block in colophon(pattern, imprint) if isinstance(block, Paragraph)]
    return [Paragraph(told, "summary"), *closing]


def whole(pattern: Pattern, imprint: Imprint) -> list[Block]:
    """Return the whole text of a pattern without its title, closing with how to refer to it."""
    _title, *body = outline(imprint.sheet(pattern), imprint)
    return [*body, *colophon(pattern, imprint)]
