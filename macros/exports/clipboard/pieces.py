"""The pieces of one pattern that a reader copies into a report, each as HTML and as plain text.

A text or a note names the pattern, its number, the date of its text, its sources with their years, how strong the
evidence is and the permalink. A reference in the style of APA holds what that style asks for; a link is only a link.
"""

from typing import Any, Final

from macros.exports.clipboard import markup, text
from macros.exports.clipboard.proposal import Proposal, proposal
from macros.exports.colophon import colophon
from macros.exports.footnote import Footnotes, footnotes
from macros.exports.imprint import Imprint
from macros.exports.reference import Reference, pattern_reference
from macros.language.pattern import Pattern
from macros.model.editions import EDITIONS
from macros.view.blocks import Block, Paragraph, Run, Runs
from macros.view.library import title
from macros.view.outline import outline

_ADDRESSES: Final = ("permalink", "dated")
"""What a link or a footnote can lead to: the text of the day, or the text of this date."""


def pieces(pattern: Pattern, imprint: Imprint) -> dict[str, Any]:
    """Return what can be copied from a pattern's page.

    Returns:
        link: "permalink" or "dated", for the text of this date -> a piece, the bare address as its text.
        footnote: the same -> edition -> style (a field of `Footnotes`) -> a piece.
        basis: what the pattern rests on, for behind a reference that does not tell it.
        summary, pattern, proposal: parts, without the reference that closes them but with the piece `after` it. The
            proposal has a `remark` too: what whoever pastes it has to know.

        A piece has `html` and `text`; a part has its `title` and the `language` of the title beside them, since the
        page makes the heading.
    """
    foreign = pattern.foreign(imprint.edition)
    named = (Run(title(pattern, imprint.edition), language=foreign), Run(f" ({imprint.name})"))
    one = pattern_reference(pattern, imprint)
    footnote = {
        there.edition: _footnotes(pattern, pattern_reference(pattern, there), there) for there in imprint.editions()
    }
    heading, _reference, *after = colophon(one, imprint)
    body = _body(pattern, imprint)
    proposed = proposal(pattern, body, imprint)
    return {
        "link": {
            kind: {"html": markup.link(named, url), "text": url} for kind, url in _addresses(pattern, imprint).items()
        },
        "footnote": {kind: {edition: footnote[edition][kind] for edition in EDITIONS} for kind in _ADDRESSES},
        "basis": piece(one.basis),
        "summary": titled(pattern, imprint, _summary(pattern, imprint)) | {"after": _blocks(after)},
        "pattern": titled(pattern, imprint, [*body, heading]) | {"after": _blocks(after)},
        "proposal": titled(pattern, imprint, [*proposed.blocks, heading])
        | {"after": _blocks(after), "remark": _remark(proposed, imprint)},
    }


def _remark(proposed: Proposal, imprint: Imprint) -> str:
    """Return what a proposal leaves out of its pattern and what has to be filled in; nothing when it is whole."""
    words = imprint.words
    left_out = words.proposal_left_out.format(count=proposed.left_out) if proposed.left_out else ""
    fill_in = ""
    if proposed.unfilled:
        parts = words.listing(words("in_quotes").format(words=part) for part in proposed.unfilled)
        fill_in = words.proposal_fill_in.format(parts=parts)
    return " ".join(filter(None, (left_out, fill_in)))


def _addresses(pattern: Pattern, imprint: Imprint) -> dict[str, str]:
    return dict(zip(_ADDRESSES, (imprint.permalink(pattern), imprint.dated(pattern)), strict=True))


def _footnotes(pattern: Pattern, one: Reference, imprint: Imprint) -> dict[str, dict[str, dict[str, str]]]:
    """Return the footnotes to a pattern in one edition: address -> style -> a piece."""
    return {kind: _styles(footnotes(one, imprint, url)) for kind, url in _addresses(pattern, imprint).items()}


def _styles(made: Footnotes) -> dict[str, dict[str, str]]:
    return {style: piece(getattr(made, style)) for style in ("note", "author_date", "in_text")}


def piece(runs: Runs) -> dict[str, str]:
    """Return words as HTML and as plain text, to paste within a paragraph."""
    return {"html": markup.inline(runs), "text": text.inline(runs)}


def _blocks(blocks: list[Block]) -> dict[str, str]:
    return {"html": markup.markup(blocks), "text": text.text(blocks)}


def titled(pattern: Pattern, imprint: Imprint, body: list[Block]) -> dict[str, str]:
    """Return a text of a pattern, without its title, as a part."""
    return {
        "title": title(pattern, imprint.edition),
        "language": pattern.text(imprint.edition)[1],
        **_blocks(body),
    }


def _summary(pattern: Pattern, imprint: Imprint) -> list[Block]:
    laid_out = imprint.view(pattern)
    told = imprint.reader(laid_out.language).runs(laid_out.text.summary)
    return [Paragraph(told, "summary")]


def whole(pattern: Pattern, imprint: Imprint) -> list[Block]:
    """Return the whole text of a pattern without its title, closing with how to refer to it."""
    return [*_body(pattern, imprint), *colophon(pattern_reference(pattern, imprint), imprint)]


def _body(pattern: Pattern, imprint: Imprint) -> list[Block]:
    _title, *body = outline(imprint.view(pattern), imprint)
    return body
