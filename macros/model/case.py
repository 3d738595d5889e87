"""A case: what happened somewhere, told once, from a source or by someone who was there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from macros.model.base import Model, described
from macros.model.editions import EDITIONS, Edition
from macros.model.translated import TEXTS, ByEdition, Translated
from macros.model.values import Key, Name, Plain, Prose
from macros.text.slugs import slugify
from macros.yaml.document import Document


class CaseText(Model):
    """What every case has in one language."""

    name: Name = described("De naam.", "The name.")
    slug: Key | None = described(
        "Het adres, als het niet uit de naam volgt.",
        "The address, where it does not follow from the name.",
        default=None,
    )
    aliases: list[Key] = described(
        "Vroegere adressen, die blijven werken.", "Former addresses, which go on working.", default=[]
    )


class SourceCaseText(CaseText):
    """A case from a source in one language."""

    story: Prose = described("Wat er gebeurde, volgens de bron.", "What happened, according to the source.")
    untold: Prose = described("Wat de bron niet vertelt.", "What the source does not tell.")


class PracticeCaseText(CaseText):
    """A case from practice in one language."""

    organisation: Plain = described("Wat voor organisatie het was.", "What kind of organisation it was.")
    period: Plain = described("Wanneer, bij benadering.", "When, roughly.")
    did: Prose = described("Wie wat deed.", "Who did what.")
    said: Prose = described("Wat er werd gezegd.", "What was said.")
    result: Prose = described("Wat ervan kwam.", "What came of it.")
    known: Prose = described("Hoe wij dit weten.", "How we know.")


class CaseFile(Model):
    """What both kinds of case share."""

    kind: Literal["source", "practice"] = described(
        "Uit een bron (source) of gemeld uit de praktijk (practice).",
        "From a source, or reported from practice.",
        default="source",
    )
    patterns: list[Key] = described(
        "De patronen waar dit iets over zegt.", "The patterns that this says something about.", min_length=1
    )


class SourceCase(ByEdition[SourceCaseText], CaseFile):
    """A case that a source tells."""

    source: Key = described("De bron, met de sleutel uit sources.yml.", "The source, by its key in sources.yml.")
    where: Translated = described(
        "De plek in de bron: welke alinea, dia of reactie.",
        "The place in the source: which paragraph, slide or comment.",
    )
    year: Plain | None = described(
        "Het jaar, als de bron het noemt.", "The year, where the source names it.", default=None
    )
    texts: Mapping[Edition, SourceCaseText] = described(
        "De tekst per editie.", "The text by edition.", alias=TEXTS, min_length=1
    )


class PracticeCase(ByEdition[PracticeCaseText], CaseFile):
    """A case that somebody reported who was there."""

    kind: Literal["practice"] = described("Gemeld uit de praktijk.", "Reported from practice.")
    texts: Mapping[Edition, PracticeCaseText] = described(
        "De tekst per editie.", "The text by edition.", alias=TEXTS, min_length=1
    )


AnyCase = SourceCase | PracticeCase
CASE_KINDS: Final[dict[str, type[AnyCase]]] = {"source": SourceCase, "practice": PracticeCase}
"""The model of each kind."""


def case_model(data: Any) -> type[AnyCase]:
    """Return the model of a case file's data, by the kind it names; that of a source where it names none."""
    kind = data.get("kind") if isinstance(data, dict) else None
    return CASE_KINDS.get(kind, SourceCase) if isinstance(kind, str) else SourceCase


@dataclass(frozen=True, slots=True)
class Case:
    """One case with its place: the file's name is its key."""

    key: str
    document: Document
    fields: AnyCase

    @property
    def from_practice(self) -> bool:
        """Whether somebody who was there reported it."""
        return isinstance(self.fields, PracticeCase)

    @property
    def source(self) -> str:
        """The key of its source; empty when it comes from practice."""
        return self.fields.source if isinstance(self.fields, SourceCase) else ""

    @property
    def editions(self) -> list[Edition]:
        """The editions in which it has a text of its own."""
        return [edition for edition in EDITIONS if edition in self.fields.texts]

    def text(self, edition: Edition) -> SourceCaseText | PracticeCaseText:
        """Return the text that an edition shows."""
        return self.fields.of(edition)

    def foreign(self, edition: Edition) -> Edition | None:
        """Return the language of the text that an edition shows, or None where that is the edition's own."""
        return self.fields.foreign(edition)

    def name(self, edition: Edition) -> str:
        """Return its name as an edition shows it."""
        return self.text(edition).name

    def slug(self, edition: Edition) -> str:
        """Return the last part of its address in an edition."""
        text = self.text(edition)
        return text.slug or slugify(text.name) or self.key
