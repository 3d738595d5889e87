"""Where the sources disagree: two patterns that balance each other, with what each side rests on."""

from typing import Annotated

from pydantic import Field

from macros.model.base import Model, described
from macros.model.translated import ByEdition
from macros.model.values import Key, Prose


class Side(Model):
    """One of two patterns that face each other."""

    position: Prose = described(
        "Wat iemand aan deze kant zegt, in de ik-vorm.", "What a person on this side says, in the first person."
    )
    source: Prose = described(
        "Wat de bron erover zegt, en wie dat zegt; of dat het in geen bron staat.",
        "What the source says of it, and who says so; or that it is in no source.",
    )
    ours: Prose = described("Wat hiervan van de redactie is.", "What of this is the editors'.")


class DisagreementText(Model):
    """A disagreement in one language."""

    question: Prose = described("De vraag die een groep verdeelt.", "The question that divides a group.")
    decision: Prose = described(
        "Een besluit om het op te proberen, verzonnen.", "A decision to try it on, an invented one."
    )
    sides: list[Side] = described(
        "De twee kanten, in de volgorde van de patronen.",
        "The two sides, in the order of the patterns.",
        min_length=2,
        max_length=2,
    )


class Disagreement(ByEdition[DisagreementText]):
    """Two patterns that balance each other."""

    key: Key = described("De sleutel, ook de naam van het vel.", "The key, also the name of the sheet.")
    patterns: Annotated[list[Key], Field(min_length=2, max_length=2)] = described(
        "De twee patronen; een ervan heeft een relatie balances met het andere.",
        "The two patterns; one of them has a relation balances with the other.",
    )


class Disagreements(Model):
    """disagreements.yml: where the sources disagree."""

    disagreements: list[Disagreement] = described(
        "Waar de bronnen elkaar tegenspreken.", "Where the sources disagree.", min_length=1
    )
