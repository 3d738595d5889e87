"""The JSON Schema of the files, made from the models, for completion and checks in an editor."""

import json
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import Field, TypeAdapter

from macros.core.frame import Vocabulary
from macros.core.reading import FRAME_FILES
from macros.core.schema import FullPattern, ShortPattern

SCHEMA_FOLDER: Final = "patterns/schema"
_WORDS = {
    "levels": "levels",
    "roles": "roles",
    "can_start": "roles",
    "phases": "phases",
    "answers": "stagnations",
    "driving_force": "driving_forces",
    "takes": "takes",
}


def pattern_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the JSON Schema of a pattern file, with the words of language.yml as the values to choose from."""
    both: TypeAdapter[Any] = TypeAdapter(Annotated[ShortPattern | FullPattern, Field(discriminator="form")])
    schema = both.json_schema()
    for form in ("ShortPattern", "FullPattern"):
        properties = schema["$defs"][form]["properties"]
        for field, words in _WORDS.items():
            terms = [term.key for term in getattr(vocabulary, words)]
            target = properties[field]
            target = target.get("items", target)
            target.clear() if field not in ("driving_force", "takes") else target.pop("pattern", None)
            target["enum"] = terms
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Patroon / Pattern", **schema}


def schemas(vocabulary: Vocabulary) -> dict[str, str]:
    """Return every schema file: name -> text."""
    made = {"pattern.json": pattern_schema(vocabulary)}
    for file, (_attribute, model) in FRAME_FILES.items():
        made[file.replace(".yml", ".json")] = model.model_json_schema()
    return {name: json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for name, schema in made.items()}


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
