"""The hues of the chapters on paper: those of the site in the light, read from its stylesheet."""

import re
from functools import cache
from pathlib import Path
from typing import Final

_STYLES: Final = Path(__file__).parents[2] / "frontend/theme/assets/styles/colours.css"
_HUE: Final = re.compile(r"\.chapter-([0-9]+) *\{[^}]*--hue: *light-dark\( *(#[0-9a-f]{6}) *,")


@cache
def hues() -> dict[str, str]:
    """Return the hue of each chapter, by its number: `{"1": "#1f4e79"}`.

    Raises:
        ValueError: when the stylesheet tells none in this form.
    """
    found = dict(_HUE.findall(_STYLES.read_text("utf-8")))
    if not found:
        raise ValueError(f"{_STYLES} has no rule such as .chapter-1 {{ --hue: light-dark(#1f4e79, #8fbce6); }}")
    return found
