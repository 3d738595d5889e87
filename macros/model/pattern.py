"""The one schema: a pattern file, as pydantic models.

They validate what contributors write and generate the JSON Schema for editors, the starter file and the field
reference. The files around the patterns have models of their own: `vocabulary`, `situations` and others.
"""

from collections.abc import Mapping
from typing import Any, Literal

from macros.model.base import Model, Use, described
from macros.model.basis import Basis
from macros.model.editions import Edition
from macros.model.relation import Relation
from macros.model.source_use import SourceUse
from macros.model.text import FullText, ShortText
from macros.model.translated import TEXTS, ByEdition, Translated
from macros.model.values import Key, Number, PictureText


class PictureTexts(ByEdition[PictureText]):
    """What the picture of a pattern shows, by edition."""


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
        "In welke fase van de samenwerking.",
        "In which phase of the collaboration.",
        use=Use(where_known=True),
        min_length=1,
        default_factory=list,
    )
    driving_force: Key | None = described(
        "De drijvende kracht die het aanspreekt.",
        "The driving force it draws on.",
        use=Use(where_known=True),
        default=None,
    )
    answers: list[Key] = described(
        "Waar het vastloopt: de stagnaties waarop dit een antwoord is.",
        "Where it gets stuck: the stagnations this answers.",
        default=[],
    )
    relations: list[Relation] = described(
        "De banden met andere patronen, aan één kant opgeschreven.",
        "The ties to other patterns, written on one side only.",
        default=[],
        use=Use(section="weefsel"),
    )
    sources: list[SourceUse] = described("Waar het vandaan komt.", "Where it comes from.", min_length=1)
    basis: Basis = described(
        "Welke velden van de redactie zijn; de andere komen uit de bronnen.",
        "Which fields are the editors'; the others come from the sources.",
    )
    picture: PictureTexts | None = described(
        "Wat de tekening toont, voor wie haar niet ziet: eerst wat je ziet, dan wat het betekent, 60 tot 260 tekens.",
        "What the picture shows, for who cannot see it: first what is seen, then what it means, 60 to 260 characters.",
        default=None,
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


def pattern_model(data: Any) -> type[AnyPattern]:
    """Return the model of a pattern file's data, by the form it names; the short one where it names none."""
    form = data.get("form") if isinstance(data, dict) else None
    return FORMS.get(form, ShortPattern) if isinstance(form, str) else ShortPattern
