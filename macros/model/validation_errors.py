"""From one error of pydantic to a finding: what a person wrote, what is wrong with it and what would be right."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from macros.findings.finding import NO_ADVICE, Advice, Finding, Hole, Place, among
from macros.model.editions import EDITIONS
from macros.model.field_names import meant
from macros.model.pattern import FORMS
from macros.model.relation import RELATION_KINDS, Relation
from macros.model.translated import TEXTS, Translated, written_fields
from macros.model.values import Key
from macros.model.vocabulary import VOCABULARY_FIELDS
from macros.text.slugs import slugify
from macros.yaml.document import Document, Loc

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
"""Kind of error, as pydantic names it -> id of the message; those of `values` are ids themselves."""
_BOUNDS: Final = ("min_length", "max_length", "ge", "le")
_LIST_MARK: Final = re.compile(r"(?:[-•·●▪◦‣*–+]|\d{1,2}[.)])\s")
_DAY: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")


_OF_KEY: Final = "[key]"
"""The last step of pydantic's way to a key that is wrong."""


def way(details: ErrorDetails) -> Loc:
    """Return the way to what an error is about, as it stands in the file."""
    return tuple(step for step in details["loc"] if step not in (TEXTS, _OF_KEY))


def is_no_text(details: ErrorDetails) -> bool:
    """Return whether an error says that a mapping by edition has a text in none of them."""
    return details["type"] == "too_short" and details["loc"][-1:] == (TEXTS,)


def title(loc: Loc) -> str:
    """Return a readable name for a place: `nl.forces[2]`."""
    name = ""
    for step in loc:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if name else str(step)
    return name


def field_at(model: type[BaseModel], loc: Loc) -> FieldInfo | None:
    """Return the field that a model has at a way, or None where it has none, as for an item of a list."""
    inside = model_at(model, loc[:-1])
    return written_fields(inside).get(str(loc[-1])) if inside and loc and not isinstance(loc[-1], int) else None


def missing(document: Document, parent: Loc, names: list[str]) -> Finding:
    """Return the finding on the fields that are missing in one mapping: one finding, however many they are."""
    place = document.place(parent, of_key=True) if parent else document.place()
    if parent[-1:] and parent[-1] in EDITIONS:
        return Finding(place, "missing-field.edition", {"edition": str(parent[-1]), "fields": tuple(names)})
    if len(names) > 1 and parent:
        return Finding(place, "missing-field.inside", {"inside": title(parent), "fields": tuple(names)})
    if len(names) > 1:
        return Finding(place, "missing-field.several", {"fields": tuple(names)})
    return Finding(place, "missing-field", {"field": title((*parent, names[0]))})


def explained(document: Document, model: type[BaseModel], details: ErrorDetails) -> Finding:
    """Return the finding for an error, but for a missing field."""
    loc = way(details)
    kind = details["type"]
    written = details.get("input")
    shown = str(written) if isinstance(written, str | int) else ""
    place = document.place(loc)
    if kind == "extra_forbidden":
        return _unknown_field(document, model, loc)
    if kind == "literal_error":
        # The form decides which model a file is held against: that model knows its own form only.
        fixed = [word.strip("' ") for word in details["ctx"]["expected"].replace(" or ", ", ").split(",")]
        known = list(FORMS) if set(fixed) <= set(FORMS) else fixed
        advice = Advice(meant(shown, known).nearest, among(shown, known).allowed)
        return Finding(place, "unknown-word.fixed", {"field": title(loc)}, shown, advice)
    if is_no_text(details):
        return _without_text(document, loc)
    if kind == "relation_kind":
        kinds = [kind for kind in RELATION_KINDS if document.at((*loc, kind))]
        return Finding(place, "relation-kind", {}, ", ".join(kinds), Advice(allowed=RELATION_KINDS))
    if kind in _WRONG_KINDS:
        return _WRONG_KINDS[kind](document, model, loc, written)
    return _wrong_value(place, loc, details, shown)


def _without_text(document: Document, loc: Loc) -> Finding:
    place = document.place(loc, of_key=True)
    if not loc:
        return Finding(place, "no-text")
    return Finding(place, "no-text.field", {"field": title(loc)}, advice=Advice(allowed=tuple(EDITIONS)))


def _unknown_field(document: Document, model: type[BaseModel], loc: Loc) -> Finding:
    place, name = document.place(loc, of_key=True), str(loc[-1])
    if " " in name and document.at(loc) in (None, ""):
        return Finding(place, "unknown-field.comma", {}, name)
    inside = model_at(model, loc[:-1])
    message = "unknown-field.relation" if inside and issubclass(inside, Relation) else "unknown-field"
    return Finding(place, message, {}, name, meant(name, _offered(inside)) if inside else NO_ADVICE)


def _offered(model: type[BaseModel]) -> list[str]:
    """Return the fields of a model but for those that are only still read."""
    fields = written_fields(model)
    extras = {name: info.json_schema_extra for name, info in fields.items()}
    return [name for name, extra in extras.items() if not (isinstance(extra, dict) and extra.get("deprecated"))]


