"""What each file of the API holds, as pydantic models: the promise of version 1.

Fields may be added within version 1. None is removed, renamed or given another meaning.
Prose is CommonMark; a link to a pattern is its permalink. A date is written as 2026-11-22, a pattern named by number.
"""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field


class Answer(BaseModel):
    """A mapping in an answer."""

    model_config = ConfigDict(frozen=True)


class Both(Answer):
    """One text in both languages."""

    nl: str
    en: str


class Downloads(Answer):
    """The pattern as a file, absolute addresses."""

    pdf: str
    docx: str
    bib: str
    ris: str
    csl: str = Field(description="CSL-JSON")


class Example(Answer):
    """What it looked like once."""

    kind: str = Field(description="case: from a source. illustration: invented.")
    source: str | None = Field(None, description="Key of the source of a case.")
    text: str


class Variant(Answer):
    """A second lesson in the same pattern."""

    name: str
    text: str


class Heading(Answer):
    """What a list shows of a text in one language."""

    name: str
    revised: date = Field(description="The date of this text.")
    summary: str
    permalink: str = Field(description="Address that never changes.")
    url: str = Field(description="Address of the page, which follows the name.")


class Text(Heading):
    """A pattern in one language."""

    keywords: list[str]
    signals: list[str]
    context: str | None = None
    problem: str
    forces: list[str]
    intervention: str
    steps: list[str]
    examples: list[Example]
    variants: list[Variant]
    pitfalls: list[str]
    questions: list[str]
    basis: str
    downloads: Downloads


class Relation(Answer):
    """A tie to another pattern, as this one sees it: both sides of a tie have it."""

    kind: str = Field(description="part_of, contains, needs, enables, leads_to, follows or balances")
    pattern: int
    why: Both | None = None


class SourceUse(Answer):
    """A place in a source that the pattern rests on."""

    source: str = Field(description="Key in sources.json.")
    lesson: str | None = Field(None, description="The lesson that the pattern carries, by its letter.")
    where: Both


class Facts(Answer):
    """What holds for a pattern in every language."""

    id: int = Field(description="Its number, which is never given to another pattern.")
    key: str
    chapter: str = Field(description="Key in language.json.")
    status: str = Field(description="published or retired")
    successor: int | None = Field(None, description="For a retired pattern: the one that took its place.")
    confidence: int = Field(description="How strong the evidence is: 0, 1 or 2; language.json says it in words.")


class Entry(Facts):
    """A pattern in the list."""

    data: str = Field(description="Address of all there is of it.")
    nl: Heading | None = None
    en: Heading | None = None


class Pattern(Facts):
    """patterns/<id>.json: one pattern. A language it is not written in is missing."""

    levels: list[str]
    roles: list[str]
    can_start: list[str]
    takes: str
    phases: list[str]
    driving_force: str
    answers: list[str] = Field(description="Where it gets stuck: keys of stagnations.")
    relations: list[Relation]
    sources: list[SourceUse]
    nl: Text | None = None
    en: Text | None = None


class Patterns(Answer):
    """patterns.json: every pattern that is or was published, in the order of the book."""

    patterns: list[Entry]


class Word(Answer):
    """A word of the vocabulary in one language."""

    name: str
    explanation: str


class Term(Answer):
    """A word of the vocabulary."""

    key: str
    nl: Word
    en: Word


class Opening(Word):
    """A chapter in one language."""

    opening: str
    url: str


class Chapter(Answer):
    """A chapter with its published patterns."""

    key: str
    nl: Opening
    en: Opening
    patterns: list[int]


class Language(Answer):
    """language.json: the words that patterns are sorted and described by."""

    chapters: list[Chapter]
    levels: list[Term]
    roles: list[Term]
    phases: list[Term]
    driving_forces: list[Term]
    stagnations: list[Term]
    takes: list[Term]
    confidence: list[Term]


class Lesson(Answer):
    """A lesson of a source, with the patterns that carry it."""

    letter: str
    nl: str
    en: str
    where: Both
    patterns: list[int]


class Source(Answer):
    """A source. What its text does not tell is missing."""

    key: str
    title: str
    title_en: str
    author: str | None = None
    organisation: str | None = None
    year: str | None = None
    url: str | None = None
    date: Both
    kind: Both
    note: Both
    lessons: list[Lesson]


class Sources(Answer):
    """sources.json: what the language rests on."""

    sources: list[Source]


class RouteText(Answer):
    """A route in one language."""

    name: str
    summary: str


class Step(Answer):
    """A step of a route."""

    pattern: int
    why: Both


class Route(Answer):
    """A reading route."""

    key: str
    role: str | None = None
    nl: RouteText
    en: RouteText
    steps: list[Step]


class Routes(Answer):
    """routes.json: orders in which to read a handful of patterns."""

    routes: list[Route]


class Cell(Answer):
    """What you notice at one level of one stagnation, and the patterns that help."""

    stagnation: str
    level: str = Field(description="Key in `levels` of this file.")
    symptom: Both
    basis: str = Field(description="stated: a source says it. inferred: the editors do.")
    start: list[int]
    then: list[int]


class Spring(Answer):
    """What you see when a driving force runs dry."""

    see: Both
    strong: str | None = None
    dry: str | None = None
    go_to: list[int]
    basis: str


class Signal(Answer):
    """A sign, and the patterns that answer it."""

    key: str
    signal: Both
    source: str
    basis: str
    stagnation: str | None = None
    start: list[int]
    then: list[int]


class Situations(Answer):
    """situations.json: from what you notice to patterns."""

    levels: list[Term]
    matrix: list[Cell]
    springs: list[Spring]
    signals: list[Signal]


class Version(Answer):
    """version.json: which version this is, and of which day."""

    version: str = Field(description="Of the API; the first number is the one in its address.")
    revised: date = Field(description="The date of the newest text.")
    patterns: int = Field(description="How many are published.")
    licence: str
    publisher: str
    site: Both
