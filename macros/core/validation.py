"""From a document to a model: what pydantic refuses becomes findings in plain words, at the right place."""

import re
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.core.document import Document, Loc
from macros.core.editions import EDITIONS
from macros.core.findings import MAX_FINDINGS, Advice, Finding, Hole, Place, among
from macros.core.relation import RELATION_KINDS
from macros.core.schema import FORMS, AnyPattern, ShortPattern
from macros.core.translated import TEXTS, written_fields

Model = TypeVar("Model", bound=BaseModel)


def validate(document: Document, model: type[Model]) -> tuple[Model | None, list[Finding]]:
    """Validate a document against a model.

    Args:
        document: a file as read.
        model: the pydantic model of the whole file.

    Returns:
        The model's instance, or None with what is wrong. A file that could not be parsed gives no findings
        here: `document.findings` has said it.
    """
    if document.data is None:
        if document.findings:
            return None, []
        return None, [Finding(Place(document.path), "empty")]
    if not isinstance(document.data, dict):
        return None, [Finding(document.place(), "not-fields")]
    told = {finding.place for finding in document.findings}
    empty = [loc for loc in document.empty if _stands_empty(document, loc) and document.place(loc) not in told]
    findings = [_empty(document, loc) for loc in empty[:MAX_FINDINGS]]
    try:
        instance = model.model_validate(document.data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        unknown = {one["loc"][:-1] for one in errors if one["type"] == "extra_forbidden"}
        details = [
            one for one in errors if not _is_empty(document, one) and not (_no_text(one) and one["loc"][:-1] in unknown)
        ]
        findings += [_finding(document, model, one) for one in details[:MAX_FINDINGS]]
        return None, findings
    return (None if findings else instance), findings


def _stands_empty(document: Document, loc: Loc) -> bool:
    """Whether a field or list item stands in the file without a value."""
    if not loc or document.at(loc):
        return False
    around = document.at(loc[:-1])
    return (
        document.at(loc) in (None, "")
        and isinstance(around, dict | list)
        and (loc[-1] in around or isinstance(around, list))
    )


def _is_empty(document: Document, details: ErrorDetails) -> bool:
    """Whether an error only says once more that a value is empty."""
    return details["type"] != "extra_forbidden" and _stands_empty(document, _way(details))


def _way(details: ErrorDetails) -> Loc:
    """Return the way to what an error is about, as it stands in the file."""
    return tuple(step for step in details["loc"] if step != TEXTS)


def _no_text(details: ErrorDetails) -> bool:
    """Whether an error says that a mapping by edition has a text in none of them."""
    return details["type"] == "too_short" and details["loc"][-1:] == (TEXTS,)


def _empty(document: Document, loc: Loc) -> Finding:
    place = document.place(loc, of_key=True)
    line = document.file.lines[place.line - 1]
    if re.search(r"[:-]\s+#", line[place.column - 1 :]):
        return Finding(place, "empty-field.comment", {"field": _title(loc)})
    return Finding(place, "empty-field", {"field": _title(loc)})


def validate_pattern(document: Document) -> tuple[AnyPattern | None, list[Finding]]:
    """Validate a pattern file by the form it names; a wrong form is a finding and the short form then serves."""
    form = document.data.get("form") if isinstance(document.data, dict) else None
    return validate(document, FORMS.get(form, ShortPattern) if isinstance(form, str) else ShortPattern)


def _finding(document: Document, model: type[BaseModel], details: ErrorDetails) -> Finding:
    loc = _way(details)
    kind = details["type"]
    name = str(loc[-1]) if loc else ""
    written = details.get("input")
    shown = str(written) if isinstance(written, str | int) else ""
    context: dict[str, Any] = details.get("ctx") or {}
    place = document.place(loc)
    if kind == "extra_forbidden":
        known = _fields_at(model, loc[:-1])
        return Finding(document.place(loc, of_key=True), "unknown-field", {}, name, among(name, known))
    if kind == "missing":
        return Finding(_where_missing(document, loc), "missing-field", {"field": _title(loc)})
    if kind == "literal_error":
        known = [word.strip("' ") for word in context["expected"].replace(" or ", ", ").split(",")]
        return Finding(place, "unknown-word.fixed", {"field": _title(loc)}, shown, among(shown, known))
    if _no_text(details):
        where = document.place(loc, of_key=True)
        return Finding(where, "no-text.field", {"field": _title(loc)}, advice=Advice(allowed=EDITIONS))
    if kind == "relation_kind":
        kinds = [kind for kind in RELATION_KINDS if document.at((*loc, kind))]
        return Finding(place, "relation-kind", {}, ", ".join(kinds), Advice(allowed=RELATION_KINDS))
    return Finding(place, _message_of(kind, context), _holes(loc, context, details["msg"]), shown)


def _message_of(kind: str, context: dict[str, Any]) -> str:
    """Return the id of the message for a kind of error: those of `values` are ids themselves."""
    if kind == "string_pattern_mismatch":
        return "wrong-value.letter" if "A-Z" in context["pattern"] else "wrong-value.key"
    if kind.startswith("wrong-value."):
        return kind
    return _MESSAGES.get(kind, "wrong-value.other")


def _holes(loc: Loc, context: dict[str, Any], detail: str) -> dict[str, Hole]:
    holes: dict[str, Hole] = {"field": _title(loc), "detail": detail}
    holes |= {name: context[known] for known, name in _BOUNDS.items() if known in context}
    return holes | {name: value for name, value in context.items() if name == "character"}


_MESSAGES: Final = {
    "string_type": "wrong-kind.text",
    "list_type": "wrong-kind.list",
    "model_type": "wrong-kind.fields",
    "dict_type": "wrong-kind.fields",
    "too_short": "too-few",
    "too_long": "too-many",
    "string_too_short": "too-short",
    "string_too_long": "too-long",
    "greater_than_equal": "wrong-value.least",
    "less_than_equal": "wrong-value.most",
    "date_from_datetime_parsing": "wrong-value.day",
    "date_parsing": "wrong-value.day",
}
"""Kind of error, as pydantic names it -> id of the message."""
_BOUNDS: Final = {"min_length": "bound", "max_length": "bound", "ge": "bound", "le": "bound"}
"""What pydantic calls a bound -> the hole that holds it."""


def _title(loc: Loc) -> str:
    """Return a readable name for a place: `nl.forces[2]`."""
    title = ""
    for step in loc:
        title += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if title else str(step)
    return title


def _where_missing(document: Document, loc: Loc) -> Place:
    parent = loc[:-1]
    return document.place(parent, of_key=True) if parent else document.place()


def _fields_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """Return the field names that are allowed at `loc`, by walking the model's annotations."""
    current: Any = model
    for step in loc:
        if isinstance(step, int):
            continue
        current = _model_in(written_fields(current)[step].annotation)
    return list(written_fields(current))


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        if found := _model_in(inner):
            return found
    return None
