"""Documents kept by all that they are made of, so that an unchanged one is not made again.

A content stands under its own digest, in `contents/`. Under the digest of what it was made of stands, in `made/`, the
digest of what came of it: that is only written when `confirm` says that nothing changed in the meantime.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from macros.model.editions import EDITIONS

if TYPE_CHECKING:
    from macros.language.language import Language

Files = Iterable[tuple[str, bytes]]
"""Names with what stands under each."""

_ROOM: Final = 400_000_000
"""Bytes of contents that may be kept; what the build itself used stays in any case. 83 patterns take 70 MB."""


class Kept:
    """A folder in which builds keep what they made. It may be emptied at any time, and shared by builds at once.

    Attributes:
        language: a digest of the files of the language that is built.
    """

    def __init__(self, folder: Path, program: str, language: str, began: float) -> None:
        """Take what the documents are made of.

        Args:
            folder: is made when needed. Where nothing can be written, nothing is kept.
            program: stands for the code, its templates and the libraries: every document is made with them.
            language: stands for the files of the language.
            began: when the build began, in seconds since 1970; what was used since then is not removed.
        """
        self.language = language
        self._contents, self._made = folder / "contents", folder / "made"
        self._program, self._began = program, began
        self._new: dict[Path, list[tuple[str, str]]] = {}
        self._wrote = False

    def files(self, made_of: Iterable[str | bytes], make: Callable[[], Files]) -> Iterator[tuple[str, bytes]]:
        """Yield files as they were kept, or else make them.

        Args:
            made_of: everything that the files follow from, but for the program.
            make: makes them.
        """
        record = self._made / _digest([self._program, *made_of])
        recorded = self._recorded(record)
        if recorded:
            yield from recorded
            return
        new = []
        for name, content in make():
            new.append((name, self._keep(content)))
            yield name, content
        self._new[record] = new

    def confirm(self) -> None:
        """Keep what was made, and make room: nothing that it was made of has changed since it was read."""
        with suppress(OSError):
            for record, files in self._new.items():
                _write(record, json.dumps(files).encode())
            if self._wrote:
                self._make_room()

    def _recorded(self, record: Path) -> list[tuple[str, bytes]]:
        """Return the files that a record names; nothing when one of them is gone or is not what it was."""
        try:
            files = [(name, self._content(digest)) for name, digest in json.loads(record.read_bytes())]
        except (OSError, ValueError, TypeError):
            return []
        return files

    def _content(self, digest: str) -> bytes:
        path = self._contents / digest
        content = path.read_bytes()
        if sha256(content).hexdigest() != digest:
            path.unlink(missing_ok=True)
            raise ValueError(f"{path} is not what was kept")
        os.utime(path)
        return content

    def _keep(self, content: bytes) -> str:
        digest = sha256(content).hexdigest()
        path = self._contents / digest
        with suppress(OSError):
            if path.exists() and path.stat().st_size == len(content):
                os.utime(path)
            else:
                _write(path, content)
                self._wrote = True
        return digest

    def _make_room(self) -> None:
        """Remove what was used longest ago of what takes too much room, and the records that name it."""
        contents = sorted(((entry.stat(), entry.name) for entry in os.scandir(self._contents)), key=_used, reverse=True)
        room, gone = _ROOM, set()
        for stat, name in contents:
            room -= stat.st_size
            if room < 0 and stat.st_mtime < self._began:
                (self._contents / name).unlink(missing_ok=True)
                gone.add(name)
        for record in self._made.iterdir() if gone else ():
            with suppress(OSError, ValueError, TypeError):
                if any(digest in gone for _name, digest in json.loads(record.read_bytes())):
                    record.unlink(missing_ok=True)


def dates(language: "Language") -> list[str]:
    """Return the date of every text: the files do not tell the day of today, nor the one that git has for a file."""
    every = ((pattern, edition) for pattern in language.patterns.values() for edition in EDITIONS)
    return [f"{pattern.key} {edition} {language.text_date(pattern, edition)}" for pattern, edition in every]


def _used(entry: tuple[os.stat_result, str]) -> float:
    return entry[0].st_mtime


def _digest(parts: Iterable[str | bytes]) -> str:
    """Return a digest that differs when a part does, or where one ends and the next begins."""
    whole = sha256()
    for part in parts:
        encoded = part.encode() if isinstance(part, str) else part
        whole.update(b"%d " % len(encoded))
        whole.update(encoded)
    return whole.hexdigest()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Written beside its place first: two builds may make the same one at once.
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.write_bytes(content)
    new.replace(path)


_in_use: ContextVar[Kept | None] = ContextVar("kept", default=None)


@contextmanager
def keeping(kept: Kept | None) -> Iterator[None]:
    """Have what `once` makes be kept there for as long as this lasts."""
    token = _in_use.set(kept)
    try:
        yield
    finally:
        _in_use.reset(token)


def once(made_of: Iterable[str | bytes], make: Callable[[], bytes]) -> bytes:
    """Return a document as it was kept, or else make it.

    Args:
        made_of: everything that it follows from, but for the program.
        make: makes it.
    """
    kept = _in_use.get()
    if kept is None:
        return make()
    ((_name, content),) = kept.files(made_of, lambda: [("", make())])
    return content
