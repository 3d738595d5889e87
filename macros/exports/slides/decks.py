"""A deck of slides, before it is a file: the whole language by chapter, or one reading route."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from macros.exports.colophon import colophon
from macros.exports.imprint import LICENCE_LINK, Imprint
from macros.exports.pictures import emblem
from macros.exports.reference import pattern_reference
from macros.language.addresses import route_address
from macros.language.pattern import Pattern
from macros.model.editions import ROOTS, Edition
from macros.model.vocabulary import Chapter, Route
from macros.view.blocks import Block, Heading, Paragraph, Run, Runs, words
from macros.view.outline import outline
from macros.view.pattern_view import PatternView
from macros.view.routes import steps_of

_TOLD: Final = ("problem", "intervention")
"""The fields that a slide tells, in order."""
_IN_NOTES: Final = ("signals", "run", "pitfalls", "basis")
"""The fields that a speaker finds in the notes, in order."""


@dataclass(frozen=True, slots=True)
class PatternSlide:
    """A slide of a pattern.

    Attributes:
        view: the pattern laid out.
        text: its problem and what to do.
        asked: what to ask, or else to say first.
        source: what it rests on, of which day the text is, and where it stands.
        notes: for the speaker.
    """

    view: PatternView
    text: list[Block]
    asked: list[Block]
    source: Runs
    notes: list[Block]


@dataclass(frozen=True, slots=True)
class Part:
    """Slides that belong together.

    Attributes:
        name: of the part; empty where the deck has one part alone.
        opening: what the slide before them says; empty for no such slide.
        emblem: the emblem on that slide, as SVG; empty for none.
    """

    name: Runs
    opening: list[Block]
    emblem: str
    slides: list[PatternSlide]


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck.

    Attributes:
        name: of its file, the same in both editions and for ever: that of the book with the same patterns.
        title_foreign: the language of the title, where it is not the edition's.
        address: of the page on the site that it comes from, absolute.
        notes: for whoever opens the meeting.
        order: what comes after what: the chapters, or the patterns of a route.
        reasons: why each of these comes when it does, for the notes.
    """

    name: str
    title: str
    title_foreign: Edition | None
    subtitle: str
    address: str
    imprint: Imprint
    notes: list[Block]
    order: list[Block]
    reasons: list[Block]
    parts: list[Part]


def decks(imprint: Imprint) -> Iterator[Deck]:
    """Yield the deck of the whole language, and one for each route."""
    yield whole_deck(imprint)
    for route in imprint.language.routes.routes if imprint.language.routes else ():
        yield route_deck(route, imprint)


def whole_deck(imprint: Imprint) -> Deck:
    """Return every pattern, chapter by chapter."""
    chapters = [
        (number, chapter)
        for number, chapter in enumerate(imprint.language.chapters(), 1)
        if imprint.language.in_chapter(chapter.key)
    ]
    parts = [_chapter(chapter, number, imprint) for number, chapter in chapters]
    home = imprint.url(ROOTS[imprint.edition])
    order: list[Block] = [
        Paragraph((Run(f"{number} "), *part.name)) for (number, _), part in zip(chapters, parts, strict=True)
    ]
    return Deck("handbook", imprint.name, None, imprint.words.site_claim, home, imprint, [], order, [], parts)


def route_deck(route: Route, imprint: Imprint) -> Deck:
    """Return the patterns of a reading route; the notes say why each comes when it does."""
    told, steps = route.of(imprint.edition), steps_of(route, imprint.language)
    slides = [pattern_slide(pattern, imprint, [Paragraph(imprint.runs(step.why))]) for step, pattern in steps]
    reasons = [Paragraph((imprint.link(pattern), Run(": "), *imprint.runs(step.why))) for step, pattern in steps]
    return Deck(
        f"route-{route.key}",
        words(told.name),
        route.foreign(imprint.edition),
        imprint.name,
        imprint.url(route_address(route, imprint.edition)),
        imprint,
        [*imprint.reader(route.shown_in(imprint.edition)).blocks(told.summary)],
        [Paragraph((imprint.link(pattern),)) for _step, pattern in steps],
        [*reasons],
        [Part((), [], "", slides)],
    )


def _chapter(chapter: Chapter, number: int, imprint: Imprint) -> Part:
    told = chapter.of(imprint.edition)
    reader = imprint.reader(chapter.shown_in(imprint.edition))
    return Part(
        (Run(words(told.name), language=chapter.foreign(imprint.edition)),),
        [Paragraph(reader.runs(told.explanation))],
        emblem(chapter, number, imprint),
        [pattern_slide(pattern, imprint, []) for pattern in imprint.language.in_chapter(chapter.key)],
    )


def pattern_slide(pattern: Pattern, imprint: Imprint, why: list[Block]) -> PatternSlide:
    """Return the slide of a pattern; `why` is what its notes begin with."""
    view = imprint.view(pattern)
    sections = _sections(outline(view, imprint))
    text = [block for field in _TOLD for block in sections.get(field, [])]
    notes = [block for field in _IN_NOTES for block in sections.get(field, [])]
    return PatternSlide(
        view,
        text or [block for block in sections[""] if not isinstance(block, Heading)],
        sections.get("question") or _first_words(view, imprint),
        _source(view, imprint),
        [*why, *notes, *colophon(pattern_reference(pattern, imprint), imprint)],
    )


def _sections(blocks: list[Block]) -> dict[str, list[Block]]:
    """Return the blocks of a pattern by the field that their heading opens; empty for what comes first."""
    sections: dict[str, list[Block]] = {"": []}
    field = ""
    for block in blocks:
        if isinstance(block, Heading) and block.field:
            field = block.field
        sections.setdefault(field, []).append(block)
    return sections


def _first_words(view: PatternView, imprint: Imprint) -> list[Block]:
    """Return the sentence to open with; nothing for a text that was withdrawn."""
    if not view.section("run"):
        return []
    return [
        Heading(2, (Run(imprint.words.run_open),)),
        Paragraph(imprint.reader(view.language).runs(view.text.run.open)),
    ]


def _source(view: PatternView, imprint: Imprint) -> Runs:
    address = imprint.permalink(view.pattern)
    dated = f"{imprint.author}, {imprint.words.text_of} {imprint.words.text_date(view.dated)}"
    return (*view.evidence, Run("\n"), Run(f"{dated} · "), Run(address, url=address), Run(" · "), LICENCE_LINK)
