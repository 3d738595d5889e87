"""Answers on patterns: the list of them, and all there is of one."""

from datetime import date

from pydantic import Field

from macros.exports.api.models.base import Answer, ByEdition, Translated


class Downloads(Answer):
    """The pattern as a file, absolute addresses."""

    pdf: str
    docx: str
    bib: str
    ris: str
    csl: str = Field(description="CSL-JSON")


class Picture(Answer):
    """The picture of a pattern, with absolute addresses."""

    shows: str = Field(description="What is seen and what it means, for who cannot see it.")
    svg: str
    png: str = Field(description="900 by 600 pixels, on white.")


class Example(Answer):
    """What it looked like once."""

    kind: str = Field(description="case: it happened. scene: invented. quotation: the words of a source.")
    case: str | None = Field(None, description="Key of the case in cases.json.")
    source: str | None = Field(None, description="Key of the source in sources.json.")
    text: str


class RunStep(Answer):
    """One step of a run."""

    minutes: int
    do: str


class Run(Answer):
    """The smallest way to do a pattern once."""

    kind: str = Field(description="meeting, visit, call or alone")
    clients: str | None = Field(None, description="discussed or present, where clients are concerned.")
    who: str
    minutes: int
    need: str
    open: str = Field(description="The sentence to open with, in quotation marks.")
    open_at: int = Field(description="The step in which that sentence is said.")
    steps: list[RunStep]
    leave_with: str
    stalls: str = Field(description="The way out when it stalls.")
    ten_minutes: str = Field(description="What can be done before the next meeting begins.")


class BasisText(Answer):
    """What the sources say."""

    source: str
    partly: str | None = Field(None, description="Of fields that are partly the editors': what is in the source.")


class Basis(Answer):
    """Which fields are the editors'; signals, run, moves and question always are, other fields follow the sources."""

    ours: list[str]
    partly: list[str]


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
    situations: list[str] = Field(description="Sentences as people type them, for search.")
    signals: list[str]
    context: str | None = None
    problem: str
    forces: list[str]
    intervention: str
    run: Run
    question: str | None = None
    moves: dict[str, str] = Field(description="Key of a role: what that person can do or ask for this week.")
    examples: list[Example]
    variants: list[Variant]
    pitfalls: list[str]
    basis: BasisText
    picture: Picture | None = None
    evidence: str = Field(description="The evidence in one line, which goes wherever the text goes.")
    downloads: Downloads


class Relation(Answer):
    """A tie to another pattern, as this one sees it: both sides of a tie have it."""

    kind: str = Field(description="part_of, contains, needs, enables, leads_to, follows or balances")
    pattern: int
    why: Translated | None = None


class SourceUse(Answer):
    """A place in a source that the pattern rests on."""

    source: str = Field(description="Key in sources.json.")
    lesson: str | None = Field(None, description="The lesson that the pattern carries, by its letter.")
    where: Translated


class Facts(ByEdition):
    """What holds for a pattern in every language."""

    id: int = Field(description="Its number, which is never given to another pattern.")
    key: str
    chapter: str = Field(description="Key in language.json.")
    status: str = Field(description="published or retired")
    successor: int | None = Field(None, description="For a retired pattern: the one that took its place.")
    confidence: int = Field(description="How strong the evidence is: 0, 1 or 2; language.json says it in words.")


class Entry(Facts):
    """A pattern in the list."""

    __pydantic_extra__: dict[str, Heading]
    data: str = Field(description="Address of all there is of it.")


class Pattern(Facts):
    """patterns/<id>.json: one pattern. A language it is not written in is missing."""

    __pydantic_extra__: dict[str, Text]
    levels: list[str]
    roles: list[str]
    can_start: list[str]
    takes: str
    phases: list[str]
    driving_force: str
    answers: list[str] = Field(description="Where it gets stuck: keys of stagnations.")
    relations: list[Relation]
    sources: list[SourceUse]
    basis: Basis
    cases: list[str] = Field(description="Keys of the cases that bear on it, in cases.json.")


class Patterns(Answer):
    """patterns.json: every pattern that is or was published, in the order of the book."""

    patterns: list[Entry]
