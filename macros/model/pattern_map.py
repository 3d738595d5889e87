"""map.yml: where each pattern stands on the map of the language."""

from typing import Annotated, Final

from pydantic import Field

from macros.model.base import Model, described
from macros.model.values import Key, Number

WIDTH: Final = 360
HEIGHT: Final = 690
"""The size of the map in its own units: on a phone one unit is about a pixel."""
RADIUS: Final = 13
"""Of the circle of a pattern."""
LEAST_DISTANCE: Final = 30
"""Between the middles of two patterns. On a phone of 320 pixels it is 24, as WCAG 2.5.8 asks of targets."""


class MapPlace(Model):
    """The place of one pattern."""

    pattern: Key = described("Het patroon.", "The pattern.")
    x: Annotated[Number, Field(ge=RADIUS, le=WIDTH - RADIUS)] = described(
        "Hoe ver van links.", "How far from the left."
    )
    y: Annotated[Number, Field(ge=RADIUS, le=HEIGHT - RADIUS)] = described(
        "Hoe ver van boven.", "How far from the top."
    )


class PatternMap(Model):
    """map.yml: the places, as `python -m macros map` writes them."""

    places: list[MapPlace] = described("De plaatsen.", "The places.", min_length=1)