def _wrong_value(place: Place, loc: Loc, details: ErrorDetails, shown: str) -> Finding:
    kind = details["type"]
    context: dict[str, Any] = details.get("ctx") or {}
    message = kind if kind.startswith(("wrong-value.", "example-form")) else _MESSAGES.get(kind, "wrong-value.other")
    advice = NO_ADVICE
    if kind == "string_pattern_mismatch" and "A-Z" in context["pattern"]:
        message = "wrong-value.letter"
        advice = _nearest(shown.strip()[-1:].upper() if shown.strip()[-1:].isalpha() else "", shown)
    elif kind == "string_pattern_mismatch":
        message, advice = "wrong-value.key", _nearest("" if "/" in shown else slugify(shown), shown)
    elif loc == ("confidence",) and message in ("wrong-value.number", "wrong-value.most"):
        message = "wrong-value.confidence"
    elif message == "wrong-value.date":
        advice = _nearest(_day(shown), shown)
    holes: dict[str, Hole] = {"field": title(loc), "detail": details["msg"]}
    if bound := [context[name] for name in _BOUNDS if name in context]:
        holes["bound"] = bound[0]
    holes |= {name: value for name, value in context.items() if name == "character"}
    return Finding(place, message, holes, shown, advice)


def _nearest(better: str, written: str) -> Advice:
    return Advice((better,)) if better and better != written else NO_ADVICE


def _day(written: str) -> str:
    """Return a date that was written with the day first as it should be, or an empty string."""
    found = _DAY.fullmatch(written.strip())
    try:
        return date(int(found[3]), int(found[2]), int(found[1])).isoformat() if found else ""
    except ValueError:  # no day of the calendar
        return ""


def _no_text(document: Document, _model: type[BaseModel], loc: Loc, written: Any) -> Finding:
    """Return the finding on something else than text: most often a text with a colon, which YAML reads as a field."""
    if isinstance(written, list) and title(loc) in VOCABULARY_FIELDS:
        return Finding(document.place(loc), "wrong-kind.one-word", {"field": title(loc)})
    if isinstance(written, list):
        return Finding(document.place(loc), "wrong-kind.not-a-list", {"field": title(loc)})
    first = next(iter(written), "") if isinstance(written, dict) else ""
    if first and (len(written) == 1 or " " in first):
        return Finding(document.place((*loc, first), of_key=True), "wrong-kind.colon", {"before": first})
    return Finding(document.place(loc), "wrong-kind.text", {"field": title(loc)})


def _no_list(document: Document, model: type[BaseModel], loc: Loc, written: Any) -> Finding:
    shown = written if isinstance(written, str) else ""
    field = field_at(model, loc)
    if field is not None and field.annotation == list[Key] and shown:
        words = re.split(r"[,;/]\s*|\s+(?:en|and)?\s*", shown)
        example = f"{loc[-1]}: [{', '.join(slugify(word) for word in words if slugify(word))}]"
        return Finding(
            document.place(loc), "wrong-kind.list-of-words", {"field": title(loc), "example": example}, shown
        )
    after = document.file.lines[document.place(loc).line : document.ends.get(loc, 0)]
    if re.match(r"-[^\s]|-[^\S ]", shown):
        return Finding(document.place(loc), "wrong-kind.dash-without-space", {}, shown.split(" -")[0])
    if any(line.lstrip().startswith("- ") for line in after):
        return Finding(document.place(loc), "wrong-kind.first-dash", {}, shown.split(" - ")[0])
    message = "wrong-kind.list-marks" if _LIST_MARK.match(shown) else "wrong-kind.list"
    return Finding(document.place(loc), message, {"field": title(loc)}, shown)


def _no_fields(document: Document, model: type[BaseModel], loc: Loc, written: Any) -> Finding:
    shown = written if isinstance(written, str) else ""
    inside = model_at(model, loc)
    if inside and issubclass(inside, Relation):
        example = f"{RELATION_KINDS[1]}: {slugify(shown) or 'key'}"
        advice = Advice(allowed=RELATION_KINDS)
        return Finding(document.place(loc), "wrong-kind.relation", {"example": example}, shown, advice)
    if inside and issubclass(inside, Translated):
        return Finding(document.place(loc), "wrong-kind.by-edition", {"field": title(loc)}, shown)
    names = tuple(written_fields(inside)) if inside else ()
    return Finding(document.place(loc), "wrong-kind.fields", {"field": title(loc), "fields": names}, shown)


_WRONG_KINDS: Final[dict[str, Callable[[Document, type[BaseModel], Loc, Any], Finding]]] = {
    "string_type": _no_text,
    "list_type": _no_list,
    "model_type": _no_fields,
    "dict_type": _no_fields,
}


def model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """Return the model of the mapping at a way, by walking the annotations."""
    current: Any = model
    for step in loc:
        if isinstance(step, int):
            continue
        field = written_fields(current).get(step)
        current = _model_in(field.annotation) if field else None
        if current is None:
            return None
    return current if isinstance(current, type) else None


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        if found := _model_in(inner):
            return found
    return None
