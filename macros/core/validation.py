"""From a document to a model: what pydantic refuses becomes findings in plain words, at the right place."""

import re
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.core.document import Document, Loc
from macros.core.findings import MAX_FINDINGS, Finding, Place, did_you_mean, one_of
from macros.core.relation import RELATION_KINDS
from macros.core.schema import FORMS, AnyPattern, ShortPattern

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
        return None, [Finding(Place(document.path), "empty", "the file is empty")]
    if not isinstance(document.data, dict):
        return None, [Finding(document.place(), "not-fields", "the file must consist of fields", instead="name: text")]
    told = {finding.place for finding in document.findings}
    empty = [loc for loc in document.empty if _stands_empty(document, loc) and document.place(loc) not in told]
    findings = [_empty(document, loc) for loc in empty[:MAX_FINDINGS]]
    try:
        instance = model.model_validate(document.data)
    except ValidationError as error:
        details = [one for one in error.errors(include_url=False) if not _is_empty(document, one)]
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
    return details["type"] != "extra_forbidden" and _stands_empty(document, tuple(details["loc"]))


def _empty(document: Document, loc: Loc) -> Finding:
    place = document.place(loc, of_key=True)
    line = document.file.lines[place.line - 1]
    instead = "fill it in or remove it"
    if re.search(r"[:-]\s+#", line[place.column - 1 :]):
        instead = 'put quotation marks around the text: after "#" everything is a comment'
    return Finding(place, "empty-field", f"{_title(loc)} is empty", "", instead)


def validate_pattern(document: Document) -> tuple[AnyPattern | None, list[Finding]]:
    """Validate a pattern file by the form it names; a wrong form is a finding and the short form then serves."""
    form = document.data.get("form") if isinstance(document.data, dict) else None
    return validate(document, FORMS.get(form, ShortPattern) if isinstance(form, str) else ShortPattern)


def _finding(document: Document, model: type[BaseModel], details: ErrorDetails) -> Finding:
    loc: Loc = tuple(details["loc"])
    kind = details["type"]
    name = str(loc[-1]) if loc else ""
    written = details.get("input")
    shown = str(written) if isinstance(written, str | int) else ""
    context: dict[str, Any] = details.get("ctx") or {}
    place = document.place(loc)
    if kind == "extra_forbidden":
        known = _fields_at(model, loc[:-1])
        instead = did_you_mean(name, known) or "remove it"
        return Finding(document.place(loc, of_key=True), "unknown-field", "there is no such field here", name, instead)
    if kind == "missing":
        inside = f" in {_title(loc[:-1])}" if loc[:-1] else ""
        return Finding(_where_missing(document, loc), "missing-field", f'the field "{name}" is missing{inside}')
    if kind == "literal_error":
        known = [word.strip("' ") for word in context["expected"].replace(" or ", ", ").split(",")]
        return Finding(place, "unknown-word", f"{_title(loc)} cannot be this", shown, one_of(shown, known))
    if kind == "relation_kind":
        kinds = [kind for kind in RELATION_KINDS if document.at((*loc, kind))]
        instead = f"one of {', '.join(RELATION_KINDS)}"
        return Finding(place, "relation-kind", "a relation has exactly one kind", ", ".join(kinds), instead)
    rule, message = _PLAIN_WORDS.get(kind, _unforeseen)(_title(loc), context, details["msg"])
    return Finding(place, rule, message, shown)


def _unforeseen(title: str, _context: dict[str, Any], message: str) -> tuple[str, str]:
    return "wrong-value", f"{title}: {message[:1].lower()}{message[1:]}"


_PLAIN_WORDS: dict[str, Any] = {
    "value_error": lambda title, c, _m: ("wrong-value", f"{title} must be {c['error']}"),
    "string_type": lambda title, _c, _m: ("wrong-kind", f"{title} must be text"),
    "list_type": lambda title, _c, _m: (
        "wrong-kind",
        f'{title} must be a list: a line with "- " for each item',
    ),
    "model_type": lambda title, _c, _m: ("wrong-kind", f"{title} must consist of fields"),
    "dict_type": lambda title, _c, _m: ("wrong-kind", f"{title} must consist of fields"),
    "too_short": lambda title, c, _m: ("too-few", f"{title} needs {c['min_length']} or more"),
    "too_long": lambda title, c, _m: ("too-many", f"{title} may have {c['max_length']} or fewer"),
    "string_too_short": lambda title, c, _m: (
        "too-short",
        f"{title} needs at least {c['min_length']} characters",
    ),
    "string_too_long": lambda title, c, _m: (
        "too-long",
        f"{title} may have at most {c['max_length']} characters",
    ),
    "greater_than_equal": lambda title, c, _m: ("wrong-value", f"{title} must be {c['ge']} or more"),
    "less_than_equal": lambda title, c, _m: ("wrong-value", f"{title} must be {c['le']} or less"),
    "string_pattern_mismatch": lambda title, c, _m: (
        "wrong-value",
        f"{title} must be a capital letter"
        if "A-Z" in c["pattern"]
        else f"{title} may have only small letters a-z, digits and single hyphens",
    ),
    "date_from_datetime_parsing": lambda title, _c, _m: (
        "wrong-value",
        f"{title} is not a day of the calendar",
    ),
    "date_parsing": lambda title, _c, _m: ("wrong-value", f"{title} is not a day of the calendar"),
}


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
        current = _model_in(current.model_fields[step].annotation)
    return list(current.model_fields)


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        if found := _model_in(inner):
            return found
    return None
