"""Answers on what stands around the patterns: vocabulary, sources, routes and situations."""

from pydantic import Field

from macros.exports.api.answers.answer import Answer, Both


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
