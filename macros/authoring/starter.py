"""The starter file of a new pattern, made from the schema: every field with what it is for, ready to fill in."""

import json
import textwrap
import types
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from macros.language.language import Language
from macros.language.pattern import key_of
from macros.model.base import is_required
from macros.model.editions import EDITIONS, Edition
from macros.model.example import EXAMPLE_FORMS, Example
from macros.model.pattern import FORMS
from macros.model.relation import RELATION_KINDS, Relation
from macros.model.text import BasisText
from macros.model.translated import written_fields
from macros.model.vocabulary import VOCABULARY_FIELDS
from macros.text.slugs import slugify
from macros.yaml.document import Loc

_LATER = {"revised", "successor", "retired_because", "status", "aliases", "slug", "picture"}
"""Fields that a new pattern does not have yet."""
_ALIKE = 75
"""How alike two names are, from 0 to 100, that a reader could take for one another; the word order does not count."""


def known_names(language: Language, name: str) -> dict[str, str]:
    """Return the patterns that are called as a name in any language, or nearly so: the path of the file -> its name."""
    # Imported here: other commands do without.
    from rapidfuzz import fuzz, process

    spoken = {slug: slug.replace("-", " ") for slug in language.names()}
    wanted = slugify(name).replace("-", " ")
    alike = process.extract(wanted, spoken, scorer=fuzz.token_sort_ratio, limit=3, score_cutoff=_ALIKE)
    keys = {language.names()[slug]: slug for _words, _likeness, slug in reversed(alike)}
    found: dict[str, str] = {}
    for document in language.documents.values():
        for edition in EDITIONS:
            own = document.at((edition, "name"))
            if isinstance(own, str) and slugify(own) == keys.get(key_of(document)):
                found[document.path] = own
    return found


def starter(name: str, number: int, form: str, language: Language, editions: Sequence[Edition]) -> str:
    """Return the text of a starter file.

    Args:
        name: the name of the pattern, in the first of the editions.
        number: its permanent number.
        form: "short" or "full".
        language: as read; its words are the values to choose from.
        editions: those to write the pattern in.
    """
    known: dict[Loc, str] = {
        ("id",): str(number),
        ("form",): form,
        ("confidence",): "0",
        (editions[0], "name"): json.dumps(name, ensure_ascii=False),
    }
    lines = [
        "# yaml-language-server: $schema=../schema/pattern.json",
        "# Vul de velden in en haal weg wat niet nodig is. / Fill in the fields and take out what you do not need.",
        *_Starter(known, allowed_values(language, editions[0]), editions).fields(FORMS[form], ()),
    ]
    return "\n".join(lines) + "\n"


def bare_starter(number: int, language: Language) -> str:
    """Return a starter file without explanations, short enough for an address; its name is still to be given."""
    lines = starter("", number, "short", language, EDITIONS).replace('name: ""', "name:").splitlines(keepends=True)
    return "".join(line for number, line in enumerate(lines) if not (number and line.lstrip().startswith("#")))


