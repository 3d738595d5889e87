"""What a pattern rests on: which fields follow the sources, and which were written for this language."""

from typing import Final, Literal, get_args

from macros.model.base import Model, described
from macros.model.values import Prose

Claimed = Literal["summary", "context", "problem", "forces", "intervention", "pitfalls", "variants"]
"""A field that can follow a source, be ours, or be partly ours."""
ALWAYS_OURS: Final = ("signals", "run", "moves", "question")
"""Fields that are ours in every pattern."""
CLAIMABLE: Final[tuple[str, ...]] = get_args(Claimed)


class Basis(Model):
    """Which fields are ours, for all languages of a pattern. A field in neither list comes from the sources."""

    ours: list[Claimed] = described(
        "Velden die helemaal van de redactie zijn; signalen, draaiboek, stap per rol en vraag zijn dat altijd.",
        "Fields that are wholly the editors'; signals, run, moves and question always are.",
        default=[],
    )
    partly: list[Claimed] = described(
        "Velden die voor een deel van de redactie zijn.", "Fields that are partly the editors'.", default=[]
    )


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
