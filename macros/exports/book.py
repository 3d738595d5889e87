"""A book of patterns, before it is a file: the whole language, or one reading route."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from macros.exports.imprint import Imprint
from macros.exports.introduction import introduction
from macros.exports.pictures import WIDTH, bitmaps, emblem
from macros.exports.typst_data import Anchored
from macros.language.pattern import Pattern
from macros.model.editions import Edition
from macros.model.vocabulary import Chapter, Route
from macros.pictures.png import pngs
from macros.view.blocks import Block, Heading, Items, Paragraph, Run, Runs, words
from macros.view.cases import case_facts, case_parts, patterns_of
from macros.view.outline import anchor, joined, outline
from macros.view.pattern_view import PatternView
from macros.view.routes import steps_of

_SITUATIONS: Final = "situations"
Entry = tuple[int, Heading]
"""A heading with its level in the contents of a book."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a book that begins on a new page.

    Attributes:
        name: unique within the book.
        blocks: its text; the first is its heading.
        shift: how much deeper its headings stand than in the outline of a pattern.
        chapter: the number of its chapter, for the colour; 0 for none.
        pictured: the pattern whose picture stands under its heading, laid out; None for none.
        emblem: the emblem that stands under its heading, as SVG; empty for none.
    """

    name: str
    blocks: list[Block]
    shift: int = 0
    chapter: int = 0
    pictured: PatternView | None = None
    emblem: str = ""

    def drawings(self) -> Iterator[tuple[bytes, str]]:
        """Yield what stands under the heading as PNG, each with what it shows; an emblem shows nothing of its own."""
        if self.pictured and self.pictured.picture:
            yield bitmaps([self.pictured])[0], self.pictured.picture.text
        if self.emblem:
            yield pngs([self.emblem], WIDTH)[0], ""


@dataclass(frozen=True, slots=True)
class Book:
    """A book.

    Attributes:
        name: of its files, the same in both editions and for ever.
        title_foreign: the language of the title, where it is not the edition's.
        sections: in order.
        places: where each pattern of the book stands, by key.
    """

    name: str
    title: str
    title_foreign: Edition | None
    subtitle: str
    imprint: Imprint
    sections: list[Section]
    places: dict[str, str] = field(default_factory=dict)

    @property
    def entries(self) -> list[Entry]:
        """What stands in its contents."""
        return [
            (block.level + section.shift, block)
            for section in self.sections
            for block in section.blocks
            if isinstance(block, Heading) and block.anchor
        ]

    @property
    def dated(self) -> str:
        """Whose text of which day it holds."""
        of = self.imprint.words
        return f"{self.imprint.author}, {of.text_of} {of.day(self.imprint.revised())}"

    @property
    def anchored(self) -> Anchored:
        """From a run to the place in this book that it leads to."""
        return lambda run: self.places.get(run.pattern, "")


def books(imprint: Imprint) -> Iterator[Book]:
    """Yield the handbook of the whole language, and a book for each route."""
    yield whole_book(imprint)
    yield from route_books(imprint)


def route_books(imprint: Imprint) -> Iterator[Book]:
    """Yield a book for each route."""
    for route in imprint.language.routes.routes if imprint.language.routes else ():
        yield route_book(route, imprint)


def whole_book(imprint: Imprint) -> Book:
    """Return the language as a book: how to read it, the chapters with their patterns, the cases, index and sources."""
    end = closing(imprint)
    sections = [beginning(end, imprint)]
    for number, chapter in enumerate(imprint.language.chapters(), 1):
        patterns = imprint.language.in_chapter(chapter.key)
        if patterns:
            sections.append(opening(chapter, number, imprint))
            sections += [pattern_section(pattern, 1, imprint) for pattern in patterns]
    sections += end
    return Book(
        "handbook",
        imprint.name,
        None,
        imprint.words.site_claim,
        imprint,
        sections,
        {pattern.key: anchor(pattern) for pattern in imprint.language.published()},
    )


def route_book(route: Route, imprint: Imprint) -> Book:
    """Return a reading route as a book: why each pattern comes when it does, how to read it, and the patterns."""
    walk = steps_of(route, imprint.language)
    patterns = {pattern.key: pattern for _step, pattern in walk}
    steps = tuple((Paragraph((imprint.link(pattern), Run(". "), *imprint.runs(step.why))),) for step, pattern in walk)
    told = route.of(imprint.edition)
    way = Section(
        "route",
        [
            Heading(1, (Run(imprint.words.the_route),), anchor="route"),
            *imprint.reader(route.shown_in(imprint.edition)).blocks(told.summary),
            Items(steps, ordered=True),
            *introduction(imprint, 2),
        ],
    )
    return Book(
        f"route-{route.key}",
        words(told.name),
        route.foreign(imprint.edition),
        imprint.name,
        imprint,
        [way, *(pattern_section(pattern, 0, imprint) for pattern in patterns.values())],
        {key: anchor(pattern) for key, pattern in patterns.items()},
    )


def beginning(end: list[Section], imprint: Imprint) -> Section:
    """Return how to read the book of the whole language, which closes with these sections."""
    indexed = any(section.name == _SITUATIONS for section in end)
    return Section("introduction", introduction(imprint, indexed=indexed))


def opening(chapter: Chapter, number: int, imprint: Imprint) -> Section:
    """Return what opens a chapter, of this number in the book."""
    told = chapter.of(imprint.edition)
    reader = imprint.reader(chapter.shown_in(imprint.edition))
    blocks: list[Block] = [
        Heading(1, (Run(words(told.name), language=chapter.foreign(imprint.edition)),), anchor=f"c{number}"),
        Paragraph(reader.runs(told.explanation), "summary"),
        *reader.blocks(told.opening),
    ]
    return Section(f"c{number}", blocks, chapter=number, emblem=emblem(chapter, number, imprint))


def pattern_section(pattern: Pattern, shift: int, imprint: Imprint) -> Section:
    """Return a pattern, its headings so much deeper than in its outline."""
    laid_out = imprint.view(pattern)
    permalink = imprint.permalink(pattern)
    address: Runs = (Run(f"{imprint.words.permalink}: "), Run(permalink, url=permalink))
    blocks = [*outline(laid_out, imprint), Paragraph(address, "colophon")]
    pictured = laid_out if laid_out.picture else None
    return Section(anchor(pattern), blocks, shift, laid_out.chapter_number, pictured)


def closing(imprint: Imprint) -> list[Section]:
    """Return what closes the book of the whole language: the cases, index and sources that there are."""
    sections = [_cases(imprint), _index(imprint), _sources(imprint)]
    return [section for section in sections if len(section.blocks) > 1]


def _cases(imprint: Imprint) -> Section:
    """Return every case in full, with the patterns that it bears on."""
    edition = imprint.edition
    blocks: list[Block] = [Heading(1, (Run(imprint.words.cases),), anchor="cases")]
    for case in sorted(imprint.language.cases.values(), key=lambda case: (not case.from_practice, case.name(edition))):
        reader = imprint.reader(case.foreign(edition) or edition)
        blocks.append(Heading(2, (Run(words(case.name(edition)), language=case.foreign(edition)),)))
        blocks += [Paragraph((Run(f"{label}: {words(value)}"),), "note") for label, value in case_facts(case, edition)]
        for heading, text in case_parts(case, edition):
            blocks += [Heading(3, (Run(heading),))] if heading else []
            blocks += reader.blocks(text)
        source = imprint.language.source(case.source)
        if source:
            blocks.append(Paragraph((Run(f"{imprint.words.source}: "), *imprint.source(source), Run(".")), "note"))
        links = [imprint.link(pattern) for pattern in patterns_of(case, imprint.language)]
        blocks.append(Paragraph((Run(f"{imprint.words.case_patterns}: "), *joined(links), Run(".")), "note"))
    return Section("cases", blocks)


def _index(imprint: Imprint) -> Section:
    """Return the signals of the diagnosis, under what they are signs of, with the patterns that answer them."""
    language, edition = imprint.language, imprint.edition
    blocks: list[Block] = [Heading(1, (Run(imprint.words.index_by_situation),), anchor=_SITUATIONS)]
    stagnations = language.vocabulary.stagnations if language.vocabulary else []
    named: dict[str | None, Run] = {
        term.key: Run(words(term.of(edition).name), language=term.foreign(edition)) for term in stagnations
    }
    for key, name in {**named, None: Run(imprint.words.outside_these)}.items():
        rows = [
            (Paragraph((*imprint.runs(signal.signal), Run(" "), *led)),)
            for signal in (language.situations.signals if language.situations else ())
            if signal.stagnation == key and (led := [*_led([*signal.start, *signal.then], imprint)])
        ]
        if rows:
            blocks += [Heading(2, (name,)), Items(tuple(rows))]
    return Section(_SITUATIONS, blocks)


def _led(keys: list[str], imprint: Imprint) -> Iterator[Run]:
    published = [one for key in keys if (one := imprint.language.patterns[key]).published]
    for place, pattern in enumerate(published):
        if place:
            yield Run(", ")
        yield imprint.link(pattern)


def _sources(imprint: Imprint) -> Section:
    sources = imprint.language.sources.sources if imprint.language.sources else []
    blocks: list[Block] = [Heading(1, (Run(imprint.words.sources),), anchor="sources")]
    for source in sources:
        about = imprint.runs(source.note)
        blocks.append(Paragraph((*imprint.source(source), Run(". "), *about)))
    return Section("sources", blocks)
