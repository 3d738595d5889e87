"""The editions: the languages in which the site and every pattern appear, as `patterns/editions.yml` declares them.

A process works on one pattern language. `declare` fills what stands here when the language is read, before any other
file of it; until then there is no edition.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final, TypeVar

from pydantic import AfterValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, RootModel
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

from macros.model.base import DUTCH, ENGLISH, Model, described
from macros.model.edition_words import EditionWords
from macros.model.values import Key, Name, Plain, Prose

Value = TypeVar("Value")

Edition = str
"""The code of an edition."""

EDITIONS: Final[list[Edition]] = []
"""All editions, the main one first."""
ROOTS: Final[dict[Edition, str]] = {}
"""Where each edition lies, from the root of the site: the main one at the root, another at its code."""
NAMES: Final[dict[Edition, dict[str, str]]] = {}
"""The language of each edition as it is called in each language, its own among them."""
LOCALES: Final[dict[Edition, str]] = {}
"""The language of each edition with its country, as Word and browsers name it."""
CITED_LANGUAGES: Final[dict[Edition, str]] = {}
"""The language of each edition as BibTeX (babel) names it."""
FOLDERS: Final[dict[str, dict[Edition, str]]] = {}
"""Kind of page -> its folder in each edition."""
WITHDRAWN: Final[dict[Edition, tuple[str, str]]] = {}
"""The name, with `{}` for the number, and the summary that stand in for a pattern whose every text was withdrawn."""
RENAMED: Final[dict[Edition, str]] = {}
"""What a renamed pattern says of its former text, with `{}` for the new name."""

OWN_LABELS: Final[dict[Edition, dict[str, str]]] = {}
"""The words on the pages of an edition that the language itself gives, by the key of each in `view/labels.yml`."""

OWN_WORDS: Final[dict[Edition, EditionWords]] = {}
"""What the language itself tells of the words of an edition."""

_CODE: Final = re.compile(r"[a-z]{2,3}")
_LOCALE: Final = re.compile(r"[a-z]{2,3}-[A-Z]{2}")


def _code(text: str) -> str:
    if not _CODE.fullmatch(text):
        raise PydanticCustomError("wrong-value.edition-code", "two or three small letters")
    return text


def _locale(text: str) -> str:
    if not _LOCALE.fullmatch(text):
        raise PydanticCustomError("wrong-value.locale", "a language with its country")
    return text


def _declared(text: str) -> str:
    if text not in EDITIONS:
        raise PydanticKnownError("literal_error", {"expected": " or ".join(f"'{edition}'" for edition in EDITIONS)})
    return text


class _Declared:
    """Has pydantic refuse a code that no edition has."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(_declared, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return handler(schema) | {"enum": list(EDITIONS)}


DeclaredCode = Annotated[Edition, _Declared()]
"""The code of an edition in a file."""


class Folders(Model):
    """The folder of each kind of generated page in one edition."""

    patterns: Key = described("Van de patronen.", "Of the patterns.")
    cases: Key = described("Van de praktijkgevallen.", "Of the cases.")
    chapters: Key = described("Van de hoofdstukken.", "Of the chapters.")
    routes: Key = described("Van de leesroutes.", "Of the reading routes.")
    situations: Key = described("Van de stagnaties.", "Of the stagnations.")
    search: Key = described("Van de zoekresultaten.", "Of the results of a search.")


class DeclaredEdition(Model):
    """One edition."""

    code: Annotated[str, AfterValidator(_code)] = described(
        "De code van de taal, als in ISO 639: `nl`.", "The code of the language, as in ISO 639: `en`."
    )
    name: Name = described("Hoe de taal zichzelf noemt.", "What the language calls itself.")
    names: dict[str, Plain] = described(
        "Hoe de taal in andere talen heet, per code.", "What the language is called in others, by code.", default={}
    )
    locale: Annotated[str, AfterValidator(_locale)] = described(
        "De taal met haar land: `nl-NL`.", "The language with its country: `en-GB`."
    )
    bibtex: Key = described("De taal zoals BibTeX haar noemt.", "The language as BibTeX names it.")
    folders: Folders = described("De map van elk soort pagina.", "The folder of each kind of page.")
    withdrawn_name: Plain = described(
        "Hoe een ingetrokken patroon heet; `{}` is het nummer.",
        "What a withdrawn pattern is called; `{}` is its number.",
    )
    withdrawn_summary: Plain = described(
        "De samenvatting van een ingetrokken patroon.", "The summary of a withdrawn pattern."
    )
    renamed: Plain = described(
        "Wat een hernoemd patroon van zijn vorige tekst zegt; `{}` is de nieuwe naam.",
        "What a renamed pattern says of its former text; `{}` is the new name.",
    )


class Editions(Model):
    """editions.yml: the languages of the site, the main one first."""

    editions: list[DeclaredEdition] = described("De edities.", "The editions.", min_length=1)


class OwnLabels(RootModel[dict[str, Prose]]):
    """labels.<code>.yml: words on the pages of one edition, by the key that `view/labels.yml` has for each."""


def declare(
    editions: Sequence[DeclaredEdition],
    labels: Mapping[Edition, OwnLabels],
    words: Mapping[Edition, EditionWords],
) -> None:
    """Make these the editions of the process, in place of those that were declared before.

    Args:
        editions: the main one first.
        labels: the words on its pages that the language itself gives an edition.
        words: what the language itself tells of the words of an edition.
    """
    EDITIONS[:] = [one.code for one in editions]
    _fill(ROOTS, {code: f"{code}/" if place else "" for place, code in enumerate(EDITIONS)})
    _fill(NAMES, {one.code: one.names | {one.code: one.name} for one in editions})
    _fill(LOCALES, {one.code: one.locale for one in editions})
    _fill(CITED_LANGUAGES, {one.code: one.bibtex for one in editions})
    _fill(WITHDRAWN, {one.code: (one.withdrawn_name, one.withdrawn_summary) for one in editions})
    _fill(RENAMED, {one.code: one.renamed for one in editions})
    _fill(OWN_LABELS, {code: own.root for code, own in labels.items()})
    _fill(OWN_WORDS, words)
    kinds = Folders.model_fields
    _fill(FOLDERS, {kind: {one.code: f"{getattr(one.folders, kind)}/" for one in editions} for kind in kinds})


def _fill(table: dict[str, Value], values: Mapping[str, Value]) -> None:
    table.clear()
    table.update(values)


def others(edition: Edition) -> list[Edition]:
    """Return the editions but one, in their order."""
    return [one for one in EDITIONS if one != edition]


def language_name(edition: Edition, language: str) -> str:
    """Return what the language of an edition is called in a language, or in itself where nothing tells."""
    names = NAMES[edition]
    return names.get(language, names[edition])


def explanations(edition: Edition) -> tuple[str, str]:
    """Return what an edition's part of a file is for, in Dutch and in English."""
    return f"In het {language_name(edition, DUTCH)}.", f"In {language_name(edition, ENGLISH)}."
