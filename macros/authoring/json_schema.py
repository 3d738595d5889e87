"""The JSON Schema of the files, made from the models, for completion and checks in an editor."""

import json
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import Field, TypeAdapter

from macros.language.editions import EDITIONS_FILE
from macros.language.reading import FRAME_FILES
from macros.model.base import is_required
from macros.model.case import CASE_KINDS, PracticeCase, SourceCase
from macros.model.edition_words import EditionWords
from macros.model.editions import Editions
from macros.model.pattern import FORMS, FullPattern, ShortPattern
from macros.model.translated import written_fields
from macros.model.vocabulary import VOCABULARY_FIELDS, Vocabulary
from macros.record.revisions import Revision
from macros.record.withdrawals import Withdrawals

SCHEMA_FOLDER: Final = "patterns/schema"


def pattern_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the JSON Schema of a pattern file, with the words of language.yml as the values to choose from."""
    both: TypeAdapter[Any] = TypeAdapter(Annotated[ShortPattern | FullPattern, Field(discriminator="form")])
    schema: dict[str, Any] = {"$defs": _without_null(both.json_schema()["$defs"])}
    for model in FORMS.values():
        made = schema["$defs"][model.__name__]
        made["required"] = [name for name, field in written_fields(model).items() if is_required(field)]
        properties = made["properties"]
        for field, words in VOCABULARY_FIELDS.items():
            terms = [term.key for term in getattr(vocabulary, words)]
            if not terms:
                del properties[field]
                made["required"] = [name for name in made["required"] if name != field]
                continue
            target = properties[field]
            target = target.get("items", target)
            target.clear() if field not in ("driving_force", "takes") else target.pop("pattern", None)
            target["enum"] = terms
    roles = [role.key for role in vocabulary.roles]
    for text in ("ShortText", "FullText"):
        schema["$defs"][text]["properties"]["moves"]["propertyNames"] = {"enum": roles}
    # An editor tells more of what is missing in one form than of what fits neither of two.
    schema |= {
        "type": "object",
        "required": ["form"],
        "properties": {"form": {"enum": list(FORMS)}},
        "if": {"properties": {"form": {"const": "full"}}},
        "then": {"$ref": "#/$defs/FullPattern"},
        "else": {"$ref": "#/$defs/ShortPattern"},
    }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Patroon / Pattern", **schema}


def case_schema() -> dict[str, Any]:
    """Return the JSON Schema of the file of a case."""
    both: TypeAdapter[Any] = TypeAdapter(SourceCase | PracticeCase)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Praktijkgeval / Case",
        "$defs": both.json_schema()["$defs"],
        "type": "object",
        "properties": {"kind": {"enum": list(CASE_KINDS)}},
        "if": {"required": ["kind"], "properties": {"kind": {"const": "practice"}}},
        "then": {"$ref": "#/$defs/PracticeCase"},
        "else": {"$ref": "#/$defs/SourceCase"},
    }


def _without_null(schema: Any) -> Any:
    """Return a schema in which nothing may be left empty: `check` wants a field filled in or left out."""
    if isinstance(schema, list):
        return [_without_null(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {name: _without_null(value) for name, value in schema.items() if (name, value) != ("default", None)}
    if {"type": "null"} in kept.get("anyOf", []):
        (only,) = (one for one in kept.pop("anyOf") if one != {"type": "null"})
        kept = only | kept
    return kept


def schemas(vocabulary: Vocabulary) -> dict[str, str]:
    """Return every schema file: name -> text."""
    made = {"pattern.json": pattern_schema(vocabulary), "case.json": case_schema()}
    models = {EDITIONS_FILE: Editions} | {file: model for file, (_attribute, model) in FRAME_FILES.items()}
    for file, model in models.items():
        made[file.replace(".yml", ".json")] = model.model_json_schema()
    made["words.json"] = EditionWords.model_json_schema()
    made["revision.json"] = Revision.model_json_schema()
    made["withdrawn.json"] = Withdrawals.model_json_schema()
    return {
        name: json.dumps(_without_null(schema), ensure_ascii=False, indent=1) + "\n" for name, schema in made.items()
    }


def write_schemas(root: Path, vocabulary: Vocabulary) -> list[Path]:
    """Write the schema files and return those that changed."""
    changed = []
    for name, text in schemas(vocabulary).items():
        path = root / SCHEMA_FOLDER / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            changed.append(path)
    return changed
