"""Answers on what stands around the patterns: vocabulary, sources, routes and situations."""

from pydantic import Field

from macros.exports.api.models.base import Answer, ByEdition, Translated


class Word(Answer):
    """A word of the vocabulary in one language."""

    name: str
    explanation: str


class Term(ByEdition):
    """A word of the vocabulary."""

    __pydantic_extra__: dict[str, Word]
    key: str


class Opening(Word):
    """A chapter in one language."""

    opening: str
    url: str


class Chapter(ByEdition):
    """A chapter with its published patterns."""

    __pydantic_extra__: dict[str, Opening]
    key: str
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


class Lesson(ByEdition):
    """A lesson of a source, with the patterns that carry it."""

    __pydantic_extra__: dict[str, str]
    letter: str
    where: Translated
    patterns: list[int]


class Source(Answer):
    """A source. What its text does not tell is missing."""

    key: str
    title: str
    title_en: str
    titles: Translated
    author: str | None = None
    organisation: str | None = None
    year: str | None = None
    url: str | None = None
    date: Translated
    kind: Translated
    note: Translated
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
    why: Translated


class Route(ByEdition):
    """A reading route."""

    __pydantic_extra__: dict[str, RouteText]
    key: str
    role: str | None = None
    steps: list[Step]


class Routes(Answer):
    """routes.json: orders in which to read a handful of patterns."""

    routes: list[Route]


class Side(Answer):
    """What stands on one side."""

    position: str = Field(description="What a person on this side says.")
    source: str = Field(description="What the source says of it, or that it is in no source.")
    ours: str = Field(description="What is the editors'.")


class DisagreementText(Answer):
    """A disagreement in one edition."""

    question: str
    decision: str = Field(description="An invented decision to try it on.")
    sides: list[Side] = Field(description="In the order of `patterns`.")


class Disagreement(ByEdition):
    """Two patterns that balance each other."""

    __pydantic_extra__: dict[str, DisagreementText]
    key: str
    patterns: list[int]


class Disagreements(Answer):
    """disagreements.json: where the sources disagree."""

    disagreements: list[Disagreement]


class Cell(Answer):
    """What you notice at one level of one stagnation, and the patterns that help."""

    stagnation: str
    level: str = Field(description="Key in `levels` of this file.")
    symptom: Translated
    basis: str = Field(description="stated: a source says it. inferred: the editors do.")
    start: list[int]
    then: list[int]


class Spring(Answer):
    """What you see when a driving force runs dry."""

    see: Translated
    strong: str | None = None
    dry: str | None = None
    go_to: list[int]
    basis: str


class Signal(Answer):
    """A sign, and the patterns that answer it."""

    key: str
    signal: Translated
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
