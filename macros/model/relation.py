"""A relation as it is written in a pattern's file."""

from typing import Self

from pydantic import ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from macros.model.base import Model, described
from macros.model.translated import Translated
from macros.model.values import Key

RELATION_KINDS = ("part_of", "needs", "leads_to", "balances")
"""The kinds of relation as they are written, on one side only."""


class Relation(Model):
    """A tie from this pattern to another one, of one kind, with the reason where it is not plain."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": [kind]} for kind in RELATION_KINDS]})

    part_of: Key | None = described(
        "Dit patroon is een deel van dat grotere.", "This pattern is a part of that larger one.", default=None
    )
    needs: Key | None = described(
        "Dit patroon werkt pas als dat andere er is.",
        "This pattern works only once that one is there.",
        default=None,
    )
    leads_to: Key | None = described(
        "Na dit patroon komt dat andere in zicht.",
        "After this pattern that one comes into view.",
        default=None,
    )
    balances: Key | None = described(
        "Deze twee houden elkaar in evenwicht: een spanning.",
        "These two hold each other in balance: a tension.",
        default=None,
    )
    why: Translated | None = described(
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