class _Starter:
    """Writes the fields of a model.

    Attributes:
        known: what is known of a new pattern, by the way to the field.
        allowed: the values to choose from, by field.
        editions: those to write the pattern in.
    """

    def __init__(self, known: dict[Loc, str], allowed: dict[str, list[str]], editions: Sequence[Edition]) -> None:
        self.known = known
        self.allowed = allowed
        self.editions = editions

    def fields(self, model: type[BaseModel], loc: Loc) -> list[str]:
        """Return the lines of the fields of a model that stands at `loc`, without indentation."""
        lines: list[str] = []
        for name, info in written_fields(model).items():
            explained = info.json_schema_extra
            if name in _LATER or _is_old(explained) or (name in EDITIONS and name not in self.editions):
                continue
            if self.allowed.get(name) == []:  # the language has no words for it
                continue
            if isinstance(explained, dict):
                required = "" if is_required(info) else " (mag / optional)"
                lines.append(f"# {explained['nl']} / {explained['en']}{required}")
            # What a basis says of the sources is prose, and names no key.
            allowed = None if model is BasisText else self.allowed.get(name)
            lines += _choice(allowed or literals(info.annotation))
            lines += self._field(name, info.annotation, (*loc, name))
        return lines

    def _field(self, name: str, annotation: Any, loc: Loc) -> list[str]:
        model, is_list = _shape(annotation)
        if loc in self.known:
            return [f"{name}: {self.known[loc]}"]
        if model is Relation:
            return [f"{name}: []", *_relation_kinds(self.editions)]
        if model is None:
            return [f"{name}: []" if is_list else f"{name}:"]
        inner = _example() if model is Example else self.fields(model, loc)
        if is_list:
            first = next(i for i, line in enumerate(inner) if not line.strip().startswith("#"))
            inner = [f"- {line}" if i == first else f"  {line}" for i, line in enumerate(inner)]
        return [f"{name}:", *(f"  {line}" for line in inner)]


def _is_old(explained: Any) -> bool:
    return isinstance(explained, dict) and bool(explained.get("deprecated"))


def _example() -> list[str]:
    """Return the fields of an example, which has one of three forms: a scene, with the others to choose from."""
    others = [" + ".join(form) for form in EXAMPLE_FORMS if form != ("scene",)]
    return [f"# of / or: {', '.join(others)}", "scene:"]


def allowed_values(language: Language, edition: Edition) -> dict[str, list[str]]:
    """Return the values that fields of a pattern may have, by field: each key with its name, as far as it has one."""
    allowed: dict[str, list[str]] = {}
    if language.vocabulary:
        for field, listing in VOCABULARY_FIELDS.items():
            terms = getattr(language.vocabulary, listing)
            allowed[field] = [f"{term.key} ({term.of(edition).name})" for term in terms]
        allowed["moves"] = allowed["roles"]
        confidence = enumerate(language.vocabulary.confidence)
        allowed["confidence"] = [f"{number} ({term.of(edition).name})" for number, term in confidence]
    if language.sources:
        allowed["source"] = [source.key for source in language.sources.sources]
    return allowed


def literals(annotation: Any) -> list[str]:
    """Return the fixed values inside an annotation."""
    if get_origin(annotation) is Literal:
        return [str(value) for value in get_args(annotation)]
    return [value for inner in get_args(annotation) for value in literals(inner)]


def _choice(values: Sequence[str]) -> list[str]:
    """Return the comment that lists the values to choose from."""
    if len(values) <= 1:
        return []
    words = f"kies uit / choose from: {', '.join(values)}"
    return textwrap.wrap(words, 110, initial_indent="#   ", subsequent_indent="#     ", break_on_hyphens=False)


def _relation_kinds(editions: Sequence[Edition]) -> list[str]:
    """Return every kind of relation as a comment, ready to be copied."""
    kinds = {kind: Relation.model_fields[kind].json_schema_extra for kind in RELATION_KINDS}
    lines = [
        f"#  - {kind}: key-of-the-pattern  # {extra['nl']} / {extra['en']}"
        for kind, extra in kinds.items()
        if isinstance(extra, dict)
    ]
    return [*lines, "#    why:", *(f'#      {edition}: "…"' for edition in editions)]


def _shape(annotation: Any) -> tuple[type[BaseModel] | None, bool]:
    """Return the model inside an annotation, if any, and whether it is a list."""
    if get_origin(annotation) is list:
        return _shape(get_args(annotation)[0])[0], True
    if get_origin(annotation) in (Union, types.UnionType):
        return _shape(next(arg for arg in get_args(annotation) if arg is not type(None)))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, False
    return None, False


def write_starter(path: Path, text: str) -> None:
    """Write a starter file.

    Raises:
        FileExistsError: when there is a file already; nothing is overwritten.
    """
    path.parent.mkdir(exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
