"""The field reference: what each field of a pattern file is for, read from the schema."""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from macros.model.base import ENGLISH, is_required
from macros.model.editions import Edition
from macros.model.pattern import FullPattern, ShortPattern
from macros.model.text import ShortText
from macros.model.translated import Translated, written_fields
from macros.model.vocabulary import VOCABULARY_FIELDS, Vocabulary


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field: its name, what it is for in one edition, whether each form requires it, and how deep it lies."""

    name: str
    meaning: str
    required_short: bool
    required_full: bool
    depth: int


def field_rows(edition: Edition, vocabulary: Vocabulary | None = None) -> Iterator[FieldRow]:
    """Yield the fields of a pattern file in the order of the file; the text of one language stands for all.

    Args:
        edition: whose field reference it is.
        vocabulary: a field whose list it leaves empty is left out.
    """
    empty = {field for field, words in VOCABULARY_FIELDS.items() if vocabulary and not getattr(vocabulary, words)}
    yield from (row for row in _rows(FullPattern, ShortPattern, edition, 0) if row.depth or row.name not in empty)


def _rows(full: type[BaseModel], short: type[BaseModel], edition: Edition, depth: int) -> Iterator[FieldRow]:
    short_fields = written_fields(short)
    for name, info in written_fields(full).items():
        told = info.json_schema_extra
        if isinstance(told, dict) and told.get("deprecated"):
            continue
        meaning = str(told.get(edition, told[ENGLISH])) if isinstance(told, dict) else ""
        yield FieldRow(name, meaning, is_required(short_fields[name]), is_required(info), depth)
        inside, short_inside = _model(info.annotation), _model(short_fields[name].annotation)
        # All editions have the same fields: one of them shows what each holds.
        if (
            inside
            and short_inside
            and inside is not Translated
            and not (issubclass(inside, ShortText) and name != edition)
        ):
            yield from _rows(inside, short_inside, edition, depth + 1)


def _model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (list, Union, types.UnionType):
        return next((found for part in get_args(annotation) if (found := _model(part))), None)
    return None
