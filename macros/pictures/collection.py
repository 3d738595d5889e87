"""The pictures of the language: which there are, and what is wrong with them."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from macros.pictures.picture import Picture, picture_from
from macros.pictures.symbols import Symbols, symbols_from
from macros.yaml.text_file import TextFile

SYMBOLS: Final = "patterns/symbols.svg"


@dataclass
class Pictures:
    """The pictures of the patterns, each read when it is first asked for.

    Attributes:
        files: the sources by path, the file of symbols among them.
    """

    files: dict[str, TextFile]
    _read: dict[str, Picture] = field(default_factory=dict)

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
