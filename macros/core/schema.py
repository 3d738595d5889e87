"""The one schema: a pattern and the files around it, as pydantic models.

They validate what contributors write and generate the JSON Schema for editors, the starter file and the field
reference. Every field says in both languages what it is for (`told`).
"""

import re
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from macros.core.editions import Edition
from macros.core.source import MAX_TEXT

RELATION_KINDS = ("part_of", "needs", "leads_to", "balances")
"""The kinds of relation as they are written, on one side only."""

_MARKUP = re.compile(r"[<>\x00-\x1f]")


Span = tuple[int, int]
"""A lower and an upper bound, both included."""


def told(nl: str, en: str, *, words: Span | None = None, count: Span | None = None, **more: Any) -> Any:
    """Return a pydantic field that carries its explanation in both languages.

    Args:
        nl: what the field is for in Dutch, a sentence with its full stop.
        en: the same in English.
        words: how long its text should be, or each of its texts; said in the explanation, checked as a warning.
        count: how many texts it should have; likewise.
        more: what pydantic's `Field` takes.
    """
    guide: dict[str, Any] = {}
    if count:
        nl, en = f"{nl[:-1]}, {count[0]} tot {count[1]}.", f"{en[:-1]}, {count[0]} to {count[1]}."
        guide["count"] = list(count)
    if words:
        nl, en = f"{nl[:-1]}, {words[0]} tot {words[1]} woorden.", f"{en[:-1]}, {words[0]} to {words[1]} words."
        guide["words"] = list(words)
    return Field(description=f"{nl}\n\n{en}", json_schema_extra={"nl": nl, "en": en, **guide}, **more)


def _plain(text: str) -> str:
    if found := _MARKUP.search(text):
        what = "a line break" if found.group() == "\n" else f'"{found.group()}"'
        raise ValueError(f"plain words on one line, without {what}")
    return text


def _https(text: str) -> str:
    if not re.fullmatch(r"https://[a-zA-Z0-9][^\s<>\"]*", text):
        raise ValueError("an address that begins with https://")
    return text


def _iso_date(value: Any) -> Any:
    if isinstance(value, date) or (isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)):
        return value
    raise ValueError("a date, written as 2026-11-22")


def _digits(value: Any) -> Any:
    if isinstance(value, int) or (isinstance(value, str) and re.fullmatch(r"0|[1-9][0-9]{0,5}", value)):
        return int(value)
    raise ValueError("a whole number, written in digits")


Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Letter = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,2}$")]
Plain = Annotated[str, StringConstraints(min_length=1, max_length=300), AfterValidator(_plain)]
Name = Annotated[str, StringConstraints(min_length=2, max_length=80), AfterValidator(_plain)]
Yes = Annotated[Literal["true"], WithJsonSchema({"const": True})]
"""Something that is so or is left out: the text *true* to us, the value to an editor."""
Url = Annotated[str, StringConstraints(max_length=300), AfterValidator(_https)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=MAX_TEXT)]
Number = Annotated[int, BeforeValidator(_digits)]
Day = Annotated[date, BeforeValidator(_iso_date)]


class Record(BaseModel):
    """A mapping in a file: unknown fields are refused, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Both(Record):
    """One text in both languages."""

    nl: Prose = told("In het Nederlands.", "In Dutch.")
    en: Prose = told("In het Engels.", "In English.")

    def of(self, edition: Edition) -> str:
        """Return the text of one edition."""
        return self.nl if edition == "nl" else self.en


class Relation(Record):
    """A tie from this pattern to another one, of one kind, with the reason where it is not plain."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": [kind]} for kind in RELATION_KINDS]})

    part_of: Key | None = told(
        "Dit patroon is een deel van dat grotere.", "This pattern is a part of that larger one.", default=None
    )
    needs: Key | None = told(
        "Dit patroon werkt pas als dat andere er is.",
        "This pattern works only once that one is there.",
        default=None,
    )
    leads_to: Key | None = told(
        "Na dit patroon komt dat andere in zicht.",
        "After this pattern that one comes into view.",
        default=None,
    )
    balances: Key | None = told(
        "Deze twee houden elkaar in evenwicht: een spanning.",
        "These two hold each other in balance: a tension.",
        default=None,
    )
    why: Both | None = told(
        "Waarom, in één zin, als dat niet vanzelf spreekt.",
        "Why, in one sentence, where it does not go without saying.",
        default=None,
    )

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if sum(getattr(self, kind) is not None for kind in RELATION_KINDS) != 1:
            raise PydanticCustomError("relation_kind", "a relation has exactly one kind")
        return self

    @property
    def kind(self) -> str:
        """The kind as written."""
        return next(kind for kind in RELATION_KINDS if getattr(self, kind))

    @property
    def target(self) -> str:
        """The key of the pattern at the other end."""
        return str(getattr(self, self.kind))


