"""The files of the API and their JSON Schema."""

import json
from collections.abc import Iterator
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from macros.exports.api.case import case_answer
from macros.exports.api.models.base import Answer, Translated
from macros.exports.api.models.case import Case, Cases
from macros.exports.api.models.pattern import Pattern, Patterns
from macros.exports.api.models.version import Version
from macros.exports.api.models.vocabulary import Disagreements, Language, Routes, Situations, Sources
from macros.exports.api.pattern import entry_answer, pattern_answer
from macros.exports.api.vocabulary import (
    disagreements_answer,
    language_answer,
    routes_answer,
    situations_answer,
    sources_answer,
)
from macros.exports.imprint import LICENCE, Imprint
from macros.language.addresses import data
from macros.publishing.live_record import LiveRecord

VERSION: Final = "1.0"
"""Of the API: the second number counts additions, and the first one is its address."""

_FILES: Final[dict[str, type[BaseModel]]] = {
    "patterns.json": Patterns,
    "patterns/{id}.json": Pattern,
    "cases.json": Cases,
    "cases/{key}.json": Case,
    "language.json": Language,
    "sources.json": Sources,
    "routes.json": Routes,
    "situations.json": Situations,
    "disagreements.json": Disagreements,
    "version.json": Version,
    "record.json": LiveRecord,
}
"""Every file, beside the schema, with what describes it."""
_MODELS: Final[list[tuple[type[BaseModel], JsonSchemaMode]]] = [
    # The record leaves out what is empty.
    (model, "validation" if model is LiveRecord else "serialization")
    for model in _FILES.values()
]


def _definition(model: type[BaseModel]) -> str:
    return f"#/$defs/{model.__name__}"


def api_files(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of every file."""
    editions = imprint.editions()
    for name, answer in _answers(imprint, editions):
        yield data(name), answer.model_dump_json(exclude_none=True, indent=1).encode() + b"\n"
    yield data("schema"), (json.dumps(schema(imprint), ensure_ascii=False, indent=1) + "\n").encode()


def _answers(imprint: Imprint, editions: list[Imprint]) -> Iterator[tuple[str, Answer]]:
    language = imprint.language
    patterns = imprint.patterns()
    yield "patterns", Patterns(patterns=[entry_answer(pattern, editions) for pattern in patterns])
    for pattern in patterns:
        yield f"patterns/{pattern.id}", pattern_answer(pattern, editions)
    cases = [case_answer(case, editions) for case in language.cases.values()]
    yield "cases", Cases(cases=cases)
    for case in cases:
        yield f"cases/{case.key}", case
    if language.vocabulary:
        yield "language", language_answer(language.vocabulary, editions)
    if language.sources:
        yield "sources", sources_answer(language.sources, editions)
    if language.routes:
        yield "routes", routes_answer(language.routes, editions)
    if language.disagreements:
        yield "disagreements", disagreements_answer(language.disagreements, editions)
    if language.situations:
        yield "situations", situations_answer(language.situations, editions)
    yield (
        "version",
        Version(
            version=VERSION,
            revised=max(edition.revised() for edition in editions),
            patterns=len(language.published()),
            licence=LICENCE,
            publisher=imprint.author,
            site=Translated(**{edition.edition: edition.name for edition in editions}),
        ),
    )


def schema(imprint: Imprint) -> dict[str, Any]:
    """Return the JSON Schema of every file, which also says which definition describes which file.

    What is none of the files does not fit it.
    """
    _, definitions = models_json_schema(_MODELS)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": imprint.url(data("schema")),
        "title": f"{imprint.name}: API {VERSION}",
        "files": {name: _definition(model) for name, model in _FILES.items()},
        "anyOf": [{"$ref": _definition(model)} for model in _FILES.values()],
        **definitions,
    }
