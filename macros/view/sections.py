"""The text of a pattern as sections in the order of the page, for the site and every export.

What a section holds is told by the kind of its field's value, so that a new field of text needs its place in
`model/text.py` and a heading in labels.yml, and no code here.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import ClassVar

from macros.language.language import Language
from macros.model.basis import ALWAYS_OURS, Basis
from macros.model.case import Case
from macros.model.editions import Edition
from macros.model.example import Example
from macros.model.former_fields import FORMER_FIELDS, heirs
from macros.model.run import Run
from macros.model.sections import SECTIONS
from macros.model.text import ShortText, Variant
from macros.model.text_fields import TEXT_FIELDS
from macros.model.vocabulary import Source
from macros.view.labels import Labels
from macros.view.section_names import section_names


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Prose as paragraphs."""

    kind: ClassVar = "paragraphs"
    text: str

    def texts(self) -> Iterator[str]:
        """Yield its words, as prose."""
        yield self.text


@dataclass(frozen=True, slots=True)
class Points:
    """A list of texts; one alone is shown as a paragraph."""

    kind: ClassVar = "points"
    items: tuple[str, ...]

    def texts(self) -> Iterator[str]:
        """Yield its words, as prose."""
        yield from self.items


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text behind a label.

    Attributes:
        name: what it is, the same in every edition.
        language: the label's language, where it is not that of the edition.
    """

    kind: ClassVar = "labelled"
    name: str
    label: str
    text: str
    language: Edition | None = None

    def texts(self) -> Iterator[str]:
        """Yield its words, as prose."""
        yield self.text


@dataclass(frozen=True, slots=True)
class Notice:
    """A fixed text in the language of the edition, in plain words."""

    kind: ClassVar = "notice"
    text: str

    def texts(self) -> Iterator[str]:
        """Yield nothing: it is the same in every pattern."""
        yield from ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step: how long it takes, in words; what is said first, in quotation marks or empty; what happens."""

    minutes: str
    said: str
    text: str


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of a run."""

    kind: ClassVar = "steps"
    steps: tuple[Step, ...]

    def texts(self) -> Iterator[str]:
        """Yield its words, as prose."""
        for step in self.steps:
            yield from filter(None, (step.said, step.text))


@dataclass(frozen=True, slots=True)
class Named:
    """A text under a name of its own."""

    kind: ClassVar = "named"
    name: str
    text: str

    def texts(self) -> Iterator[str]:
        """Yield its words, as prose."""
        yield from (self.name, self.text)


Part = Paragraphs | Points | Labelled | Notice | Steps | Named


@dataclass(frozen=True, slots=True)
class Section:
    """One section.

    Attributes:
        field: the field of the text that it shows.
        id: its name in the addresses of the edition.
        former: the name that answers too, by which files know it; empty when that is the same.
        also: the names of sections whose words it took over, which answer here too.
        heading: in words.
        parts: what it holds, in order.
        quiet: whether the page shows no heading.
        example: the form of an example ("case", "scene", "quotation"); empty for other sections.
        source, case: what an example is taken from, where it is known.
    """

    field: str
    id: str
    former: str
    heading: str
    parts: tuple[Part, ...]
    also: tuple[str, ...] = ()
    quiet: bool = False
    example: str = ""
    source: Source | None = None
    case: Case | None = None

    def texts(self) -> list[str]:
        """Return its words, as prose."""
        return [text for part in self.parts for text in part.texts()]


def sections_of(text: ShortText, language: Language, words: Labels) -> Iterator[Section]:
    """Yield the sections of a text that have words, in the order of the page."""
    also = _former_names(text, words)
    for name, field in TEXT_FIELDS.items():
        use = field.use
        value: object = getattr(text, name, None) if use.section and not use.folded else None
        if name == "examples":
            yield from _examples(text.examples, language, words)
        elif value:
            heading = _run_heading(value, words) if name == "run" else words(name)
            parts = tuple(_parts(value, language, words))
            yield Section(name, *_names(name, words), heading, parts, also.get(name, ()), use.quiet)


def _former_names(text: ShortText, words: Labels) -> dict[str, tuple[str, ...]]:
    """Return, by field, the names of former sections: each with the first field that holds what it held."""
    names: dict[str, tuple[str, ...]] = {}
    for former, known in FORMER_FIELDS.items():
        taken = next((field for field in heirs(former) if getattr(text, field, None)), "")
        names[taken] = (*names.get(taken, ()), *dict.fromkeys((section_names(words.edition)[former], known.section)))
    return names


def _names(field: str, words: Labels, behind: str = "") -> tuple[str, str]:
    """Return the name of a section in the addresses of an edition, and the former one where that is another."""
    name, former = section_names(words.edition)[field], SECTIONS[field]
    return name + behind, (former + behind if former != name else "")


def _parts(value: object, language: Language, words: Labels) -> Iterator[Part]:
    match value:
        case str():
            yield Paragraphs(value)
        case Run():
            yield from _run(value, words)
        case dict():
            names = role_names(language, words.edition)
            for key, text in value.items():
                name, foreign = names.get(key, (key, None))
                yield Labelled(key, name, text, foreign)
        case list() if isinstance(value[0], Variant):
            for one in value:
                yield Named(one.name, one.text)
        case list():
            yield Points(tuple(value))


def role_names(language: Language, edition: Edition) -> dict[str, tuple[str, Edition | None]]:
    """Return the name of each role by its key, with the language of the name where it is not the edition's."""
    return {role.key: (role.of(edition).name, role.foreign(edition)) for role in language.roles()}


