"""What every model of a file is made of: records, whose fields say in both languages what they are for (`told`)."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

Span = tuple[int, int]
"""A lower and an upper bound, both included."""


def told(
    nl: str, en: str, *, words: Span | None = None, count: Span | None = None, deprecated: bool = False, **more: Any
) -> Any:
    """Return a pydantic field that carries its explanation in both languages.

    Args:
        nl: what the field is for in Dutch, a sentence with its full stop.
        en: the same in English.
        words: how long its text should be, or each of its texts; said in the explanation, checked as a warning.
        count: how many texts it should have; likewise.
        deprecated: whether the field is still read and has no effect: nothing offers it any more.
        more: what pydantic's `Field` takes.
    """
    guide: dict[str, Any] = {}
    if count:
        nl, en = f"{nl[:-1]}, {count[0]} tot {count[1]}.", f"{en[:-1]}, {count[0]} to {count[1]}."
        guide["count"] = list(count)
    if words:
        nl, en = f"{nl[:-1]}, {words[0]} tot {words[1]} woorden.", f"{en[:-1]}, {words[0]} to {words[1]} words."
        guide["words"] = list(words)
    if deprecated:
        guide["deprecated"] = True
    return Field(description=f"{nl}\n\n{en}", json_schema_extra={"nl": nl, "en": en, **guide}, **more)


class Record(BaseModel):
    """A mapping in a file: unknown fields are refused, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
