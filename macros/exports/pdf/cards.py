"""A deck of cards for workshops: front what goes wrong and what to do, back how to recognise it and what to ask."""

from collections.abc import Iterator
from typing import Any

from macros.exports.imprint import Imprint, midnight
from macros.exports.pdf.typesetting import qr_code, typeset
from macros.exports.typst_data import block_data, run_data
from macros.language.addresses import collection
from macros.language.pattern import Pattern
from macros.view.blocks import Block, Items, Paragraph, Run, plain, words
from macros.view.outline import title
from macros.view.pattern_view import PatternView


def cards_pdf(imprint: Imprint) -> bytes:
    """Return a card of every published pattern, four on a sheet, fronts and backs on each other."""
    day = imprint.revised()
    data = {
        "title": f"{imprint.name}: {imprint.words.cards}",
        "subtitle": imprint.words.site_claim,
        "author": imprint.author,
        "date": [day.year, day.month, day.day],
        "language": imprint.edition,
        "cards": [_card(pattern, imprint) for pattern in imprint.language.published()],
    }
    return typeset("cards", data, midnight(day))


def _card(pattern: Pattern, imprint: Imprint) -> dict[str, Any]:
    laid_out = imprint.view(pattern)
    reader = imprint.reader(laid_out.language)
    permalink = imprint.permalink(pattern)
    of = imprint.words
    return {
        "title": title(pattern, imprint.edition),
        "title_language": laid_out.language,
        "chapter": laid_out.chapter_number,
        "chapter_name": run_data((Run(words(laid_out.chapter), language=laid_out.chapter_foreign),)),
        "problem": [{"runs": run_data(reader.runs(laid_out.text.problem))}],
        "therefore_label": of.intervention,
        "therefore": block_data(reader.blocks(laid_out.text.intervention)),
        "signals": _points(laid_out, "signals", imprint),
        "question": _points(laid_out, "question", imprint),
        "evidence": plain(laid_out.evidence),
        "permalink": permalink,
        "dated": f"{of.text_of} {of.text_date(laid_out.dated)}",
        "qr": qr_code(permalink),
        "qr_alt": f"{of.qr_code}: {permalink}",
    }


def _points(laid_out: PatternView, field: str, imprint: Imprint) -> dict[str, Any] | None:
    """Return a section that the pattern has, as points under a label."""
    section = laid_out.section(field)
    if not section:
        return None
    reader = imprint.reader(laid_out.language)
    rows = [Paragraph(reader.runs(item)) for item in section.texts()]
    blocks: list[Block] = [Items(tuple((row,) for row in rows))] if len(rows) > 1 else [*rows]
    return {"label": section.heading, "blocks": block_data(blocks)}


def card_deck(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of the deck."""
    yield collection("cards", imprint.edition, "pdf"), cards_pdf(imprint)
