"""A picture as SVG text: for a page, where classes and the stylesheet colour it, and as a file with colours of its own.

The text is written from the checked values of the shapes; no text of the source gets into it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from macros.pictures.colours import Palette
from macros.pictures.paths import joined, path_text, written
from macros.pictures.reader import NAMESPACE
from macros.pictures.shapes import Shape
from macros.pictures.symbols import FRAME

DETAIL: Final = "d"

Look = Callable[[Shape], str]
"""Gives the attributes that say how a shape looks."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Widths of strokes, in units of the frame.

    Attributes:
        line, turn, detail: of an outline, of the turn (`h`) and of a detail (`d`).
        gap: of the paper around a line that crosses another (`g`).
        apart: how far the dots of a dotted line (`o`) are apart.
    """

    line: float
    turn: float
    detail: float
    gap: float
    apart: float


LARGE: Final = Weights(line=4, turn=7, detail=2.5, gap=13, apart=8)
SMALL: Final = Weights(line=5.5, turn=9, detail=2.5, gap=13, apart=10)
"""Up to about 100 pixels wide; details are left out. `pictures.css` has the same values."""


def inline(shapes: Iterable[Shape], label: str = "", lang: str = "", *, small: bool = False) -> str:
    """Return the picture for a page, coloured by classes.

    Args:
        shapes: what is drawn.
        label: its text alternative; without one it is hidden from assistive technology, for where the name stands
            beside it.
        lang: the language of the text, where it is not that of the page.
        small: whether it is a thumbnail.
    """
    language = f' lang="{lang}"' if lang else ""
    said = f'role="img" aria-label="{escape(label)}"{language}' if label else 'aria-hidden="true"'
    kind = "pic pic-s" if small else "pic"
    return f'<svg class="{kind}" viewBox="{FRAME}" {said}>{_drawn(shapes, _classed, small=small)}</svg>'


def file_text(shapes: Iterable[Shape], palette: Palette, label: str = "", *, small: bool = False) -> str:
    """Return the picture as a file of its own, with concrete colours on paper.

    Args:
        shapes: what is drawn.
        palette: its colours.
        label: what it shows, as the title of the file.
        small: whether strokes are heavier and details left out.
    """
    weights = SMALL if small else LARGE
    colours = _attributes(palette, weights)

    def coloured(shape: Shape) -> str:
        own: dict[str, str] = {}
        for name, value in shape.strokes:
            own[name] = value if isinstance(value, str) else joined(value)
        for name in _CASCADE:
            if name in shape.classes:
                own |= colours[name]
        return "".join(f' {name}="{value}"' for name, value in own.items())

    title = f"<title>{escape(label, quote=False)}</title>" if label else ""
    width, height = FRAME.split()[2:]
    return (
        f'<svg xmlns="{NAMESPACE}" width="{width}" height="{height}" viewBox="{FRAME}" fill="none"'
        f' stroke="{palette.ink}" stroke-width="{written(weights.line)}" stroke-linecap="round"'
        f' stroke-linejoin="round">{title}<path fill="{palette.paper}" stroke="none" d="M0 0H{width}V{height}H0Z"/>'
        f"{_drawn(shapes, coloured, small=small)}</svg>"
    )


def number_text(number: int, palette: Palette) -> str:
    """Return a file with the number of a pattern in place of its picture, in the colour of its chapter."""
    width, height = FRAME.split()[2:]
    return (
        f'<svg xmlns="{NAMESPACE}" width="{width}" height="{height}" viewBox="{FRAME}"><title>{number}</title>'
        f'<path fill="{palette.paper}" d="M0 0H{width}V{height}H0Z"/>'
        f'<text x="120" y="112" text-anchor="middle" font-family="Libertinus Serif, Georgia, serif" font-size="96"'
        f' fill="{palette.hue}">{number}</text></svg>'
    )


_CASCADE: Final = ("f", "p", "d", "o", "h", "g", "n", "hf", "t")
"""The classes in the order of their rules in pictures.css: where two say the same, the later one counts."""


def _attributes(palette: Palette, weights: Weights) -> Mapping[str, dict[str, str]]:
    """Return what each class means, as attributes."""
    return {
        "f": {"fill": palette.ink, "stroke": "none"},
        "p": {"fill": palette.paper},
        "d": {"stroke-width": written(weights.detail)},
        "o": {"stroke-dasharray": f".1 {written(weights.apart)}"},
        "h": {"stroke": palette.hue, "stroke-width": written(weights.turn)},
        "g": {"stroke": palette.paper, "stroke-width": written(weights.gap)},
        "n": {"stroke": palette.hue},
        "hf": {"fill": palette.hue, "stroke": "none"},
        "t": {"fill": palette.hue, "fill-opacity": ".17", "stroke": "none"},
    }


def _classed(shape: Shape) -> str:
    text = f' class="{" ".join(shape.classes)}"' if shape.classes else ""
    for name, value in shape.strokes:
        text += f' {name}="{value if isinstance(value, str) else joined(value)}"'
    return text


def _drawn(shapes: Iterable[Shape], look: Look, *, small: bool) -> str:
    return "".join(_element(shape, look, small=small) for shape in shapes if not (small and DETAIL in shape.classes))


def _element(shape: Shape, look: Look, *, small: bool) -> str:
    text = look(shape)
    if shape.transform:
        functions = "".join(f"{name}({joined(numbers)})" for name, numbers in shape.transform)
        text += f' transform="{functions}"'
    if shape.name == "g":
        return f"<g{text}>{_drawn(shape.children, look, small=small)}</g>"
    if shape.steps:
        text += f' d="{path_text(shape.steps)}"'
    for name, value in shape.numbers:
        text += f' {name}="{written(value)}"'
    return f"<{shape.name}{text}/>"
