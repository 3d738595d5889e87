"""The one schema: a pattern file, as pydantic models.

They validate what contributors write and generate the JSON Schema for editors, the starter file and the field
reference. What stands in the files around the patterns is in `frame`, `diagnosis` and `versions`.
"""

from collections.abc import Mapping
from functools import partial
from typing import Final, Literal

from macros.model.base import Model, described
from macros.model.basis import Basis, BasisText
from macros.model.editions import Edition
from macros.model.example import Example
from macros.model.relation import Relation
from macros.model.run import Run
from macros.model.source_use import SourceUse
from macros.model.translated import TEXTS, ByEdition, Translated
from macros.model.values import Key, Name, Number, PictureText, Plain, Prose


class PictureTexts(ByEdition[PictureText]):
    """What the picture of a pattern shows, by edition."""


class Variant(Model):
    """A second lesson that lives in this pattern under a name of its own."""

    name: Name = described("De naam van de variant.", "The name of the variant.")
    text: Prose = described("Wat er anders is.", "What is different.", words=(40, 90))


# What both forms have and only the full one requires.
_CONTEXT: Final = partial(
    described,
    "Waar je bent als je dit nodig hebt, en uit welk groter patroon je komt.",
    "Where you are when you need this, and from which larger pattern you come.",
)
_FORCES: Final = partial(described, short=(8, 18), full=(20, 35))


class ShortText(Model):
    """The text of a short pattern in one language."""

    name: Name = described(
        "Een beeld of een daad die je hardop kunt zeggen.",
        "An image or an act you can say aloud.",
        words=(2, 7),
    )
    slug: Key | None = described(
        "Het adres, als het niet uit de naam volgt.",
        "The address, where it does not follow from the name.",
        default=None,
    )
    revised: Plain | None = described(
        "Doet niets meer: de datum volgt uit de publicatie.",
        "Has no effect any more: the date follows from publishing.",
        default=None,
        deprecated=True,
    )
    summary: Prose = described(
        "Probleem en uitweg in stellende zinnen die in een rapport kunnen staan.",
        "Problem and way out in statements that can stand in a report.",
        short=(20, 35),
        full=(20, 40),
    )
    keywords: list[Plain] = described(
        "Woorden waarop anderen zoeken; ze staan nergens op de pagina.",
        "Words people search by; they stand nowhere on the page.",
        default=[],
    )
    situations: list[Plain] = described(
        "Voor het zoeken: hele zinnen zoals iemand ze intikt, in de ik-vorm; ze staan nergens op de pagina.",
        "For search: whole sentences as a person types them, in the first person; they stand nowhere on the page.",
        words=(8, 20),
        count=(3, 5),
        min_length=1,
    )
    signals: list[Prose] = described(
        "Wat je ziet, hoort of leest en waaraan je dit herkent.",
        "What you see, hear or read that tells you this is it.",
        short=(5, 20),
        full=(5, 30),
        count=(1, 3),
        min_length=1,
    )
    context: Prose | None = _CONTEXT(default=None)
    problem: Prose = described(
        "Het ene dat steeds misgaat, en waarom.", "The one thing that keeps going wrong, and why."
    )
    forces: list[Prose] = _FORCES(
        "Wat aan twee kanten trekt: één zin waarin beide kanten iets waard zijn.",
        "What pulls both ways: one sentence in which both sides are worth something.",
        min_length=1,
    )
    intervention: Prose = described(
        "Wat er verandert, wie dat doet en waarom het werkt.",
        "What changes, who does it and why it works.",
        short=(30, 50),
        full=(35, 70),
    )
    run: Run = described(
        "De kleinste manier om het een keer te doen.",
        "The smallest way to do it once.",
        short=(60, 125),
        full=(80, 170),
    )
    moves: dict[Key, Prose] = described(
        "Per rol die het niet zelf kan beslissen: één ding dat die deze week kan doen of vragen.",
        "By role that cannot decide it: one thing that person can do or ask for this week.",
        words=(3, 22),
        short=(5, 22),
        full=(8, 40),
        min_length=1,
    )
    examples: list[Example] = described(
        "Een praktijkgeval, een verzonnen tafereel of woorden uit een bron.",
        "A case, an invented scene or the words of a source.",
        short=(30, 60),
        full=(30, 70),
        min_length=1,
    )
    variants: list[Variant] = described(
        "Een tweede les, onder een eigen naam.", "A second lesson, under a name of its own.", default=[]
    )
    pitfalls: list[Prose] = described(
        "Hoe dit misgaat als je het goed bedoelt, en wanneer je het niet moet doen.",
        "How this goes wrong when meant well, and when not to use it.",
        short=(0, 15),
        full=(10, 40),
        count=(1, 3),
        default=[],
    )
    question: Prose | None = described(
        "Eén vraag om hardop te stellen.", "One question to ask aloud.", words=(3, 25), default=None
    )
    basis: BasisText = described("Wat de bronnen zeggen.", "What the sources say.")
    aliases: list[Key] = described(
        "Vroegere adressen, die blijven werken.", "Former addresses, which go on working.", default=[]
    )


