"""What every answer is made of."""

from typing import Any

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from macros.model.editions import EDITIONS


class Answer(BaseModel):
    """A mapping in an answer."""

    model_config = ConfigDict(frozen=True)


class ByEdition(Answer):
    """An answer that holds something by edition, under its code: `nl`, `en`. What an edition lacks is missing."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Any]

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the JSON Schema with a property for each edition."""
        made = handler(schema)
        described = handler.resolve_ref_schema(made)
        each = described.pop("additionalProperties")
        properties = described.setdefault("properties", {})
        properties.update(dict.fromkeys(EDITIONS, each))
        return made


class Translated(ByEdition):
    """One text by edition."""

    __pydantic_extra__: dict[str, str]
