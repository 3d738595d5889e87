"""The answer on the data as a whole."""

from datetime import date

from pydantic import Field

from macros.exports.api.models.base import Answer, Translated


class Version(Answer):
    """version.json: which version this is, and of which day."""

    version: str = Field(description="Of the API; the first number is the one in its address.")
    revised: date = Field(description="The date of the newest text.")
    patterns: int = Field(description="How many are published.")
    licence: str
    publisher: str
    site: Translated
