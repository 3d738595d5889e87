"""The files around the patterns, as pydantic models: vocabulary, sources, routes and glossary."""

from typing import Final, Literal

from macros.model.base import Model, described
from macros.model.editions import EDITIONS, DeclaredCode, Edition
from macros.model.source_use import LessonUse
from macros.model.translated import ByEdition, Translated
from macros.model.values import Day, Key, Letter, Name, Plain, Prose, Url, Yes


class TermText(Model):
    """A word of the vocabulary in one language."""

    name: Name = described("Het woord zoals het op de pagina staat.", "The word as it stands on the page.")
    explanation: Prose = described("Uitleg in één regel.", "Explanation in one line.")


class Term(ByEdition[TermText]):
    """A word of the vocabulary: what patterns are described by."""

    key: Key = described("De sleutel waarmee bestanden ernaar verwijzen.", "The key by which files refer to it.")


class ChapterText(TermText):
    """A chapter in one language, with its opening."""

    opening: Prose = described("De tekst die het hoofdstuk opent.", "The text that opens the chapter.")


class Chapter(ByEdition[ChapterText]):
    """A chapter of the language; its patterns are the files in the folder of its key."""

    key: Key = described("De sleutel, ook de naam van de map.", "The key, also the name of the folder.")
    frames: list[LessonUse] = described(
        "De lessen die in de opening verteld worden.", "The lessons told in the opening.", default=[]
    )


class Vocabulary(Model):
    """language.yml: the words that patterns are sorted and described by, in the order in which pages show them."""

    chapters: list[Chapter] = described("De hoofdstukken.", "The chapters.", min_length=1)
    levels: list[Term] = described("Waar een patroon speelt.", "Where a pattern plays.", min_length=1)
    roles: list[Term] = described("Voor wie het is.", "Whom it is for.", min_length=1)
    phases: list[Term] = described(
        "De fasen van een samenwerking.", "The phases of a collaboration.", default_factory=list, min_length=1
    )
    driving_forces: list[Term] = described(
        "De drijvende krachten.", "The driving forces.", default_factory=list, min_length=1
    )
    stagnations: list[Term] = described(
        "Waar het vastloopt.", "Where it gets stuck.", default_factory=list, min_length=1
    )
    takes: list[Term] = described("Hoe lang iets duurt.", "How long something takes.", min_length=1)
    confidence: list[Term] = described(
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

    letter: Letter = described("De letter.", "The letter.")
    where: Translated = described("De plek in de bron.", "The place in the source.")
    frame: Yes | None = described(
        "Geen patroon: verteld in een opening of de diagnose.",
        "No pattern: told in an opening or the diagnosis.",
        default=None,
    )


class Title(ByEdition[Plain]):
    """A title by edition."""


class Source(Model):
    """A source on which the language rests."""

    key: Key = described("De sleutel.", "The key.")
    titles: Title = described(
        "De titel, oorspronkelijk en vertaald, per editie.", "The title, original and translated, by edition."
    )
    language: DeclaredCode = described(
        "De taal van de oorspronkelijke titel, als het niet die van de eerste editie is.",
        "The language of the original title, where it is not that of the first edition.",
        default_factory=lambda: EDITIONS[0],
    )
    author: Plain | None = described(
        "De auteur, als die in de tekst staat.", "The author, where the text names one.", default=None
    )
    short_name: Translated | None = described(
        "Hoe het bewijslabel de bron noemt, in een of twee woorden.",
        "What the evidence label calls the source, in one or two words.",
        default=None,
    )
    organisation: Plain | None = described("De organisatie.", "The organisation.", default=None)
    year: Plain | None = described("Het jaar, als dat vaststaat.", "The year, where it is certain.", default=None)
    url: Url | None = described("Het adres, als dat bekend is.", "The address, where known.", default=None)
    date: Translated = described("Wat er van de datum bekend is.", "What is known of the date.")
    kind: Translated = described("Wat voor tekst het is.", "What kind of text it is.")
    note: Translated = described("Wie er spreekt en waar dat op rust.", "Who speaks and what that rests on.")
    asked: Day | None = described(
        "De dag waarop dit aan de auteur is voorgelegd, als dat gebeurd is.",
        "The day on which this was put to the author, where it was.",
        default=None,
    )
    answered: Day | None = described(
        "De dag waarop de auteur antwoordde, als er antwoord is.",
        "The day on which the author answered, where there is an answer.",
        default=None,
    )
    lessons: list[Lesson] = described("De lessen.", "The lessons.", min_length=1)

    @property
    def title(self) -> str:
        """The original title, or another where the file has no original one."""
        return self.titles.of(self.language)

    @property
    def title_language(self) -> Edition:
        """The language of `title`."""
        return self.titles.shown_in(self.language)


class Sources(Model):
    """sources.yml: every source once, with its lessons."""

    sources: list[Source] = described("De bronnen.", "The sources.", min_length=1)


class Step(Model):
    """A step in a route."""

    pattern: Key = described("Het patroon.", "The pattern.")
    why: Translated = described("Waarom nu dit patroon.", "Why this pattern now.")


class RouteText(Model):
    """A route in one language."""

    name: Name = described("De naam.", "The name.")
    summary: Prose = described("Voor wie en wanneer.", "For whom and when.")


class Route(ByEdition[RouteText]):
    """A reading route through the language."""

    key: Key = described("De sleutel, ook het adres.", "The key, also the address.")
    role: Key | None = described(
        "De rol, bij een route voor één rol.", "The role, for a route of one role.", default=None
    )
    steps: list[Step] = described("De stappen.", "The steps.", min_length=2)


class Routes(Model):
    """routes.yml: the reading routes."""

    routes: list[Route] = described("De leesroutes.", "The reading routes.", min_length=1)


class GlossaryText(Model):
    """A term in one language."""

    term: Name = described("Het woord.", "The word.")
    also: list[Plain] = described(
        "Andere vormen waarin het in een tekst staat.", "Other forms in which texts have it.", default=[]
    )
    meaning: Prose = described("Wat het betekent.", "What it means.")


class GlossaryTerm(ByEdition[GlossaryText]):
    """A word that a newcomer stumbles over."""

    key: Key = described("De sleutel.", "The key.")
    origin: Literal["source", "general"] = described(
        "Uit een bron of algemeen bekend.", "From a source or common knowledge."
    )
    mark: Yes | None = described(
        "Op de pagina's van patronen aangewezen, waar het woord voor het eerst staat.",
        "Pointed out on the pages of patterns, where the word first stands.",
        default=None,
    )


class Glossary(Model):
    """glossary.yml: the words explained."""

    terms: list[GlossaryTerm] = described("De woorden.", "The words.", min_length=1)
