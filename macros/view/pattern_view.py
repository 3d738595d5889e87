"""A pattern laid out without saying how it looks: title, facts and sections in the order of the page.

The site and every export are made from this one model, so that the text is the same in all of them.
Prose stays as it was written; each renderer parses it with the one parser of `prose`.
"""

from dataclasses import dataclass, replace
from typing import Final

from macros.language.addresses import permalink
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.language.relations import Tie, tie_kinds
from macros.model.case import Case
from macros.model.editions import Edition
from macros.model.text import ShortText
from macros.model.translated import Translated
from macros.model.vocabulary import Source, Term
from macros.record.text_date import TextDate
from macros.view.blocks import Run, Runs, plain
from macros.view.blocks import words as printed
from macros.view.evidence import evidence
from macros.view.labels import Labels
from macros.view.picture import PictureView, picture_of
from macros.view.sections import Section, basis_section, sections_of


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact beside the text: who can start, how long it takes, how strong the evidence is."""

    field: str
    label: str
    runs: Runs

    @property
    def value(self) -> str:
        """The words alone."""
        return plain(self.runs)


@dataclass(frozen=True, slots=True)
class TieGroup:
    """The ties of one kind."""

    kind: str
    label: str
    ties: list[Tie]


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as this pattern uses it: which lesson, and where it stands."""

    source: Source
    lesson: str
    where: Translated


@dataclass(frozen=True, slots=True)
class PatternView:
    """Everything there is to show of one pattern in one edition.

    Attributes:
        dated: the date of the text.
        language: the language the text is in, which differs from the edition when its own text is missing.
        chapter: the name of its chapter; its key where language.yml has no such chapter.
        chapter_foreign: the language of that name, where it is not the edition's.
        picture: its picture.
        line: who can start, how long it takes and the evidence, for one line under the summary.
        evidence: the evidence label, with the language of names that are in another one.
        facts: what else is known, beside the line.
        sections: the sections that have text, in the order of the page.
        basis: what the text rests on.
        more_cases: cases from sources that bear on the pattern and that no example tells.
        practice: cases from practice.
    """

    pattern: Pattern
    edition: Edition
    language: Edition
    text: ShortText
    dated: TextDate
    chapter: str
    chapter_foreign: Edition | None
    chapter_number: int
    permalink: str
    picture: PictureView | None
    line: list[Fact]
    evidence: Runs
    facts: list[Fact]
    sections: list[Section]
    basis: Section
    more_cases: list[Case]
    practice: list[Case]
    ties: list[TieGroup]
    mentions: list[Pattern]
    citations: list[Citation]

    def section(self, field: str) -> Section | None:
        """Return the section of a field; None where the text has none."""
        return next((section for section in self.sections if section.field == field), None)

    @property
    def borrowed(self) -> bool:
        """Whether the text stands in for a missing one."""
        return self.language != self.edition


_IN_LINE: Final = ("can_start", "takes", "evidence")
"""The facts that stand in one line under the summary."""

_laid_out: tuple[Language | None, dict[tuple[int, Edition], PatternView]] = (None, {})


def pattern_view(pattern: Pattern, language: Language, edition: Edition) -> PatternView:
    """Lay out one pattern for one edition; what is laid out once is kept as long as the language is the same one."""
    global _laid_out  # noqa: PLW0603 - pages, footnotes, metadata and exports ask for the same views many times
    if _laid_out[0] is not language:
        _laid_out = (language, {})
    kept = _laid_out[1]
    place = (id(pattern), edition)  # a kept view holds its pattern, so no other one gets its id
    if place not in kept:
        kept[place] = _lay_out(pattern, language, edition)
    return kept[place]


def _lay_out(pattern: Pattern, language: Language, edition: Edition) -> PatternView:
    text, text_language = pattern.text(edition)
    dated = language.text_date(pattern, edition)
    words = Labels(edition)
    chapter = language.chapter(pattern.chapter)
    tied = language.ties(pattern.key)
    related = {tie.pattern.key for tie in tied}
    cases = language.cases_of(pattern.key)
    told = {example.case for example in text.examples}
    facts = {fact.field: fact for fact in _facts(pattern, language, words, dated)}
    return PatternView(
        pattern=pattern,
        edition=edition,
        language=text_language,
        text=text,
        chapter=chapter.of(edition).name if chapter else pattern.chapter,
        chapter_foreign=chapter.foreign(edition) if chapter else None,
        dated=dated,
        chapter_number=language.chapter_numbers().get(pattern.chapter, 0),
        permalink=permalink(pattern.id, edition),
        picture=picture_of(pattern, language, edition),
        line=[facts[field] for field in _IN_LINE if field in facts],
        evidence=facts["evidence"].runs,
        facts=[fact for field, fact in facts.items() if field not in _IN_LINE],
        sections=list(sections_of(text, language, words)),
        basis=basis_section(pattern.fields.basis, text, words),
        more_cases=[case for case in cases if not case.from_practice and case.key not in told],
        practice=[case for case in cases if case.from_practice],
        ties=[
            TieGroup(kind, words(kind), own)
            for kind in tie_kinds()
            if (own := [tie for tie in tied if tie.kind == kind])
        ],
        mentions=[other for other in language.mentions(pattern.key) if other.key not in related],
        citations=citations_of(pattern, language),
    )


def citations_of(pattern: Pattern, language: Language) -> list[Citation]:
    """Return the sources of a pattern as it uses them."""
    return [
        Citation(source, use.lesson or "", use.where)
        for use in pattern.fields.sources
        if (source := language.source(use.source))
    ]


def _facts(pattern: Pattern, language: Language, words: Labels, dated: TextDate) -> list[Fact]:
    fields, vocabulary, edition = pattern.fields, language.vocabulary, words.edition
    evidenced = Fact("evidence", words("evidence"), evidence(pattern, language, words))
    if vocabulary is None:
        return [evidenced]

    def fact(field: str, terms: list[Term], keys: list[str]) -> Fact:
        found = [term for key in keys for term in terms if term.key == key]
        names = [Run(printed(term.of(edition).name), language=term.foreign(edition)) for term in found]
        lower = [replace(name, text=name.text[:1].lower() + name.text[1:]) for name in names[1:]]
        return Fact(field, words(field), _listed([*names[:1], *lower], words))

    facts = [
        fact("can_start", vocabulary.roles, fields.can_start),
        fact("takes", vocabulary.takes, [fields.takes]),
        evidenced,
        fact("levels", vocabulary.levels, fields.levels),
        fact("phases", vocabulary.phases, fields.phases),
        fact("answers", vocabulary.stagnations, fields.answers),
        fact("driving_force", vocabulary.driving_forces, [fields.driving_force or ""]),
        Fact("revised", words("revised"), (Run(words.text_date(dated)),)),
    ]
    return [fact for fact in facts if fact.runs]


def _listed(names: list[Run], words: Labels) -> Runs:
    """Return names joined by commas and a closing "and", as one run where they are all in the edition's language."""
    if not any(name.language for name in names):
        return (Run(words.listing(name.text for name in names)),) if names else ()
    listed: list[Run] = []
    for place, name in enumerate(names, 1):
        listed += [Run(f" {words('and')} " if place == len(names) else ", "), name] if listed else [name]
    return tuple(listed)
