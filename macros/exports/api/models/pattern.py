"""Answers on patterns: the list of them, and all there is of one."""

from datetime import date
from typing import Any, Final

from pydantic import ConfigDict, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from macros.exports.api.models.base import Answer, ByEdition, Translated
from macros.model.base import ENGLISH
from macros.model.former_fields import FORMER_FIELDS, RECORDED
from macros.model.pattern import FORMS
from macros.model.text_fields import TEXT_FIELDS

_TEXT: Final[dict[str, Any]] = {"type": "string"}
_TEXTS: Final[dict[str, dict[str, Any]]] = {
    "text": _TEXT,
    "list": {"type": "array", "items": _TEXT},
    "mapping": {"type": "object", "additionalProperties": _TEXT},
}
"""Kind of a field that is texts alone -> its JSON Schema."""


class Downloads(Answer):
    """The pattern as a file, absolute addresses."""

    pdf: str
    docx: str
    odt: str
    bib: str
    ris: str
    csl: str = Field(description="CSL-JSON")


class Picture(Answer):
    """The picture of a pattern, with absolute addresses."""

    shows: str = Field(description="What is seen and what it means, for who cannot see it.")
    svg: str
    png: str = Field(description="900 by 600 pixels, on white.")


class Example(Answer):
    """What it looked like once."""

    kind: str = Field(description="case: it happened. scene: invented. quotation: the words of a source.")
    case: str | None = Field(None, description="Key of the case in cases.json.")
    source: str | None = Field(None, description="Key of the source in sources.json.")
    text: str


class RunStep(Answer):
    """One step of a run."""

    minutes: int
    do: str


class Run(Answer):
    """The smallest way to do a pattern once."""

    kind: str = Field(description="meeting, visit, call or alone")
    clients: str | None = Field(None, description="discussed or present, where clients are concerned.")
    who: str
    minutes: int
    need: str
    open: str = Field(description="The sentence to open with, in quotation marks.")
    open_at: int = Field(description="The step in which that sentence is said.")
    steps: list[RunStep]
    leave_with: str
    stalls: str = Field(description="The way out when it stalls.")
    ten_minutes: str = Field(description="What can be done before the next meeting begins.")


class BasisText(Answer):
    """What the sources say."""

    source: str
    partly: str | None = Field(None, description="Of fields that are partly the editors': what is in the source.")


class Basis(Answer):
    """Which fields are the editors'; signals, run, moves and question always are, other fields follow the sources."""

    ours: list[str]
    partly: list[str]


class Variant(Answer):
    """A second lesson in the same pattern."""

    name: str
    text: str


class Heading(Answer):
    """What a list shows of a text in one language."""

    name: str
    revised: date = Field(description="The date of this text.")
    summary: str
    permalink: str = Field(description="Address that never changes.")
    url: str = Field(description="Address of the page, which follows the name.")


_AS_ADDRESS: Final = {"slug", "aliases"}
"""Fields of a text that the addresses of the answer tell."""
TOLD: Final = {
    name: field for name, field in TEXT_FIELDS.items() if name not in Heading.model_fields and name not in _AS_ADDRESS
}
"""Fields of a text that stand in the answer, under the name by which they are recorded."""


class Text(Heading):
    """A pattern in one language."""

    # Beside what is declared here: every field of TOLD and every former field that is texts alone.

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, str | list[str] | dict[str, str] | None]
    run: Run
    examples: list[Example]
    variants: list[Variant]
    basis: BasisText
    picture: Picture | None = None
    evidence: str = Field(description="The evidence in one line, which goes wherever the text goes.")
    downloads: Downloads

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the JSON Schema with a property for each field that is texts alone."""
        made = handler(schema)
        described = handler.resolve_ref_schema(made)
        described.pop("additionalProperties", None)
        for name, field in TOLD.items():
            if field.kind != "parts":
                described["properties"][RECORDED[name]] = {**_TEXTS[field.kind], "description": field.help[ENGLISH]}
                if field.kind != "text" or field.required == set(FORMS):
                    described["required"].append(RECORDED[name])
        for name, former in FORMER_FIELDS.items():
            if former.kind != "parts":
                now = f"Now in: {', '.join(former.became)}." if former.became else "Given no more."
                described["properties"][name] = {**_TEXTS[former.kind], "description": now, "deprecated": True}
                if former.kind != "text" or former.required:
                    described["required"].append(name)
        return made


class Relation(Answer):
    """A tie to another pattern, as this one sees it: both sides of a tie have it."""

    kind: str = Field(description="part_of, contains, needs, enables, leads_to, follows or balances")
    pattern: int
    why: Translated | None = None


class SourceUse(Answer):
    """A place in a source that the pattern rests on."""

    source: str = Field(description="Key in sources.json.")
    lesson: str | None = Field(None, description="The lesson that the pattern carries, by its letter.")
    where: Translated


class Facts(ByEdition):
    """What holds for a pattern in every language."""

    id: int = Field(description="Its number, which is never given to another pattern.")
    key: str
    chapter: str = Field(description="Key in language.json.")
    status: str = Field(description="published or retired")
    successor: int | None = Field(None, description="For a retired pattern: the one that took its place.")
    confidence: int = Field(description="How strong the evidence is: 0, 1 or 2; language.json says it in words.")


class Entry(Facts):
    """A pattern in the list."""

    __pydantic_extra__: dict[str, Heading]
    data: str = Field(description="Address of all there is of it.")


class Pattern(Facts):
    """patterns/<id>.json: one pattern. A language it is not written in is missing."""

    __pydantic_extra__: dict[str, Text]
    levels: list[str]
    roles: list[str]
    can_start: list[str]
    takes: str
    phases: list[str]
    driving_force: str
    answers: list[str] = Field(description="Where it gets stuck: keys of stagnations.")
    relations: list[Relation]
    sources: list[SourceUse]
    basis: Basis
    cases: list[str] = Field(description="Keys of the cases that bear on it, in cases.json.")


class Patterns(Answer):
    """patterns.json: every pattern that is or was published, in the order of the book."""

    patterns: list[Entry]
