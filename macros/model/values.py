"""What a single value in a file may be: a key, a name, prose, a number, a day.

The type of an error that is raised here is the id of a message.
"""

import re
from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.text.characters import name_of
from macros.text.scripts import deceiving_letter
from macros.text.urls import HTTPS, has_user
from macros.yaml.reader import MAX_TEXT

KEY: Final = r"[a-z0-9]+(-[a-z0-9]+)*"
"""What a key looks like, also as the name of a file."""
_QUOTED = re.compile(r"‘[^‘“”]+’|“[^“”]+”")
_MARKUP = re.compile(r"[<>\x00-\x1f]")
_LINK = re.compile(r"[\[\]|]")
"""What ends the name in [[key|name]]."""
_DAY = re.compile(r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")
"""The years that every format of a download can hold."""
_NO_ADDRESS = re.compile(r"[\s<>\"\\]")


def _plain(text: str) -> str:
    if text.isascii() and text.isprintable() and "<" not in text and ">" not in text:
        return text
    if found := _MARKUP.search(text):
        if found.group() == "\n":
            raise PydanticCustomError("wrong-value.line-break", "plain words on one line")
        raise PydanticCustomError("wrong-value.character", "no {character}", {"character": found.group()})
    if deceiving := deceiving_letter(text):
        raise PydanticCustomError("wrong-value.letters", "no {character}", {"character": name_of(deceiving)})
    return text


def _linkable(text: str) -> str:
    if found := _LINK.search(text):
        raise PydanticCustomError("wrong-value.character", "no {character}", {"character": found.group()})
    return text


def _https(text: str) -> str:
    if has_user(text):
        raise PydanticCustomError("wrong-value.address-user", "an address without a user")
    if not HTTPS.match(text) or _NO_ADDRESS.search(text):
        raise PydanticCustomError("wrong-value.address", "an address that begins with https://")
    return text


def _said(text: str) -> str:
    if not _QUOTED.fullmatch(text):
        raise PydanticCustomError("wrong-value.quotation", "a sentence in quotation marks")
    return text


def _iso_date(value: Any) -> Any:
    if isinstance(value, date) or (isinstance(value, str) and _DAY.fullmatch(value)):
        return value
    raise PydanticCustomError("wrong-value.date", "a date, written as 2026-11-22")


def _digits(value: Any) -> Any:
    if isinstance(value, int) or (isinstance(value, str) and re.fullmatch(r"0|[1-9][0-9]{0,5}", value)):
        return int(value)
    raise PydanticCustomError("wrong-value.number", "a whole number, written in digits")


Key = Annotated[str, StringConstraints(pattern=f"^{KEY}$", max_length=80)]
Letter = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,2}$")]
Plain = Annotated[str, StringConstraints(min_length=1, max_length=300), AfterValidator(_plain)]
Name = Annotated[str, StringConstraints(min_length=2, max_length=80), AfterValidator(_plain), AfterValidator(_linkable)]
Yes = Annotated[Literal["true"], WithJsonSchema({"const": True})]
"""Something that is so or is left out: the text *true* to us, the value to an editor."""
PictureText = Annotated[
    str, StringConstraints(min_length=60, max_length=260), AfterValidator(_plain), AfterValidator(_linkable)
]
"""What a picture shows, for who cannot see it."""
Url = Annotated[str, StringConstraints(max_length=300), AfterValidator(_https)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=MAX_TEXT)]
Number = Annotated[int, BeforeValidator(_digits)]
Day = Annotated[date, BeforeValidator(_iso_date)]
Said = Annotated[str, StringConstraints(min_length=3, max_length=300), AfterValidator(_plain), AfterValidator(_said)]
"""What somebody says aloud, in quotation marks."""
