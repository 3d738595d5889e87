"""The fields of a pattern's text as data, read from their models, for code that treats every field alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.model.base import DUTCH, ENGLISH, Span, Use, use_of
from macros.model.text import FullText, ShortText

Kind = Literal["text", "list", "mapping", "parts"]
"""One text, a list of texts, texts by key, or a model of its own."""


@dataclass(frozen=True, slots=True)
class TextField:
    """One field of a text.

    Attributes:
        kind: what its value is.
        is_list: whether it holds a list, of texts or of parts.
        required: the forms that require it.
        help: what it is for, by language of messages.
        use: what is made of it.
        spans: its bounds by name, as `described` has them: "words", "short", "full" and "count".
        not_prose_inside: the names within it that hold no text.
    """

    kind: Kind
    is_list: bool
    required: frozenset[str]
    help: Mapping[str, str]
    use: Use
    spans: Mapping[str, Span]
    not_prose_inside: frozenset[str]


def _text_field(name: str) -> TextField:
    full, short = FullText.model_fields[name], ShortText.model_fields[name]
    inside = _models_in(full.annotation)
    extra: Any = full.json_schema_extra
    return TextField(
        kind=_kind(full.annotation),
        is_list=get_origin(full.annotation) is list,
        required=frozenset(form for form, info in (("short", short), ("full", full)) if info.is_required()),
        help={language: extra[language] for language in (DUTCH, ENGLISH)},
        use=use_of(full),
        spans=spans_of(full),
        not_prose_inside=frozenset(
            part for model in inside for part, info in model.model_fields.items() if not use_of(info).prose
        ),
    )


def spans_of(field: FieldInfo) -> dict[str, Span]:
    """Return the bounds of a field by name."""
    extra: Any = field.json_schema_extra
    return {name: tuple(extra[name]) for name in ("words", "short", "full", "count") if name in extra}


def _kind(annotation: Any) -> Kind:
    if _models_in(annotation):
        return "parts"
    kinds: dict[Any, Kind] = {list: "list", dict: "mapping"}
    return kinds.get(get_origin(annotation), "text")


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models_in(part)]


TEXT_FIELDS: Final = {name: _text_field(name) for name in ShortText.model_fields}
"""Every field of a text by name, in the order of the file and of the page."""
