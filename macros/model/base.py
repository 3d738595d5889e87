"""The base of every model of a file; each field says in both languages what it is for (`described`)."""

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

DUTCH, ENGLISH = "nl", "en"
"""The languages of the explanations, which no edition need have."""
Span = tuple[int, int]
"""A lower and an upper bound, both included."""


@dataclass(frozen=True, slots=True)
class Use:
    """What is made of the value of a field.

    Attributes:
        section: the id of its section on the page, the same in both editions, so that a deep link survives a switch;
            empty when it has none.
        quiet: whether only who hears the text needs the heading.
        folded: whether its section closes the page, folded, after the related patterns.
        prose: whether somebody reads it as text.
        counted: whether its words count in the length of a page.
        written_by: the editors in every pattern, or the editors or a source, as the pattern's `basis` says; None
            where nobody asks.
        deprecated: whether it is still read, and nothing offers it any more.
        recorded_as: the name under which texts were published with it, where it was renamed since: in the record and in
            the data it keeps that name.
        where_known: whether a pattern has it only in a language that has words for it, and then must have it.
    """

    section: str = ""
    quiet: bool = False
    folded: bool = False
    prose: bool = True
    counted: bool = True
    written_by: Literal["editors", "either"] | None = None
    deprecated: bool = False
    recorded_as: str = ""
    where_known: bool = False


NO_PROSE = Use(prose=False)
"""Of a field that holds a key, a number or a fixed value."""


def use_of(field: FieldInfo) -> Use:
    """Return what is made of a field: what `described` was told, or the defaults."""
    return next((one for one in field.metadata if isinstance(one, Use)), Use())


def is_required(field: FieldInfo) -> bool:
    """Return whether a field must be filled in, if only where the language has words for it."""
    return field.is_required() or use_of(field).where_known


def described(
    nl: str,
    en: str,
    *,
    words: Span | None = None,
    short: Span | None = None,
    full: Span | None = None,
    count: Span | None = None,
    use: Use | None = None,
    **more: Any,
) -> Any:
    """Return a pydantic field that carries its explanation in both languages.

    Args:
        nl: what the field is for in Dutch, a sentence with its full stop.
        en: the same in English.
        words: how many words its text should have, or each of its texts.
        short: how many words all its texts together should have in a short pattern.
        full: the same in a full pattern.
        count: how many texts it should have.
        use: what is made of its value.
        more: what pydantic's `Field` takes.

    The spans are part of the explanation, and a check warns of what lies outside them.
    """
    guide: dict[str, Any] = {"deprecated": True} if use and use.deprecated else {}
    if count:
        nl, en = f"{nl[:-1]}, {count[0]} tot {count[1]}.", f"{en[:-1]}, {count[0]} to {count[1]}."
        guide["count"] = list(count)
    if words:
        nl, en = f"{nl[:-1]}, {words[0]} tot {words[1]} woorden.", f"{en[:-1]}, {words[0]} to {words[1]} words."
        guide["words"] = list(words)
    if short and full:
        nl = f"{nl[:-1]}, in alles {full[0]} tot {full[1]} woorden (kort: {short[0]} tot {short[1]})."
        en = f"{en[:-1]}, {full[0]} to {full[1]} words in all (short: {short[0]} to {short[1]})."
        guide |= {"short": list(short), "full": list(full)}
    field: FieldInfo = Field(description=f"{nl}\n\n{en}", json_schema_extra={"nl": nl, "en": en, **guide}, **more)
    if use:
        field.metadata.append(use)
    return field


class Model(BaseModel):
    """A mapping in a file: unknown fields are refused, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
