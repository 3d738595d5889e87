"""The files around the patterns, as pydantic models: vocabulary, sources, routes and glossary."""

from typing import Final, Literal

from macros.model.base import Record, told
from macros.model.editions import EDITIONS, Edition
from macros.model.source_use import LessonUse
from macros.model.translated import ByEdition, Translated
from macros.model.values import Day, Key, Letter, Name, Plain, Prose, Url, Yes


class TermText(Record):
    """A word of the vocabulary in one language."""

    name: Name = told("Het woord zoals het op de pagina staat.", "The word as it stands on the page.")
    explanation: Prose = told("Uitleg in één regel.", "Explanation in one line.")


class Term(ByEdition[TermText]):
    """A word of the vocabulary: what patterns are described by."""

    key: Key = told("De sleutel waarmee bestanden ernaar verwijzen.", "The key by which files refer to it.")


class ChapterText(TermText):
    """A chapter in one language, with its opening."""

    opening: Prose = told("De tekst die het hoofdstuk opent.", "The text that opens the chapter.")


class Chapter(ByEdition[ChapterText]):
    """A chapter of the language; its patterns are the files in the folder of its key."""

    key: Key = told("De sleutel, ook de naam van de map.", "The key, also the name of the folder.")
    frames: list[LessonUse] = told(
        "De lessen die in de opening verteld worden.", "The lessons told in the opening.", default=[]
    )


class Vocabulary(Record):
    """language.yml: the words that patterns are sorted and described by, in the order in which pages show them."""

    chapters: list[Chapter] = told("De hoofdstukken.", "The chapters.", min_length=1)
    levels: list[Term] = told("Waar een patroon speelt.", "Where a pattern plays.", min_length=1)
    roles: list[Term] = told("Voor wie het is.", "Whom it is for.", min_length=1)
    phases: list[Term] = told("De fasen van een samenwerking.", "The phases of a collaboration.", min_length=1)
    driving_forces: list[Term] = told("De drijvende krachten.", "The driving forces.", min_length=1)
    stagnations: list[Term] = told("Waar het vastloopt.", "Where it gets stuck.", min_length=1)
    takes: list[Term] = told("Hoe lang iets duurt.", "How long something takes.", min_length=1)
    confidence: list[Term] = told(
        "Hoe sterk het bewijs is, in woorden.",
        "How strong the evidence is, in words.",
        min_length=3,
        max_length=3,
    )


VOCABULARY_FIELDS: Final = {
    "levels": "levels",
    "roles": "roles",
    "can_start": "roles",
    "phases": "phases",
    "answers": "stagnations",
    "driving_force": "driving_forces",
    "takes": "takes",
}
"""Field of a pattern -> list of the vocabulary that holds its words."""


class Lesson(ByEdition[Prose]):
    """A lesson of a source in one line, by its letter in the catalogue."""

    letter: Letter = told("De letter.", "The letter.")
    where: Translated = told("De plek in de bron.", "The place in the source.")
    frame: Yes | None = told(
        "Geen patroon: verteld in een opening of de diagnose.",
        "No pattern: told in an opening or the diagnosis.",
        default=None,
    )


class Source(Record):
    """A source on which the language rests."""

    key: Key = told("De sleutel.", "The key.")
    title: Plain = told("De oorspronkelijke titel.", "The original title.")
    language: Edition = told(
        "De taal van de titel, als het niet die van de eerste editie is.",
        "The language of the title, where it is not that of the first edition.",
        default=EDITIONS[0],
    )
    title_en: Plain = told("De titel in het Engels.", "The title in English.")
    author: Plain | None = told(
        "De auteur, als die in de tekst staat.", "The author, where the text names one.", default=None
    )
    short_name: Translated | None = told(
        "Hoe het bewijslabel de bron noemt, in een of twee woorden.",
        "What the evidence label calls the source, in one or two words.",
        default=None,
    )
    organisation: Plain | None = told("De organisatie.", "The organisation.", default=None)
    year: Plain | None = told("Het jaar, als dat vaststaat.", "The year, where it is certain.", default=None)
    url: Url | None = told("Het adres, als dat bekend is.", "The address, where known.", default=None)
    date: Translated = told("Wat er van de datum bekend is.", "What is known of the date.")
    kind: Translated = told("Wat voor tekst het is.", "What kind of text it is.")
    note: Translated = told("Wie er spreekt en waar dat op rust.", "Who speaks and what that rests on.")
    asked: Day | None = told(
        "De dag waarop dit aan de auteur is voorgelegd, als dat gebeurd is.",
        "The day on which this was put to the author, where it was.",
        default=None,
    )
    answered: Day | None = told(
        "De dag waarop de auteur antwoordde, als er antwoord is.",
        "The day on which the author answered, where there is an answer.",
        default=None,
    )
    lessons: list[Lesson] = told("De lessen.", "The lessons.", min_length=1)


class Sources(Record):
    """sources.yml: every source once, with its lessons."""

    sources: list[Source] = told("De bronnen.", "The sources.", min_length=1)


class Step(Record):
    """A step in a route."""

    pattern: Key = told("Het patroon.", "The pattern.")
    why: Translated = told("Waarom nu dit patroon.", "Why this pattern now.")


class RouteText(Record):
    """A route in one language."""

    name: Name = told("De naam.", "The name.")
    summary: Prose = told("Voor wie en wanneer.", "For whom and when.")


class Route(ByEdition[RouteText]):
    """A reading route through the language."""

    key: Key = told("De sleutel, ook het adres.", "The key, also the address.")
    role: Key | None = told("De rol, bij een route voor één rol.", "The role, for a route of one role.", default=None)
    steps: list[Step] = told("De stappen.", "The steps.", min_length=2)


class Routes(Record):
    """routes.yml: the reading routes."""

    routes: list[Route] = told("De leesroutes.", "The reading routes.", min_length=1)


class GlossaryText(Record):
    """A term in one language."""

    term: Name = told("Het woord.", "The word.")
    also: list[Plain] = told(
        "Andere vormen waarin het in een tekst staat.", "Other forms in which texts have it.", default=[]
    )
    meaning: Prose = told("Wat het betekent.", "What it means.")


class GlossaryTerm(ByEdition[GlossaryText]):
    """A word that a newcomer stumbles over."""

    key: Key = told("De sleutel.", "The key.")
    origin: Literal["source", "general"] = told(
        "Uit een bron of algemeen bekend.", "From a source or common knowledge."
    )
    mark: Yes | None = told(
        "Op de pagina's van patronen aangewezen, waar het woord voor het eerst staat.",
        "Pointed out on the pages of patterns, where the word first stands.",
        default=None,
    )


class Glossary(Record):
    """glossary.yml: the words explained."""

    terms: list[GlossaryTerm] = told("De woorden.", "The words.", min_length=1)
