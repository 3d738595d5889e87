"""The starter file of a new pattern, made from the schema: every field with what it is for, ready to fill in."""

import json
import types
from pathlib import Path
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from macros.core.language import Language
from macros.core.schema import FORMS
from macros.core.slugs import slugify
from macros.core.translated import written_fields

_LATER = {"revised", "successor", "retired_because", "status", "aliases", "slug"}
"""Fields that a new pattern does not have yet."""


def next_number(language: Language, used: set[int]) -> int:
    """Return one above the highest number ever used, counting files that do not validate and numbers in `used`."""
    return max({*language.numbers().values(), *used}, default=0) + 1


def starter(name: str, number: int, form: str) -> str:
    """Return the text of a starter file.

    Args:
        name: the Dutch name of the pattern.
        number: its permanent number.
        form: "short" or "full".
    """
    known = {
        "id": str(number),
        "form": form,
        "confidence": "0",
        "name": json.dumps(name, ensure_ascii=False),
    }
    lines = [
        "# yaml-language-server: $schema=../schema/pattern.json",
        "# Vul de velden in en haal weg wat niet nodig is. / Fill in the fields and take out what you do not need.",
        *_fields(FORMS[form], known, 0),
    ]
    return "\n".join(lines) + "\n"


def _fields(model: type[BaseModel], known: dict[str, str], indent: int) -> list[str]:
    lines: list[str] = []
    margin = " " * indent
    for name, info in written_fields(model).items():
        if name in _LATER:
            continue
        explained = info.json_schema_extra
        if isinstance(explained, dict):
            required = "" if info.is_required() else " (mag / optional)"
            lines.append(f"{margin}# {explained['nl']} / {explained['en']}{required}")
        model_inside, is_list = _shape(info.annotation)
        if name in known:
            lines.append(f"{margin}{name}: {known[name]}")
        elif name == "relations":
            lines += [f"{margin}relations: []", f"{margin}#  - part_of: key-of-the-larger-pattern"]
        elif model_inside and is_list:
            inner = _fields(model_inside, {}, indent + 4)
            first = next(i for i, line in enumerate(inner) if not line.strip().startswith("#"))
            inner[first] = f"{margin}  - {inner[first].strip()}"
            lines += [f"{margin}{name}:", *inner]
        elif model_inside:
            lines += [f"{margin}{name}:", *_fields(model_inside, known, indent + 2)]
        else:
            lines.append(f"{margin}{name}: {'[]' if is_list else ''}".rstrip())
    return lines


def _shape(annotation: Any) -> tuple[type[BaseModel] | None, bool]:
    """Return the model inside an annotation, if any, and whether it is a list."""
    if get_origin(annotation) is list:
        return _shape(get_args(annotation)[0])[0], True
    if get_origin(annotation) in (Union, types.UnionType):
        return _shape(next(arg for arg in get_args(annotation) if arg is not type(None)))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, False
    return None, False


def write_starter(root: Path, chapter: str, name: str, text: str) -> Path:
    """Write a starter file under the key that follows from its name.

    Raises:
        FileExistsError: when a file with that key exists; nothing is overwritten.
    """
    path = root / "patterns" / chapter / f"{slugify(name)}.yml"
    path.parent.mkdir(exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    return path
