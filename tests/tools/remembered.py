"""What checks of almost the same language need not do again: the pictures, while a test leaves them alone."""

import pytest

from macros.pictures import collection
from macros.pictures.picture import Picture, picture_from
from macros.pictures.symbols import Symbols
from macros.yaml.text_file import TextFile

_KNOWN: dict[tuple[str, str], Picture] = {}


def remember_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work out the picture of a source once for each text of it; the symbols must be those of the clone."""

    def remembered(file: TextFile, symbols: Symbols) -> Picture:
        name = (file.path, file.text)
        if name not in _KNOWN:
            _KNOWN[name] = picture_from(file, symbols)
        return _KNOWN[name]

    monkeypatch.setattr(collection, "picture_from", remembered)