class SourceUse(Record):
    """A place in a source that this pattern rests on; with a lesson, the pattern carries that lesson."""

    source: Key = told("De bron, met de sleutel uit sources.yml.", "The source, by its key in sources.yml.")
    lesson: Letter | None = told(
        "De les die dit patroon draagt, met de letter uit sources.yml.",
        "The lesson this pattern carries, by its letter in sources.yml.",
        default=None,
    )
    where: Both = told(
        "De plek in de bron: welke alinea, dia of reactie.",
        "The place in the source: which paragraph, slide or comment.",
    )


class Example(Record):
    """What it looked like once: a case from a source, or an invented scene that says so."""

    kind: Literal["case", "illustration"] = told(
        "Een casus uit een bron, of een verzonnen illustratie.",
        "A case from a source, or an invented illustration.",
    )
    source: Key | None = told("Bij een casus: uit welke bron.", "For a case: from which source.", default=None)
    text: Prose = told("Wat er gebeurde.", "What happened.", words=(40, 120))


class Variant(Record):
    """A second lesson that lives in this pattern under a name of its own."""

    name: Name = told("De naam van de variant.", "The name of the variant.")
    text: Prose = told("Wat er anders is.", "What is different.", words=(40, 90))


class ShortText(Record):
    """The text of a short pattern in one language."""

    name: Name = told(
        "Een beeld of een daad die je hardop kunt zeggen.",
        "An image or an act you can say aloud.",
        words=(2, 7),
    )
    slug: Key | None = told(
        "Het adres, als het niet uit de naam volgt.",
        "The address, where it does not follow from the name.",
        default=None,
    )
    revised: Day = told("De datum van deze tekst.", "The date of this text.")
    summary: Prose = told(
        "Probleem en uitweg in stellende zinnen die in een rapport kunnen staan.",
        "Problem and way out in statements that can stand in a report.",
        words=(20, 40),
    )
    keywords: list[Plain] = told(
        "Woorden waarop anderen zoeken; ze staan nergens op de pagina.",
        "Words people search by; they stand nowhere on the page.",
        default=[],
    )
    signals: list[Prose] = told(
        "Wat je ziet, hoort of leest en waaraan je dit herkent.",
        "What you see, hear or read that tells you this is it.",
        count=(1, 4),
        default=[],
    )
    context: Prose | None = told(
        "Waar je bent als je dit nodig hebt, en wat je daar bracht.",
        "Where you are when you need this and what brought you there.",
        words=(30, 70),
        default=None,
    )
    problem: Prose = told(
        "Het ene dat steeds misgaat, en waarom.",
        "The one thing that keeps going wrong, and why.",
        words=(25, 60),
    )
    forces: list[Prose] = told(
        "Wat aan twee kanten trekt: één zin waarin beide kanten iets waard zijn.",
        "What pulls both ways: one sentence in which both sides are worth something.",
        words=(12, 30),
        min_length=1,
    )
    intervention: Prose = told(
        "Wat iemand doet, wie dat is, wat er dan verandert en wat als het niet lukt.",
        "What somebody does, who that is, what then changes and what if it does not work.",
        words=(60, 140),
    )
    steps: list[Prose] = told(
        "Alleen als de volgorde iets toevoegt.",
        "Only where an order adds something.",
        count=(3, 5),
        default=[],
    )
    examples: list[Example] = told(
        "Een casus uit een bron of een illustratie.", "A case from a source or an illustration.", min_length=1
    )
    variants: list[Variant] = told(
        "Een tweede les, onder een eigen naam.", "A second lesson, under a name of its own.", default=[]
    )
    pitfalls: list[Prose] = told(
        "Hoe dit misgaat als je het goed bedoelt, en wanneer je het niet moet doen.",
        "How this goes wrong when meant well, and when not to use it.",
        count=(1, 3),
        default=[],
    )
    questions: list[Prose] = told(
        "Om hardop te vragen aan tafel.", "To ask aloud at the table.", count=(1, 3), default=[]
    )
    basis: Prose = told(
        "Wat de bron zegt, wat van ons is en hoe sterk het bewijs is.",
        "What the source says, what is ours and how strong the evidence is.",
    )
    aliases: list[Key] = told(
        "Vroegere adressen, die blijven werken.", "Former addresses, which go on working.", default=[]
    )


