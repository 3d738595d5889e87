"""From a document to a model: what pydantic refuses becomes findings in plain words, at the right place."""

from collections import defaultdict
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.findings.finding import MAX_FINDINGS, Finding, Place
from macros.model.base import is_required
from macros.model.pattern import AnyPattern, pattern_model
from macros.model.validation_errors import explained, field_at, is_no_text, missing, title, way
from macros.yaml.document import Document, Loc

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
    findings = [_empty(document, model, loc) for loc in empty[:MAX_FINDINGS]]
    try:
        instance = model.model_validate(document.data)
    except ValidationError as error:
        errors = [one for one in error.errors(include_url=False) if not _is_empty(document, one)]
        refused = _findings(document, model, errors)[:MAX_FINDINGS]
        known = {one.place for one in refused if one.rule == "unknown-field"}
        return None, [one for one in findings if one.place not in known] + refused
    return (None if findings else instance), findings


def _findings(document: Document, model: type[BaseModel], errors: list[ErrorDetails]) -> list[Finding]:
    unknown = {one["loc"][:-1] for one in errors if one["type"] == "extra_forbidden"}
    lacking: dict[Loc, list[str]] = defaultdict(list)
    findings = []
    for one in errors:
        if one["type"] == "missing":
            lacking[way(one)[:-1]].append(str(one["loc"][-1]))
        elif not (is_no_text(one) and one["loc"][:-1] in unknown):
            findings.append(explained(document, model, one))
    for parent, names in lacking.items():
        # A field that is only misspelt is not reported as missing as well.
        meant = {near for one in findings if one.rule == "unknown-field" for near in one.advice.nearest}
        misspelt = {way(one)[:-1] for one in errors if one["type"] == "extra_forbidden"}
        if parent in misspelt:
            names[:] = [name for name in names if name not in meant]
        # The number is a matter of its own: the finding names the next one.
        if not parent and "id" in names:
            findings.append(missing(document, parent, ["id"]))
            names.remove("id")
        if names:
            findings.append(missing(document, parent, names))
    return findings


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
    return details["type"] != "extra_forbidden" and _stands_empty(document, way(details))


def _empty(document: Document, model: type[BaseModel], loc: Loc) -> Finding:
    place = document.place(loc, of_key=True)
    after = document.file.lines[place.line - 1][place.column - 1 :].lstrip("- ")
    value = after[after.find(":") + 1 :] if isinstance(loc[-1], str) else after
    holes = {"field": title(loc)}
    if value.lstrip().startswith("#"):
        return Finding(place, "empty-field.comment", holes, value.strip())
    field: Any = field_at(model, loc)
    return Finding(place, "empty-field.required" if field is not None and is_required(field) else "empty-field", holes)


def validate_pattern(document: Document) -> tuple[AnyPattern | None, list[Finding]]:
    """Validate a pattern file by the form it names; a wrong form is a finding and the short form then serves."""
    return validate(document, pattern_model(document.data))
