"""Answers on cases: what happened somewhere, told once."""

from pydantic import Field

from macros.exports.api.models.base import Answer, ByEdition, Translated


class CaseText(Answer):
    """A case in one language. One from a source has `story` and `untold`, one from practice the other fields."""

    name: str
    url: str = Field(description="Address of the page, which follows the name.")
    story: str | None = None
    untold: str | None = Field(None, description="What the source does not tell.")
    organisation: str | None = Field(None, description="What kind of organisation it was.")
    period: str | None = Field(None, description="When it was, roughly.")
    did: str | None = Field(None, description="Who did what.")
    said: str | None = None
    result: str | None = None
    known: str | None = Field(None, description="How we know.")


class Case(ByEdition):
    """cases/<key>.json: one case. A language it is not written in is missing."""

    __pydantic_extra__: dict[str, CaseText]
    key: str
    kind: str = Field(description="source: told by a source. practice: reported by somebody who was there.")
    source: str | None = Field(None, description="Key in sources.json.")
    where: Translated | None = Field(None, description="The place in the source.")
    year: str | None = None
    patterns: list[int]
    data: str = Field(description="Address of this case as data.")


class Cases(Answer):
    """cases.json: every case."""

    cases: list[Case]
