"""Everyday words: what people say and type, with the words that say it in the texts."""

from typing import Annotated

from pydantic import Field

from macros.model.base import Model, described
from macros.model.translated import ByEdition
from macros.model.values import Plain


class EverydayWords(Model):
    """Words that people use for one thing."""

    said: Annotated[list[Plain], Field(min_length=1)] = described(
        "Wat mensen zeggen of typen: een woord, of twee tot vijf woorden die samen iets zeggen.",
        "What people say or type: a word, or two to five words that say something together.",
    )
    ours: Annotated[list[Plain], Field(min_length=1)] = described(
        "Woorden die dat in onze teksten of zoekwoorden zeggen, elk één woord.",
        "Words that say it in our texts or keywords, each of them one word.",
    )


class Everyday(ByEdition[list[EverydayWords]]):
    """everyday.yml: words that people use and our texts don't, and what the texts call it."""
