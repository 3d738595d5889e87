"""Sheets on which two patterns face each other, for a group that takes sides: one A4 each, and all in one file."""

from collections.abc import Iterator
from typing import Any, Final

from macros.exports.imprint import Imprint, midnight
from macros.exports.pdf.typesetting import qr_code, typeset
from macros.exports.typst_data import run_data
from macros.language.addresses import collection, disagreement_sheet
from macros.model.disagreements import Disagreement, Side
from macros.view.blocks import Reader, plain
from macros.view.library import title

ALL: Final = "disagreements"
"""The name of the file with every sheet."""
_STEPS: Final = ("place", "listen", "decide")


def disagreement_sheets(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of each sheet and of all together."""
    found = imprint.language.disagreements
    those = found.disagreements if found else []
    for one in those:
        yield disagreement_sheet(one.key, imprint.edition), _sheets_pdf([one], imprint)
    if those:
        yield collection(ALL, imprint.edition, "pdf"), _sheets_pdf(those, imprint)


def _sheets_pdf(those: list[Disagreement], imprint: Imprint) -> bytes:
    of, day = imprint.words, imprint.revised()
    heading = of.disagreements if len(those) > 1 else _question(those[0], imprint)
    data = {
        "title": heading,
        "author": imprint.author,
        "date": [day.year, day.month, day.day],
        "language": imprint.edition,
        "heading": of.disagreements,
        "source_label": of.sheet_source,
        "ours_label": of.sheet_ours,
        "try_label": of.sheet_try,
        "steps": [{"minutes": of(f"sheet_{step}_minutes"), "text": of(f"sheet_{step}")} for step in _STEPS],
        "neither": of.sheet_neither,
        "licence": run_data(imprint.licence),
        "sheets": [_sheet(one, imprint) for one in those],
    }
    return typeset("disagreements", data, midnight(day))


def _question(one: Disagreement, imprint: Imprint) -> str:
    return plain(imprint.reader(one.shown_in(imprint.edition)).runs(one.of(imprint.edition).question))


def _sheet(one: Disagreement, imprint: Imprint) -> dict[str, Any]:
    shown_in = one.shown_in(imprint.edition)
    text, reader = one.of(imprint.edition), imprint.reader(shown_in)
    return {
        "language": shown_in,
        "question": run_data(reader.runs(text.question)),
        "decision": run_data(reader.runs(text.decision)),
        "sides": [_side(key, side, imprint, reader) for key, side in zip(one.patterns, text.sides, strict=True)],
    }


def _side(key: str, side: Side, imprint: Imprint, reader: Reader) -> dict[str, Any]:
    pattern = imprint.language.patterns[key]
    laid_out, permalink = imprint.view(pattern), imprint.permalink(pattern)
    return {
        "title": title(pattern, imprint.edition),
        "title_language": laid_out.language,
        "chapter": laid_out.chapter_number,
        "position": run_data(reader.runs(side.position)),
        "source": run_data(reader.runs(side.source)),
        "ours": run_data(reader.runs(side.ours)),
        "evidence": plain(laid_out.evidence),
        "permalink": permalink,
        "qr": qr_code(permalink),
        "qr_alt": f"{imprint.words.qr_code}: {permalink}",
    }
