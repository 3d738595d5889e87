"""The base of every model of a file; each field says in both languages what it is for (`described`)."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

Span = tuple[int, int]
"""A lower and an upper bound, both included."""


def described(
    nl: str,
    en: str,
    *,
    words: Span | None = None,
    short: Span | None = None,
    full: Span | None = None,
    count: Span | None = None,
    deprecated: bool = False,
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
        deprecated: whether the field is still read, and nothing offers it any more.
        more: what pydantic's `Field` takes.

    The spans are part of the explanation, and a check warns of what lies outside them.
    """
    guide: dict[str, Any] = {"deprecated": True} if deprecated else {}
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
    return Field(description=f"{nl}\n\n{en}", json_schema_extra={"nl": nl, "en": en, **guide}, **more)


class Model(BaseModel):
    """A mapping in a file: unknown fields are refused, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