class FullText(ShortText):
    """The text of a full pattern in one language: context and signals too, and two forces or more."""

    signals: list[Prose] = told(
        "Wat je ziet, hoort of leest en waaraan je dit herkent.",
        "What you see, hear or read that tells you this is it.",
        count=(1, 4),
        min_length=1,
    )
    context: Prose = told(
        "Waar je bent als je dit nodig hebt, en wat je daar bracht.",
        "Where you are when you need this and what brought you there.",
        words=(30, 70),
    )
    forces: list[Prose] = told(
        "Wat aan twee kanten trekt: één zin waarin beide kanten iets waard zijn, minstens twee.",
        "What pulls both ways: one sentence in which both sides are worth something, at least two.",
        words=(12, 30),
        min_length=2,
    )


class PatternFile(Record):
    """What both forms of a pattern file share: the facts that hold in every language."""

    id: Number = told(
        "Het nummer, voor altijd: nieuw is één hoger dan het hoogste ooit.",
        "The number, for ever: a new one is one above the highest ever used.",
        ge=1,
        le=9999,
    )
    form: Literal["short", "full"] = told("Kort of volledig.", "Short or full.")
    status: Literal["draft", "published", "retired"] = told(
        "Concept, gepubliceerd of vervallen.", "Draft, published or retired.", default="published"
    )
    successor: Key | None = told(
        "Bij een vervallen patroon: het patroon dat ervoor in de plaats kwam.",
        "For a retired pattern: the pattern that took its place.",
        default=None,
    )
    retired_because: Both | None = told(
        "Bij een vervallen patroon: waarom het verviel.", "For a retired pattern: why it went.", default=None
    )
    confidence: Number = told(
        "Hoe sterk het bewijs in de bronnen is: 0, 1 of 2.",
        "How strong the evidence in the sources is: 0, 1 or 2.",
        ge=0,
        le=2,
    )
    levels: list[Key] = told("Waar het speelt.", "Where it plays.", min_length=1)
    roles: list[Key] = told("Voor wie het is.", "Whom it is for.", min_length=1)
    can_start: list[Key] = told("Wie ermee kan beginnen.", "Who can begin.", min_length=1)
    takes: Key = told("Hoe lang het duurt.", "How long it takes.")
    phases: list[Key] = told("In welke fase van de samenwerking.", "In which phase of the collaboration.", min_length=1)
    driving_force: Key = told("De drijvende kracht die het aanspreekt.", "The driving force it draws on.")
    answers: list[Key] = told(
        "Waar het vastloopt: de stagnaties waarop dit een antwoord is.",
        "Where it gets stuck: the stagnations this answers.",
        default=[],
    )
    relations: list[Relation] = told(
        "De banden met andere patronen, aan één kant opgeschreven.",
        "The ties to other patterns, written on one side only.",
        default=[],
    )
    sources: list[SourceUse] = told("Waar het vandaan komt.", "Where it comes from.", min_length=1)


class ShortPattern(PatternFile):
    """A short pattern: 150 to 250 words in each language."""

    form: Literal["short"] = told("Kort of volledig.", "Short or full.")
    nl: ShortText | None = told("De Nederlandse tekst.", "The Dutch text.", default=None)
    en: ShortText | None = told("De Engelse tekst.", "The English text.", default=None)


class FullPattern(PatternFile):
    """A full pattern: context, signals and at least two forces, up to 500 words in each language."""

    form: Literal["full"] = told("Kort of volledig.", "Short or full.")
    nl: FullText | None = told("De Nederlandse tekst.", "The Dutch text.", default=None)
    en: FullText | None = told("De Engelse tekst.", "The English text.", default=None)


AnyPattern = ShortPattern | FullPattern
FORMS: dict[str, type[AnyPattern]] = {"short": ShortPattern, "full": FullPattern}
"""The model of each form."""
