"""What every answer is made of."""

from pydantic import BaseModel, ConfigDict


class Answer(BaseModel):
    """A mapping in an answer."""

    model_config = ConfigDict(frozen=True)


class Both(Answer):
    """One text in both languages."""

    nl: str
    en: str