def _run_heading(run: object, words: Labels) -> str:
    return words("run_meeting" if isinstance(run, Run) and run.kind == "meeting" else "run_alone")


def _run(run: Run, words: Labels) -> Iterator[Part]:
    def labelled(name: str, text: str) -> Labelled:
        return Labelled(name, words(f"run_{name}"), text)

    yield labelled("who", run.who)
    yield labelled("minutes", words.minutes(run.minutes))
    yield labelled("need", run.need)
    if run.clients:
        yield Notice(words("run_clients"))
    yield Steps(
        tuple(
            Step(words.minutes(step.minutes), run.open if place == run.open_at else "", step.do)
            for place, step in enumerate(run.steps, 1)
        )
    )
    yield labelled("leave_with", run.leave_with)
    yield labelled("stalls", run.stalls)
    yield labelled("ten_minutes", run.ten_minutes)


def _examples(examples: list[Example], language: Language, words: Labels) -> Iterator[Section]:
    for place, example in enumerate(examples):
        case = language.cases.get(example.case or "")
        yield Section(
            "examples",
            *_names("examples", words, f"-{place + 1}" if place else ""),
            words(example.heading),
            (Paragraphs(example.prose),),
            example=example.heading,
            source=language.source(example.source or (case.source if case else "")),
            case=case,
        )


def basis_section(basis: Basis, text: ShortText, words: Labels) -> Section:
    """Return what a text rests on: what the sources say, and which fields are the editors' own."""
    parts: list[Part] = [Paragraphs(text.basis.source)]
    ours = {*basis.ours, *(field for field in ALWAYS_OURS if getattr(text, field, None))}
    parts.append(Notice(_fields("basis_ours", ours, text, words)))
    if basis.partly:
        parts.append(Notice(_fields("basis_partly", basis.partly, text, words)))
    if text.basis.partly:
        parts.append(Paragraphs(text.basis.partly))
    return Section("basis", *_names("basis", words), words("basis"), tuple(parts))


def _fields(label: str, fields: Collection[str], text: ShortText, words: Labels) -> str:
    """Return a sentence that names fields as the page does, in its order."""
    order = ["summary", *SECTIONS]
    steps = words("in_quotes").format(words=_run_heading(getattr(text, "run", None), words))
    names = (steps if field == "run" else words(f"named_{field}") for field in sorted(fields, key=order.index))
    return f"{words(label)}: {words.listing(names)}."
