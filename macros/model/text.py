"""The text of a pattern in one language: its fields, in the order of the page."""

from functools import partial
from typing import Final

from macros.model.base import NO_PROSE, Model, Use, described
from macros.model.example import Example
from macros.model.run import Run
from macros.model.values import Key, Name, Plain, Prose


class Variant(Model):
    """A second lesson that lives in this pattern under a name of its own."""

    name: Name = described("De naam van de variant.", "The name of the variant.")
    text: Prose = described("Wat er anders is.", "What is different.", words=(40, 90))


class BasisText(Model):
    """What the sources say, in one language."""

    source: Prose = described(
        "Wat de bronnen zeggen, in één zin. Elke bron van het patroon komt erin voor.",
        "What the sources say, in one sentence. Every source of the pattern is in it.",
    )
    partly: Prose | None = described(
        "Van velden die voor een deel van de redactie zijn: wat wel in de bron staat en wat niet.",
        "Of fields that are partly the editors': what is in the source and what is not.",
        default=None,
    )


# What both forms have and only the full one requires.
_CONTEXT: Final = partial(
    described,
    "Waar je bent als je dit nodig hebt, en uit welk groter patroon je komt.",
    "Where you are when you need this, and from which larger pattern you come.",
    use=Use(section="context", quiet=True, written_by="either"),
)
_FORCES: Final = partial(described, short=(8, 18), full=(20, 35), use=Use(section="krachten", written_by="either"))


class ShortText(Model):
    """The text of a short pattern in one language."""

    name: Name = described(
        "Een beeld of een daad die je hardop kunt zeggen.",
        "An image or an act you can say aloud.",
        words=(2, 7),
        use=Use(counted=False),
    )
    slug: Key | None = described(
        "Het adres, als het niet uit de naam volgt.",
        "The address, where it does not follow from the name.",
        default=None,
        use=NO_PROSE,
    )
    revised: Plain | None = described(
        "Doet niets meer: de datum volgt uit de publicatie.",
        "Has no effect any more: the date follows from publishing.",
        default=None,
        use=Use(prose=False, deprecated=True),
    )
    summary: Prose = described(
        "Probleem en uitweg in stellende zinnen die in een rapport kunnen staan.",
        "Problem and way out in statements that can stand in a report.",
        short=(20, 35),
        full=(20, 40),
        use=Use(written_by="either"),
    )
    keywords: list[Plain] = described(
        "Woorden waarop anderen zoeken; ze staan nergens op de pagina.",
        "Words people search by; they stand nowhere on the page.",
        count=(12, 40),
        default=[],
        use=NO_PROSE,
    )
    signals: list[Prose] = described(
        "Wat je ziet, hoort of leest en waaraan je dit herkent.",
        "What you see, hear or read that tells you this is it.",
        short=(5, 20),
        full=(5, 30),
        count=(1, 3),
        min_length=1,
        use=Use(section="signalen", written_by="editors"),
    )
    context: Prose | None = _CONTEXT(default=None)
    problem: Prose = described(
        "Het ene dat steeds misgaat, en waarom.",
        "The one thing that keeps going wrong, and why.",
        use=Use(section="probleem", quiet=True, written_by="either"),
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
        use=Use(section="daarom", written_by="either"),
    )
    run: Run = described(
        "De kleinste manier om het een keer te doen.",
        "The smallest way to do it once.",
        short=(60, 125),
        full=(80, 170),
        use=Use(section="draaiboek", written_by="editors"),
    )
    question: Prose | None = described(
        "Eén vraag om hardop te stellen.",
        "One question to ask aloud.",
        words=(3, 25),
        default=None,
        use=Use(section="vraag", written_by="editors"),
    )
    moves: dict[Key, Prose] = described(
        "Per rol die het niet zelf kan beslissen: één ding dat die deze week kan doen of vragen.",
        "By role that cannot decide it: one thing that person can do or ask for this week.",
        words=(3, 22),
        short=(5, 22),
        full=(8, 40),
        min_length=1,
        use=Use(section="rollen", written_by="editors"),
    )
    examples: list[Example] = described(
        "Een praktijkgeval, een verzonnen tafereel of woorden uit een bron.",
        "A case, an invented scene or the words of a source.",
        short=(30, 60),
        full=(30, 70),
        min_length=1,
        use=Use(section="voorbeeld"),
    )
    variants: list[Variant] = described(
        "Een tweede les, onder een eigen naam.",
        "A second lesson, under a name of its own.",
        default=[],
        use=Use(section="varianten", counted=False, written_by="either"),
    )
    pitfalls: list[Prose] = described(
        "Hoe dit misgaat als je het goed bedoelt, en wanneer je het niet moet doen.",
        "How this goes wrong when meant well, and when not to use it.",
        short=(0, 15),
        full=(10, 40),
        count=(1, 3),
        default=[],
        use=Use(section="valkuilen", written_by="either"),
    )
    situations: list[Plain] = described(
        "Voor het zoeken: hele zinnen zoals iemand ze intikt, in de ik-vorm; ze staan nergens op de pagina.",
        "For search: whole sentences as a person types them, in the first person; they stand nowhere on the page.",
        words=(8, 20),
        count=(3, 5),
        min_length=1,
        use=Use(counted=False),
    )
    basis: BasisText = described(
        "Wat de bronnen zeggen.", "What the sources say.", use=Use(section="basis", folded=True, counted=False)
    )
    aliases: list[Key] = described(
        "Vroegere adressen, die blijven werken.",
        "Former addresses, which go on working.",
        default=[],
        use=NO_PROSE,
    )


class FullText(ShortText):
    """The text of a full pattern in one language: its context too, and two forces or more."""

    context: Prose = _CONTEXT()
    forces: list[Prose] = _FORCES(
        "Wat aan twee kanten trekt: één zin waarin beide kanten iets waard zijn, minstens twee.",
        "What pulls both ways: one sentence in which both sides are worth something, at least two.",
        min_length=2,
    )
