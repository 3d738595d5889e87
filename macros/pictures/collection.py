"""The pictures of the language: their sources, each read when it is first asked for."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from macros.pictures.picture import Picture, picture_from
from macros.pictures.shapes import Shape
from macros.pictures.symbols import Symbols, symbols_from
from macros.pictures.variants import inline
from macros.yaml.text_file import TextFile

SYMBOLS: Final = "patterns/symbols.svg"
EMBLEM: Final = "emblem"
"""The name of the file of a chapter's emblem; no pattern can have it as its key."""


@dataclass
class Pictures:
    """The pictures of the patterns, and the emblems of the chapters.

    Attributes:
        files: the sources by path, the file of symbols among them.
    """

    files: dict[str, TextFile] = field(default_factory=dict)
    _read: dict[str, Picture] = field(default_factory=dict)
    _small: dict[str, str] = field(default_factory=dict)

    @cached_property
    def symbols(self) -> Symbols:
        """The symbols; none when there is no file of them."""
        file = self.files.get(SYMBOLS)
        return symbols_from(file) if file else Symbols()

    def paths(self) -> list[str]:
        """Return the paths of the sources of pictures, in order."""
        return sorted(path for path in self.files if path != SYMBOLS)

    def at(self, path: str) -> Picture:
        """Return the picture of a source.

        Args:
            path: relative to the repository root.
        """
        if path not in self._read:
            self._read[path] = picture_from(self.files[path], self.symbols)
        return self._read[path]

    def beside(self, path: str) -> tuple[Shape, ...]:
        """Return what is drawn beside a pattern; nothing when it has no picture, or none that can be drawn.

        Args:
            path: of the file of the pattern, relative to the repository root.
        """
        source = source_of(path)
        return self.at(source).shapes if source in self.files else ()

    def emblem(self, chapter: str) -> tuple[Shape, ...]:
        """Return what the emblem of a chapter draws; nothing when it has none, or none that can be drawn.

        Args:
            chapter: its key.
        """
        path = emblem_path(chapter)
        return self.at(path).shapes if path in self.files else ()

    def thumbnail(self, path: str) -> str:
        """Return the small picture beside a pattern for a page, hidden from assistive technology, or an empty text.

        Args:
            path: of the file of the pattern, relative to the repository root.
        """
        if path not in self._small:
            shapes = self.beside(path)
            self._small[path] = inline(shapes, small=True) if shapes else ""
        return self._small[path]


def source_of(path: str) -> str:
    """Return the path of the source of the picture beside a pattern's file."""
    return f"{path.removesuffix('.yml')}.svg"


def emblem_path(chapter: str) -> str:
    """Return the path of the source of a chapter's emblem."""
    return f"patterns/{chapter}/{EMBLEM}.svg"


def is_emblem(path: str) -> bool:
    """Return whether a path is that of an emblem's source."""
    return path.endswith(f"/{EMBLEM}.svg")
