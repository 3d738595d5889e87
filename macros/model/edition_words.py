"""What a language tells of the words of an edition: how search compares them, and which of them a text does without.

Every value is text, as short as the rules allow: the files are written by hand.
"""

import re
from typing import Annotated, Final

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from macros.model.base import Model, described
from macros.model.values import Plain, Prose

_ENDING: Final = re.compile(r"[a-z0-9]+/[a-z0-9]*/[0-9]")
_PAIR: Final = re.compile(r"[a-z0-9]+/[a-z0-9]*")


def _endings(text: str) -> str:
    if not all(map(_ENDING.fullmatch, text.split())):
        raise PydanticCustomError("wrong-value.endings", "endings with what takes their place")
    return text


def _pairs(text: str) -> str:
    if not all(map(_PAIR.fullmatch, text.split())):
        raise PydanticCustomError("wrong-value.pairs", "pairs with a slash between them")
    return text


Endings = Annotated[Plain, AfterValidator(_endings)]
"""Endings of words, each as `ending/what takes its place/letters that stand before it`: `tjes//3 heden/heid/3`."""
Pairs = Annotated[Plain, AfterValidator(_pairs)]
"""Pairs of letters or words, each as `one/other`: `aa/a ee/e`."""


class SearchWords(Model):
    """How search compares the words of a language: in small letters without accents."""

    stop: Prose = described(
        "Woorden die alleen tellen als er niets anders getypt is, met spaties ertussen.",
        "Words that count only when nothing else is typed, with spaces between them.",
        default="",
    )
    endings: tuple[Endings, ...] = described(
        "Ronden: van elke wordt de eerste uitgang die past vervangen. Schrijf uitgang/wat ervoor komt/letters ervoor.",
        "Passes: of each, the first ending that fits is replaced. Write ending/what takes its place/letters before it.",
        default=(),
    )
    replace: Pairs = described(
        "Wat daarna overal in een woord vervangen wordt: aa/a.",
        "What is then replaced everywhere in a word: aa/a.",
        default="",
    )
    links: Plain = described(
        "Wat er tussen de delen van een samenstelling kan staan.",
        "What may stand between the parts of a compound.",
        default="",
    )
    particles: Plain = described(
        "Wat los van zijn werkwoord kan staan, erachter: in ‘hij stelt het uit’ is dat uit.",
        "What may stand apart from its verb, after it.",
        default="",
    )
    numbers: Pairs = described(
        "Cijfers die ook als woord geschreven worden: 2/twee.",
        "Digits that are also written as a word: 2/two.",
        default="",
    )


class EditionWords(Model):
    """words.<code>.yml: what the code cannot know of the language of an edition. All of it may be left out."""

    search: SearchWords | None = described(
        "Hoe de zoekfunctie woorden vergelijkt.", "How search compares words.", default=None
    )
    address: list[Plain] | None = described(
        "Woorden die de lezer aanspreken: niet in een samenvatting.",
        "Words that speak to the reader: not in a summary.",
        default=None,
    )
    jargon: list[Plain] | None = described(
        "Woorden waarop mensen zoeken en die een lezer niets zeggen: die horen in keywords.",
        "Words that people search by and that tell a reader nothing: they belong in keywords.",
        default=None,
    )
    names: list[Plain] | None = described(
        "Alleen als een hoofdletter in een zin een naam is: de namen die in andere talen anders zijn.",
        "Only where a capital within a sentence is a name: the names that other languages call otherwise.",
        default=None,
    )