class FullText(ShortText):
    """The text of a full pattern in one language: its context too, and two forces or more."""

    context: Prose = _CONTEXT()
    forces: list[Prose] = _FORCES(
        "Wat aan twee kanten trekt: één zin waarin beide kanten iets waard zijn, minstens twee.",
        "What pulls both ways: one sentence in which both sides are worth something, at least two.",
        min_length=2,
    )


class PatternFile(Model):
    """What both forms of a pattern file share: the facts that hold in every language."""

    id: Number = described(
        "Het nummer, voor altijd: nieuw is één hoger dan het hoogste ooit.",
        "The number, for ever: a new one is one above the highest ever used.",
        ge=1,
        le=9999,
    )
    form: Literal["short", "full"] = described("Kort of volledig.", "Short or full.")
    status: Literal["draft", "published", "retired"] = described(
        "Concept, gepubliceerd of vervallen.", "Draft, published or retired.", default="published"
    )
    successor: Key | None = described(
        "Bij een vervallen patroon: het patroon dat ervoor in de plaats kwam.",
        "For a retired pattern: the pattern that took its place.",
        default=None,
    )
    retired_because: Translated | None = described(
        "Bij een vervallen patroon: waarom het verviel.", "For a retired pattern: why it went.", default=None
    )
    confidence: Number = described(
        "Hoe sterk het bewijs in de bronnen is: 0, 1 of 2.",
        "How strong the evidence in the sources is: 0, 1 or 2.",
        ge=0,
        le=2,
    )
    levels: list[Key] = described("Waar het speelt.", "Where it plays.", min_length=1)
    roles: list[Key] = described("Voor wie het is.", "Whom it is for.", min_length=1)
    can_start: list[Key] = described("Wie ermee kan beginnen.", "Who can begin.", min_length=1)
    takes: Key = described("Hoe lang het duurt.", "How long it takes.")
    phases: list[Key] = described(
        "In welke fase van de samenwerking.", "In which phase of the collaboration.", min_length=1
    )
    driving_force: Key = described("De drijvende kracht die het aanspreekt.", "The driving force it draws on.")
    answers: list[Key] = described(
        "Waar het vastloopt: de stagnaties waarop dit een antwoord is.",
        "Where it gets stuck: the stagnations this answers.",
        default=[],
    )
    relations: list[Relation] = described(
        "De banden met andere patronen, aan één kant opgeschreven.",
        "The ties to other patterns, written on one side only.",
        default=[],
    )
    sources: list[SourceUse] = described("Waar het vandaan komt.", "Where it comes from.", min_length=1)
    picture: PictureTexts | None = described(
        "Wat de tekening toont, voor wie haar niet ziet: eerst wat je ziet, dan wat het betekent, 60 tot 260 tekens.",
        "What the picture shows, for who cannot see it: first what is seen, then what it means, 60 to 260 characters.",
        default=None,
    )
    basis: Basis = described(
        "Welke velden van de redactie zijn; de andere komen uit de bronnen.",
        "Which fields are the editors'; the others come from the sources.",
    )


class ShortPattern(ByEdition[ShortText], PatternFile):
    """A short pattern: up to 390 words in each language."""

    form: Literal["short"] = described("Kort of volledig.", "Short or full.")
    texts: Mapping[Edition, ShortText] = described("De tekst per editie.", "The text by edition.", alias=TEXTS)


class FullPattern(ByEdition[FullText], PatternFile):
    """A full pattern: context and at least two forces, up to 600 words in each language."""

    form: Literal["full"] = described("Kort of volledig.", "Short or full.")
    texts: Mapping[Edition, FullText] = described("De tekst per editie.", "The text by edition.", alias=TEXTS)


AnyPattern = ShortPattern | FullPattern
FORMS: dict[str, type[AnyPattern]] = {"short": ShortPattern, "full": FullPattern}
"""The model of each form."""
