"""A pattern from beginning to end as one row of blocks: the text of every export, in the order of the page."""

from collections.abc import Iterable, Iterator
from typing import Final

from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.editions import Edition
from macros.view.blocks import Block, Facts, Heading, Items, Paragraph, Run, Runs, words
from macros.view.labels import Labels
from macros.view.library import Library
from macros.view.pattern_view import Citation, PatternView
from macros.view.sections import Labelled, Named, Notice, Paragraphs, Part, Points, Section, Step, Steps


def anchor(pattern: Pattern) -> str:
    """Return the name of a pattern's place within a document."""
    return f"p{pattern.id}"


_KEPT: Final = 256
"""Outlines that are kept, of 26 kB each: enough for 100 patterns, which every format asks for in both editions."""
_outlines: dict[tuple[int, int, str, Edition], tuple[PatternView, Language, list[Block]]] = {}


def outline(laid_out: PatternView, library: Library) -> list[Block]:
    """Return the whole text of a pattern as blocks, from its title to the sources it rests on."""
    language = library.language
    place = (id(laid_out), id(language), library.root, library.edition)
    if place not in _outlines:
        if len(_outlines) == _KEPT:
            del _outlines[next(iter(_outlines))]
        # With what it is made of, so that nothing else gets the same place.
        _outlines[place] = laid_out, language, list(_Outline(laid_out, library).blocks())
    return [*_outlines[place][-1]]


class _Outline:
    def __init__(self, laid_out: PatternView, library: Library) -> None:
        self._view, self._library = laid_out, library
        self._words = Labels(laid_out.edition)
        self._text = library.reader(laid_out.language)

    def blocks(self) -> Iterator[Block]:
        pattern = self._view.pattern
        name = words(self._view.text.name)
        foreign = self._view.language if self._view.borrowed else None
        yield Heading(1, (Run(f"{pattern.id} "), Run(name, language=foreign)), anchor=anchor(pattern))
        yield from self._notices()
        yield Paragraph(self._text.runs(self._view.text.summary), "summary")
        if pattern.withdrawal:
            return
        yield Paragraph(tuple(self._line()), "line")
        for section in self._view.sections:
            yield from self._section(section)
        yield from self._cases()
        yield from self._ties()
        yield from self._section(self._view.basis)
        yield Items(tuple((Paragraph(self._citation(use)),) for use in self._view.citations))
        yield self._heading("facts")
        yield Facts(tuple((fact.label, fact.runs) for fact in self._view.facts))

    def _line(self) -> Iterator[Run]:
        for place, fact in enumerate(self._view.line):
            if place:
                yield Run(" · ")
            if fact.field != "evidence":
                yield Run(f"{fact.label}: ")
            yield from fact.runs

    def _notices(self) -> Iterator[Block]:
        fields = self._view.pattern.fields
        if self._view.borrowed:
            yield Paragraph((Run(self._words.borrowed_from(self._view.language)),), "notice")
        withdrawal = self._view.pattern.withdrawal
        if withdrawal:
            kind = (Run(f" ({self._words(f'withdrawn_{withdrawal.reason}')})."),)
            since = Run(f"{self._words('withdrawn')} {self._words.day(withdrawal.since)}", strong=True)
            yield Paragraph((since, *kind), "notice")
        elif self._view.pattern.retired:
            because = fields.retired_because
            reason = (Run(" "), *self._library.runs(because)) if because else ()
            yield Paragraph((Run(self._words.retired, strong=True), *reason), "notice")
            successor = self._library.language.patterns.get(fields.successor or "")
            if successor:
                yield Paragraph((Run(f"{self._words.successor}: "), self._library.link(successor)), "notice")

    def _heading(self, field: str) -> Heading:
        return Heading(2, (Run(self._words(field)),), field)

    def _section(self, section: Section) -> Iterator[Block]:
        yield Heading(2, (Run(section.heading),), section.field, quiet=section.quiet)
        labelled: list[tuple[Block, ...]] = []
        for part in section.parts:
            if isinstance(part, Labelled):
                label = Run(f"{part.label}: ", strong=True, language=part.language)
                labelled.append((Paragraph((label, *self._text.runs(part.text))),))
                continue
            yield from _listed(labelled)
            labelled = []
            yield from self._part(part, section)
        yield from _listed(labelled)
        if section.example:
            yield Paragraph(tuple(self._origin(section)), "note")

    def _part(self, part: Part, section: Section) -> Iterator[Block]:
        match part:
            case Paragraphs(text):
                yield from self._text.blocks(text, "problem" if section.field == "problem" else "")
            case Points(items):
                rows = tuple((Paragraph(self._text.runs(item)),) for item in items)
                yield from rows[0] if len(rows) == 1 else (Items(rows),)
            case Notice(text):
                yield Paragraph((Run(text),), "notice" if section.field == "run" else "")
            case Steps(steps):
                yield Items(tuple(tuple(self._step(step)) for step in steps), ordered=True)
            case Named(name, text):
                yield Heading(3, (Run(words(name), language=self._text.language),))
                yield from self._text.blocks(text)

    def _step(self, step: Step) -> Iterator[Block]:
        minutes = Run(f"{step.minutes} ", strong=True)
        if step.said:
            yield Paragraph((Run(step.minutes, strong=True),))
            yield Paragraph(self._text.runs(step.said), "said")
            yield Paragraph(self._text.runs(step.text))
        else:
            yield Paragraph((minutes, *self._text.runs(step.text)))

    def _origin(self, example: Section) -> Iterator[Run]:
        """Yield where an example comes from: the page of its case, its source, or that it is invented."""
        if example.case:
            yield Run(f"{self._words.whole_case} ")
            yield self._library.case_link(example.case)
            yield Run(". ")
        if example.source:
            yield Run(f"{self._words.source}: ")
            yield from self._library.source(example.source)
            yield Run(".")
        elif not example.case:
            yield Run(self._words.illustration_note)

    def _cases(self) -> Iterator[Block]:
        """Yield the cases that no example tells, and those from practice under a heading of their own."""
        if self._view.more_cases:
            links = [self._library.case_link(case) for case in self._view.more_cases]
            yield Paragraph((Run(f"{self._words.other_cases} "), *joined(links), Run(".")), "note")
        if self._view.practice:
            yield self._heading("seen_in_practice")
            yield Items(tuple((Paragraph((self._library.case_link(case),)),) for case in self._view.practice))

    def _ties(self) -> Iterator[Block]:
        rows: list[Runs] = []
        for group in self._view.ties:
            for tie in group.ties:
                why = (Run(". "), *self._library.runs(tie.why)) if tie.why else ()
                rows.append((Run(f"{group.label}: "), self._library.link(tie.pattern), *why))
        rows += [(Run(f"{self._words.mentions}: "), self._library.link(other)) for other in self._view.mentions]
        if rows:
            yield self._heading("relations")
            yield Items(tuple((Paragraph(row),) for row in rows))

    def _citation(self, use: Citation) -> Runs:
        lesson = f" ({self._words.lesson.lower()} {use.lesson})" if use.lesson else ""
        return (*self._library.cited(use), Run(f"{lesson}."))


def _listed(rows: list[tuple[Block, ...]]) -> Iterator[Block]:
    if rows:
        yield Items(tuple(rows))


def joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield runs with a comma between two of them."""
    for place, run in enumerate(runs):
        if place:
            yield Run(", ")
        yield run
