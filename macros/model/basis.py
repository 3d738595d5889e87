"""What a pattern rests on: which fields follow the sources, and which were written for this language."""

from typing import TYPE_CHECKING, Final, Literal

from macros.model.base import Model, described
from macros.model.text_fields import TEXT_FIELDS

ALWAYS_OURS: Final = tuple(name for name, field in TEXT_FIELDS.items() if field.use.written_by == "editors")
"""Fields that are ours in every pattern."""
CLAIMABLE: Final = tuple(name for name, field in TEXT_FIELDS.items() if field.use.written_by == "either")
"""Fields that can follow a source, be ours, or be partly ours."""
if TYPE_CHECKING:
    Claimed = str
else:
    Claimed = Literal[CLAIMABLE]


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
