"""Pictures as PNG, drawn by Typst and kept by content, so that an unchanged one is not drawn again."""

import os
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from json import dumps
from pathlib import Path
from typing import Final

from macros.pictures.symbols import WIDTH
from macros.pictures.typst_process import made

_TEMPLATES: Final = Path(__file__).with_name("typst")
_COLOURS: Final = 64
_COMPRESSION: Final = 6
"""Level 9 takes six times as long, for a tenth less."""
_KEPT: Final = Path(__file__).parents[2] / ".cache/pictures"
_AT_ONCE: Final = 24
"""Pages in one run: each run has a cost of its own, and all its pages are in memory together."""


def pngs(drawings: Sequence[str], width: int, kept: Path = _KEPT) -> list[bytes]:
    """Return drawings as PNG, each made once.

    Args:
        drawings: the text of each, as `variants.file_text` gives it.
        width: in pixels; the height follows.
        kept: as in `pages`.
    """
    return pages("pictures", [dumps(drawing) for drawing in drawings], width / WIDTH, kept=kept)


def pages(
    template: str,
    items: Sequence[str],
    pixels_for_each_point: float = 1,
    *,
    few_colours: bool = False,
    kept: Path = _KEPT,
) -> list[bytes]:
    """Return the pages of a template that shows each item on a page of its own, as PNG, each made once.

    Args:
        template: the name of the file in typst/ without its ending.
        items: what each page shows, as JSON.
        pixels_for_each_point: how large it is drawn.
        few_colours: whether at most `_COLOURS` are kept, for a third of the bytes: for flat drawings without holes.
        kept: the folder in which PNGs are kept; it is made when needed, and may be emptied at any time. Where
            nothing can be written, none is kept.
    """
    made_with = f"{version('typst')} {version('pillow') if few_colours else ''} {_text_of(template)}"
    names = (sha256(f"{made_with} {pixels_for_each_point} {item}".encode()).hexdigest() for item in items)
    paths = [kept / f"{name}.png" for name in names]
    known: dict[Path, bytes] = {}
    for path in paths:
        if path not in known and path.is_file():
            known[path] = path.read_bytes()
    missing = {path: item for path, item in zip(paths, items, strict=True) if path not in known}
    for start in range(0, len(missing), _AT_ONCE):
        part = dict(list(missing.items())[start : start + _AT_ONCE])
        drawn = compiled(template, {"items": f"[{','.join(part.values())}]"}, pixels_for_each_point)
        for path, png in zip(part, drawn, strict=True):
            known[path] = _with_few_colours(png) if few_colours else png
            with suppress(OSError):
                _keep(path, known[path])
    return [known[path] for path in paths]


def _text_of(template: str) -> str:
    return (_TEMPLATES / f"{template}.typ").read_text("utf-8")


def _with_few_colours(png: bytes) -> bytes:
    # Imported here: `check` looks at pictures and draws none.
    from PIL import Image

    image = Image.open(BytesIO(png)).convert("RGB")
    written = BytesIO()
    few = image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(written, "PNG", compress_level=_COMPRESSION)
    return written.getvalue()


def compiled(template: str, inputs: dict[str, str], pixels_for_each_point: float = 1) -> list[bytes]:
    """Return the pages of a template as PNG.

    Args:
        template: the name of the file in typst/ without its ending.
        inputs: what it shows; text in it is data and never Typst source.
        pixels_for_each_point: how large it is drawn.
    """
    return made(_TEMPLATES / f"{template}.typ", inputs, pixels=pixels_for_each_point, at=None)


def _keep(path: Path, png: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Written beside its place first: two builds may make the same one at once.
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.write_bytes(png)
    new.replace(path)
