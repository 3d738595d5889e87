"""Pictures as PNG, drawn by Typst and kept by content, so that an unchanged one is not drawn again."""

import os
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import typst

_TEMPLATES: Final = Path(__file__).with_name("typst")
_PICTURES: Final = "pictures"
"""The template that draws each picture on a page of its own."""
_KEPT: Final = Path(__file__).parents[2] / ".cache/pictures"
_AT_ONCE: Final = 24
"""Pages in one run: each run has a cost of its own, and all its pages are in memory together."""


def pngs(drawings: Sequence[str], width: int, kept: Path = _KEPT) -> list[bytes]:
    """Return drawings as PNG, each made once.

    Args:
        drawings: the text of each, as `variants.file_text` gives it.
        width: in pixels; the height follows.
        kept: the folder in which PNGs are kept; it is made when needed, and may be emptied at any time. Where
            nothing can be written, none is kept.
    """
    paths = [kept / f"{_fingerprint(drawing, width)}.png" for drawing in drawings]
    made: dict[Path, bytes] = {}
    for path in paths:
        if path not in made and path.is_file():
            made[path] = path.read_bytes()
    missing = {path: drawing for path, drawing in zip(paths, drawings, strict=True) if path not in made}
    for start in range(0, len(missing), _AT_ONCE):
        part = dict(list(missing.items())[start : start + _AT_ONCE])
        for path, png in zip(part, _drawn(list(part.values()), width), strict=True):
            with suppress(OSError):
                _keep(path, png)
            made[path] = png
    return [made[path] for path in paths]


def _fingerprint(drawing: str, width: int) -> str:
    template = (_TEMPLATES / f"{_PICTURES}.typ").read_text("utf-8")
    return sha256(f"{version('typst')} {template} {width} {drawing}".encode()).hexdigest()


def _drawn(drawings: list[str], width: int) -> list[bytes]:
    return compiled(_PICTURES, {"drawings": dumps(drawings)}, pixels_for_each_point=width / 240)


def compiled(template: str, inputs: dict[str, str], pixels_for_each_point: float = 1) -> list[bytes]:
    """Return the pages of a template as PNG.

    Args:
        template: the name of the file in typst/ without its ending.
        inputs: what it shows; text in it is data and never Typst source.
        pixels_for_each_point: how large it is drawn.
    """
    path = _TEMPLATES / f"{template}.typ"
    pages = _compiler().compile(path, format="png", ppi=72 * pixels_for_each_point, sys_inputs=inputs)
    return [pages] if isinstance(pages, bytes) else list(pages or ())


@cache
def _compiler() -> "typst.Compiler":
    # Imported here: `check` looks at pictures and draws none. Fonts of the package alone, as a font of the machine
    # would make another file elsewhere.
    import typst

    return typst.Compiler(root=_TEMPLATES, ignore_system_fonts=True)


def _keep(path: Path, png: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Written beside its place first: two builds may make the same one at once.
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.write_bytes(png)
    new.replace(path)
