"""What a single value in a file may be: a key, a name, prose, a number, a day.

The type of an error that is raised here is the id of a message.
"""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.core.source import MAX_TEXT

_MARKUP = re.compile(r"[<>\x00-\x1f]")


def _plain(text: str) -> str:
    if found := _MARKUP.search(text):
        if found.group() == "\n":
            raise PydanticCustomError("wrong-value.line-break", "plain words on one line")
        raise PydanticCustomError("wrong-value.character", "no {character}", {"character": found.group()})
    return text


def _https(text: str) -> str:
    if not re.fullmatch(r"https://[a-zA-Z0-9][^\s<>\"]*", text):
        raise PydanticCustomError("wrong-value.address", "an address that begins with https://")
    return text


def _iso_date(value: Any) -> Any:
    if isinstance(value, date) or (isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)):
        return value
    raise PydanticCustomError("wrong-value.date", "a date, written as 2026-11-22")


def _digits(value: Any) -> Any:
    if isinstance(value, int) or (isinstance(value, str) and re.fullmatch(r"0|[1-9][0-9]{0,5}", value)):
        return int(value)
    raise PydanticCustomError("wrong-value.number", "a whole number, written in digits")


Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Letter = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,2}$")]
Plain = Annotated[str, StringConstraints(min_length=1, max_length=300), AfterValidator(_plain)]
Name = Annotated[str, StringConstraints(min_length=2, max_length=80), AfterValidator(_plain)]
Yes = Annotated[Literal["true"], WithJsonSchema({"const": True})]
"""Something that is so or is left out: the text *true* to us, the value to an editor."""
Url = Annotated[str, StringConstraints(max_length=300), AfterValidator(_https)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=MAX_TEXT)]
Number = Annotated[int, BeforeValidator(_digits)]
Day = Annotated[date, BeforeValidator(_iso_date)]
