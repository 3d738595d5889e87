"""The colours of pictures, read from the stylesheet of the site: in the light, in the dark, and two for paper."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

_STYLES: Final = Path(__file__).parents[1] / "frontend/theme/assets/styles/colours.css"
_PAIR: Final = r": *light-dark\( *(#[0-9a-f]{6}) *, *(#[0-9a-f]{6}) *\)"
_HUE: Final = re.compile(rf"\.chapter-([0-9]+) *\{{ *--hue{_PAIR}")


@dataclass(frozen=True, slots=True)
class Palette:
    """The three colours of a picture, as `#1f2328`."""

    ink: str
    paper: str
    hue: str

    def on_hue(self) -> "Palette":
        """Return the colours of a picture that is drawn in paper on its own hue, as on a cover."""
        return Palette(ink=self.paper, paper=self.hue, hue=self.paper)


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
        chapter: its number, from 1; a chapter without a hue of its own has the one of the site.

    Raises:
        ValueError: when the stylesheet does not name them in the form that is expected.
    """
    text = _STYLES.read_text("utf-8")
    pairs = [re.search(rf"--{name}{_PAIR}", text) for name in ("ink", "paper", "hue")]
    if not all(pairs):
        raise ValueError(f"{_STYLES} does not name ink, paper and hue as light-dark(#1f4e79, #8fbce6)")
    ink, paper, hue = (pair.groups() for pair in pairs if pair)
    light, dark = _pairs().get(chapter, hue)
    return {
        LIGHT: Palette(ink[0], paper[0], light),
        DARK: Palette(ink[1], paper[1], dark),
        GREY: Palette(_grey(ink[0]), "#ffffff", _grey(light)),
        PRINT: Palette(ink[0], "#ffffff", light),
    }


def hues() -> dict[str, str]:
    """Return the hue of each chapter on light paper, by its number: `{"1": "#1f4e79"}`."""
    return {str(number): light for number, (light, _dark) in _pairs().items()}


@cache
def _pairs() -> dict[int, tuple[str, str]]:
    """Return the hues of each chapter, on light and on dark paper, by its number.

    Raises:
        ValueError: when the stylesheet names none in the form that is expected.
    """
    found = {int(number): (light, dark) for number, light, dark in _HUE.findall(_STYLES.read_text("utf-8"))}
    if not found:
        raise ValueError(f"{_STYLES} has no rule such as .chapter-1 {{ --hue: light-dark(#1f4e79, #8fbce6); }}")
    return found


def _grey(colour: str) -> str:
    """Return the grey that is as light (Rec. 709 luma)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + 3 * f"{round(0.2126 * red + 0.7152 * green + 0.0722 * blue):02x}"
