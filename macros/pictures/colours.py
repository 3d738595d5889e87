"""The colours of pictures: those of the site, in the light and in the dark, and two for paper."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

_STYLES: Final = Path(__file__).parents[1] / "frontend/theme/assets/styles/colours.css"
_PAIR: Final = r": *light-dark\( *(#[0-9a-f]{6}) *, *(#[0-9a-f]{6}) *\)"
_HUE: Final = re.compile(rf"\.chapter-([0-9]+) *\{{ *--hue{_PAIR}")
_INK: Final = re.compile(rf"--ink{_PAIR}")
_PAPER: Final = re.compile(rf"--paper{_PAIR}")


@dataclass(frozen=True, slots=True)
class Palette:
    """The three colours of a picture, as `#1f2328`."""

    ink: str
    paper: str
    hue: str


LIGHT: Final = "light"
DARK: Final = "dark"
GREY: Final = "grey"
PRINT: Final = "print"
SCHEMES: Final = (LIGHT, DARK, GREY, PRINT)
"""The ways to colour a picture; `print` stands on white paper, `grey` on white paper without colour."""


@cache
def palettes(chapter: int) -> Mapping[str, Palette]:
    """Return the colours of a chapter's pictures, by the name of the scheme.

    Args:
        chapter: its number, from 1.

    Raises:
        ValueError: when the stylesheet does not tell them in the form that is expected.
    """
    text = _STYLES.read_text("utf-8")
    hues = {int(number): (light, dark) for number, light, dark in _HUE.findall(text)}
    ink, paper = _INK.search(text), _PAPER.search(text)
    if chapter not in hues or not ink or not paper:
        raise ValueError(f"{_STYLES} does not tell ink, paper and the hue of chapter {chapter} as light-dark(#…, #…)")
    light, dark = hues[chapter]
    return {
        LIGHT: Palette(ink[1], paper[1], light),
        DARK: Palette(ink[2], paper[2], dark),
        GREY: Palette(_grey(ink[1]), "#ffffff", _grey(light)),
        PRINT: Palette(ink[1], "#ffffff", light),
    }


def _grey(colour: str) -> str:
    """Return the grey that is as light (Rec. 709 luma)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + 3 * f"{round(0.2126 * red + 0.7152 * green + 0.0722 * blue):02x}"
