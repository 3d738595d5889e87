"""A deck of cards for workshops: front picture, name and problem, back how to recognise it and what to do."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from macros.exports.imprint import LICENCE_LINK, Imprint, midnight
from macros.exports.pdf.typesetting import qr_code, typeset
from macros.exports.pictures import emblem
from macros.exports.typst_data import block_data, picture_data, run_data
from macros.exports.volumes import Volume, links, numbers, volumes
from macros.language.addresses import collection
from macros.language.pattern import Pattern
from macros.model.editions import ROOTS
from macros.text.sentences import in_short
from macros.view.blocks import Block, Items, Paragraph, Run, plain, words
from macros.view.card_uses import card_uses
from macros.view.pattern_view import PatternView

_STEP: Final = 130
"""Characters of a step for which a card has room."""
_BEFORE: Final = 170
"""The same for who takes part, and for what they need."""


def cards_pdf(imprint: Imprint, patterns: list[Pattern], title: str = "", decks: Sequence[Volume] = ()) -> bytes:
    """Return a deck: how to use it, a card of each pattern, and a blank one, four on a sheet.

    Args:
        imprint: the edition.
        patterns: which have a card.
        title: of the volume that these patterns are; empty where they are none.
        decks: the volumes that it leads to.
    """
    day, of = imprint.revised(), imprint.words
    home = imprint.url(ROOTS[imprint.edition])
    data = {
        "title": f"{imprint.name}: {of.cards}" + (f", {title}" if title else ""),
        "subtitle": of.site_claim,
        "author": imprint.author,
        "date": [day.year, day.month, day.day],
        "language": imprint.edition,
        "name": imprint.name,
        "use": {
            "title": of.cards_use,
            "before": of.cards_use_before,
            "ways": [
                {"name": way.name, "when": way.when, "minutes": way.minutes, "steps": way.steps}
                for way in card_uses(of)
            ],
        },
        "print": {"title": of.cards_print, "how": of.cards_print_how},
        "chapters_label": of.cards_chapters,
        "chapters": _chapters(patterns, decks, imprint),
        "imprint": [run_data(line) for line in ((Run(home, url=home),), imprint.licence)],
        "labels": {
            "signals": of.signals,
            "open": of.run_open,
            "who": of.run_who,
            "need": of.run_need,
            "steps": of.card_steps,
            "blank": of.card_blank,
            "problem": of.problem,
        },
        "licence": run_data((Run(f"{imprint.author} · "), LICENCE_LINK)),
        "cards": [_card(pattern, imprint) for pattern in patterns],
    }
    return typeset("cards", data, midnight(day))


def _chapters(patterns: list[Pattern], decks: Sequence[Volume], imprint: Imprint) -> list[dict[str, Any]]:
    """Return the chapters that have cards here or in volumes, with the first and the last number of their patterns."""
    rows = []
    for number, chapter in enumerate(imprint.language.chapters(), 1):
        here = [pattern for pattern in patterns if pattern.chapter == chapter.key]
        there = [volume for volume in decks if volume.number == number and volume.patterns]
        if here or there:
            rows.append(
                {
                    "number": number,
                    "name": words(chapter.of(imprint.edition).name),
                    "language": chapter.shown_in(imprint.edition),
                    "numbers": run_data(links("cards", there, imprint) or (Run(numbers(here, imprint)),)),
                    "emblem": emblem(chapter, number, imprint),
                }
            )
    return rows


def _card(pattern: Pattern, imprint: Imprint) -> dict[str, Any]:
    laid_out = imprint.view(pattern)
    reader = imprint.reader(laid_out.language)
    permalink = imprint.permalink(pattern)
    of, run = imprint.words, laid_out.text.run
    return {
        "number": pattern.id,
        "name": words(laid_out.text.name),
        "language": laid_out.language,
        "chapter": laid_out.chapter_number,
        "chapter_name": run_data((Run(words(laid_out.chapter), language=laid_out.chapter_foreign),)),
        "picture": picture_data(laid_out),
        "problem": block_data(reader.blocks(laid_out.text.problem)),
        "signals": _points(laid_out, "signals", imprint),
        "open": run_data(reader.runs(run.open)),
        "who": in_short(plain(reader.runs(run.who)), _BEFORE),
        "need": in_short(plain(reader.runs(run.need)), _BEFORE),
        "steps": [
            {"minutes": of.minutes(step.minutes), "do": in_short(plain(reader.runs(step.do)), _STEP)}
            for step in run.steps
        ],
        "evidence": plain(laid_out.evidence),
        "permalink": permalink,
        "dated": f"{of.text_of} {of.text_date(laid_out.dated)}",
        "qr": qr_code(permalink),
        "qr_alt": f"{of.qr_code}: {permalink}",
    }


def _points(laid_out: PatternView, field: str, imprint: Imprint) -> list[dict[str, Any]]:
    """Return a section of a pattern as points; nothing where it has none."""
    section = laid_out.section(field)
    if not section:
        return []
    reader = imprint.reader(laid_out.language)
    rows = [Paragraph(reader.runs(item)) for item in section.texts()]
    blocks: list[Block] = [Items(tuple((row,) for row in rows))] if len(rows) > 1 else [*rows]
    return block_data(blocks)


def card_decks(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of the deck, and of those of the volumes where it is too large for one file."""
    decks, published = volumes(imprint), imprint.language.published()
    yield collection("cards", imprint.edition, "pdf"), cards_pdf(imprint, [] if decks else published, "", decks)
    for volume in decks:
        deck = cards_pdf(imprint, volume.patterns, volume.title(imprint.edition))
        yield collection(volume.name("cards"), imprint.edition, "pdf"), deck
