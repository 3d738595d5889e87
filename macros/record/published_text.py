"""One text as it was published: a file of the record, written by publishing and never edited."""

import json
from pathlib import PurePosixPath
from typing import Annotated, Any, Final

from pydantic import AfterValidator, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from macros.model.base import Model, described
from macros.model.editions import DeclaredCode
from macros.model.values import Key, Number, Plain
from macros.record.sections import TextSection, fingerprint
from macros.record.text_date import TextDate, text_date_from

TEXTS_FOLDER: Final = "patterns/versions"
"""The record of texts, from the repository root: `70/nl/2026-11-28.json`."""
MAX_BYTES: Final = 400_000
"""No text of a pattern file is that long."""


class NoTextError(ValueError):
    """Why a file is no text of the record: the id of the message, and what fills its holes."""

    def __init__(self, message: str, **holes: str) -> None:
        super().__init__(f"{message} {' '.join(holes.values())}".strip())
        self.message, self.holes = message, holes


def _written(text: str) -> str:
    try:
        text_date_from(text)
    except ValueError:
        raise PydanticCustomError("wrong-value.text-date", "a date, written as 2026-11-28") from None
    return text


DateOfText = Annotated[str, AfterValidator(_written)]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
NumberText = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,3}$")]


class PublishedText(Model):
    """A text of one pattern in one edition as it was published under a date.

    A correction has the date of the text it corrects and counts from 1. A withdrawn text has no sections any more.
    """

    number: Number = described("Het nummer van het patroon.", "The pattern's number.", ge=1, le=9999)
    edition: DeclaredCode = described("De editie.", "The edition.")
    date: DateOfText = described("De datum van de tekst.", "The date of the text.")
    correction: Number = described("De hoeveelste verbetering.", "Which correction.", ge=0, le=999, default=0)
    fingerprint: Fingerprint = described("De vingerafdruk van de tekst.", "The fingerprint of the text.")
    changed: dict[DeclaredCode, Plain] = described("Wat er veranderde.", "What changed.", default={})
    names: dict[NumberText, Plain] = described(
        "De namen van patronen waarnaar de tekst verwijst.", "The names of patterns that the text links to.", default={}
    )
    roles: dict[Key, Plain] = described(
        "De namen van de rollen in de tekst.", "The names of the roles in the text.", default={}
    )
    sections: list[TextSection] = described("De tekst.", "The text.", default=[])

    @property
    def text_date(self) -> TextDate:
        """The date as a value that can be compared."""
        return text_date_from(self.date)

    @property
    def order(self) -> tuple[TextDate, int]:
        """What the texts of a pattern are ordered by: the last one is the newest."""
        return self.text_date, self.correction

    @property
    def path(self) -> str:
        """Its file, from the repository root."""
        corrected = f"-corrected-{self.correction}" if self.correction else ""
        return f"{TEXTS_FOLDER}/{self.number}/{self.edition}/{self.date}{corrected}.json"

    @property
    def name(self) -> str:
        """The name that the pattern had; empty for a withdrawn text."""
        return next((section.text or "" for section in self.sections if section.heading == "name"), "")

    def withdrawn(self) -> "PublishedText":
        """Return what remains when the text is withdrawn: which text it was, and nothing of its words."""
        return self.model_copy(update={"sections": [], "names": {}, "roles": {}, "changed": {}})

    def is_whole(self) -> bool:
        """Whether the sections are those that the fingerprint was made of."""
        return fingerprint(self.sections) == self.fingerprint


def text_as_json(text: PublishedText) -> dict[str, Any]:
    """Return a published text as plain data, without what is empty."""
    return text.model_dump(mode="json", exclude_defaults=True)


def text_file(text: PublishedText) -> str:
    """Return the content of a published text's file."""
    return json.dumps(text_as_json(text), ensure_ascii=False, indent=1) + "\n"


def text_from(content: str, path: str) -> PublishedText:
    """Read the content of a published text's file.

    Args:
        content: of the file.
        path: from the repository root; it has to be the one that follows from the content.

    Raises:
        NoTextError: when it is none.
    """
    try:
        text = PublishedText.model_validate(json.loads(content))
    except (json.JSONDecodeError, RecursionError):
        raise NoTextError("record-file.json") from None
    except ValidationError as error:
        raise NoTextError("record-file.field", field=first_wrong_field(error)) from None
    if PurePosixPath(path) != PurePosixPath(text.path):
        raise NoTextError("record-file.place", path=text.path)
    return text


def first_wrong_field(error: ValidationError) -> str:
    """Return the way to the first field that is missing or wrong."""
    return ".".join(map(str, error.errors(include_url=False)[0]["loc"])) or "{}"
