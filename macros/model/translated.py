"""A text by edition: in a file a mapping with a text under the code of each edition, in a model `texts`."""

from collections.abc import Mapping
from typing import Any, Final, Generic, TypeVar, get_args

from pydantic import BaseModel, GetJsonSchemaHandler, model_validator
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from macros.model.base import Model, described
from macros.model.editions import EDITIONS, Edition, explanations
from macros.model.values import Prose

TEXTS: Final = "texts by edition"
"""The name under which the texts reach a model; no field of a file may be written like this."""

Text = TypeVar("Text")


class ByEdition(Model, Generic[Text]):
    """A mapping in a file that holds something by edition, under its code: for one of them at least."""

    texts: Mapping[Edition, Text] = described("Per editie.", "By edition.", alias=TEXTS, min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, data: Any) -> Any:
        """Return what was written with the texts of all editions together, as the model has them."""
        if not isinstance(data, dict):
            return data
        # Whoever writes TEXTS itself as a field is to read that there is no such field.
        rest = {f"{name}." if name == TEXTS else name: data[name] for name in data if name not in EDITIONS}
        return rest | {TEXTS: {edition: data[edition] for edition in EDITIONS if edition in data}}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the JSON Schema of the mapping as it is written in a file."""
        made = handler(schema)
        described = handler.resolve_ref_schema(made)
        texts = described["properties"].pop(TEXTS)
        described["required"] = [name for name in described.get("required", []) if name != TEXTS]
        if not described["required"]:
            del described["required"]
        for edition, info in _by_edition(cls).items():
            extra: Any = info.json_schema_extra
            described["properties"][edition] = {
                **texts["additionalProperties"],
                "description": info.description,
                **extra,
            }
        if texts.get("minProperties"):
            described["anyOf"] = [{"required": [edition]} for edition in EDITIONS]
        return made

    def shown_in(self, edition: Edition) -> Edition:
        """Return the edition whose text an edition shows: its own, or else the first that has one."""
        return edition if edition in self.texts else next(one for one in EDITIONS if one in self.texts)

    def foreign(self, edition: Edition) -> Edition | None:
        """Return the language of the text that an edition shows, or None where that is the edition's own."""
        shown_in = self.shown_in(edition)
        return None if shown_in == edition else shown_in

    def of(self, edition: Edition) -> Text:
        """Return what an edition shows: its own text, or else that of the first edition that has one."""
        return self.texts[self.shown_in(edition)]


class Translated(ByEdition[Prose]):
    """One text by edition, in one of them at least."""


def written_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields of a model as they are written in a file: name -> what it is."""
    fields = {name: info for name, info in model.model_fields.items() if info.alias != TEXTS}
    return fields | _by_edition(model) if issubclass(model, ByEdition) else fields


def _by_edition(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the field of each edition, which takes what `texts` holds for it."""
    _code, value = get_args(model.model_fields["texts"].annotation)
    fields: dict[str, FieldInfo] = {}
    for edition in EDITIONS:
        fields[edition] = described(*explanations(edition), default=None)
        fields[edition].annotation = value
    return fields
