"""Files of the repository, read within bounds: regular files inside the tree, of limited size, in UTF-8 and NFC.

No symbolic link is followed, neither to a file nor to a folder. What cannot be read is a finding, never an exception.
"""

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Final

from macros.findings.finding import Finding, Place
from macros.text.characters import hidden_characters
from macros.yaml.text_file import TextFile, hidden, text_from

MAX_BYTES: Final = 256 * 1024
"""No file that people write comes near this."""
MAX_PAGE_BYTES: Final = 32 * 1024
"""The longest page has 8 kB."""
MAX_PICTURE_BYTES: Final = 16 * 1024
"""The longest picture has 3 kB, and the symbols have 8."""
MAX_LIST_BYTES: Final = 4 * 1024 * 1024
"""The lists that publication adds to grow for years: about 80,000 lines."""
MAX_COPIED_BYTES: Final = 5 * 1024 * 1024
"""No image or other file of a page needs more."""
MAX_ENTRIES: Final = 20_000
"""Files and folders in a tree that people write."""
MAX_RECORDED_ENTRIES: Final = 100_000
"""Files and folders in the tree that publication adds to: 1,000 patterns with 90 published texts each fit in."""
MAX_DEPTH: Final = 16
"""Folders inside one another."""

_READ: Final = {".yml", ".md", ".txt", ".json", ".svg"}
"""Endings of the files that are read: no folder has one."""
_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_text(path: Path, root: Path, limit: int = MAX_BYTES) -> TextFile:
    """Read a file of the repository.

    Args:
        path: the file.
        root: the repository root.
        limit: the largest size in bytes.
    """
    name = path.relative_to(root).as_posix()
    try:
        raw = _bytes_of(path, name, root, limit)
    except FileNotFoundError as error:
        return TextFile(name, findings=[_unreadable(name, error)], missing=True)
    except OSError as error:
        return TextFile(name, findings=[_unreadable(name, error)])
    return raw if isinstance(raw, TextFile) else text_from(raw, name)


def read_bytes(path: Path, limit: int) -> tuple[bytes, list[Finding]]:
    """Return the bytes of a file that lies anywhere, or the finding that says why it is not read.

    Args:
        path: the file.
        limit: the largest size in bytes.
    """
    try:
        raw = _bytes_of(path, path.name, path.parent, limit)
    except OSError as error:
        return b"", [_unreadable(path.name, error)]
    return (b"", raw.findings) if isinstance(raw, TextFile) else (raw, [])


def _bytes_of(path: Path, name: str, root: Path, limit: int) -> bytes | TextFile:
    """Return the bytes of a regular file, or a file with the finding that says what it is instead.

    Args:
        path: the file.
        name: its path from the root, with forward slashes.
        root: in which no part of that path may be a link.
        limit: the largest size in bytes.

    Raises:
        OSError: when the system cannot open or read it.
    """
    part = name
    while part:
        if (root / part).is_symlink():
            return TextFile(name, findings=[_link(part)])
        part = part.rpartition("/")[0]
    if path.is_dir():
        return TextFile(name, findings=[_not_regular(name)])
    # Opened without waiting: a pipe that nobody writes to would hold the command for ever.
    with os.fdopen(os.open(path, _OPEN), "rb") as file:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode):
            return TextFile(name, findings=[_not_regular(name)])
        # The size may be wrong (files under /proc say 0) or change while reading.
        raw = file.read(limit + 1)
    return raw if len(raw) <= limit else TextFile(name, findings=[_too_large(name, limit)])


@dataclass(slots=True)
class Tree:
    """The files of a folder, at any depth.

    Attributes:
        files: the regular files, in the order of their paths; hidden files and folders are left out.
        findings: the links, devices and names that are refused.
    """

    files: list[Path] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def files_in(folder: Path, root: Path, most: int = MAX_ENTRIES) -> Tree:
    """Return the files of a folder of the repository; a folder that is not there has none.

    Args:
        folder: in the repository.
        root: the repository root.
        most: the largest number of files and folders.
    """
    tree = Tree()
    if folder.is_symlink():
        tree.findings.append(_link(folder.relative_to(root).as_posix()))
        return tree
    known: dict[str, str] = {}
    for count, (path, name, is_folder) in enumerate(_entries(folder, root, tree, 0)):
        if count >= most:
            place = Place(folder.relative_to(root).as_posix())
            tree.findings.append(Finding(place, "too-many.files", {"most": most}))
            break
        folded = unicodedata.normalize("NFKC", name).casefold()
        twin = known.setdefault(folded, name)
        if twin != name:
            tree.findings.append(Finding(Place(name), "name-twice", {"holder": twin}, path.name))
        if not is_folder:
            tree.files.append(path)
    tree.files.sort()
    return tree


def _entries(folder: Path, root: Path, tree: Tree, depth: int) -> Iterator[tuple[Path, str, bool]]:
    """Yield the regular files and the folders below a folder; what is neither becomes a finding.

    Each comes with its path from the root, with forward slashes, and whether it is a folder.
    """
    above = folder.relative_to(root).as_posix()
    try:
        with os.scandir(folder) as scanned:
            entries = sorted(scanned, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        tree.findings.append(_unreadable(above, error))
        return
    # Editors keep locks and copies under names that begin with a point; the site leaves them out as well.
    for entry in (entry for entry in entries if not entry.name.startswith(".")):
        name = f"{above}/{entry.name}"
        tree.findings += [hidden(Place(name), character) for _start, character in hidden_characters(entry.name)]
        if refusal := _refusal(entry, name, depth):
            tree.findings.append(refusal)
            continue
        path, is_folder = folder / entry.name, entry.is_dir()
        yield path, name, is_folder
        if is_folder:
            yield from _entries(path, root, tree, depth + 1)


def _refusal(entry: os.DirEntry[str], name: str, depth: int) -> Finding | None:
    """Return why an entry of a folder is left out, or None."""
    if entry.is_symlink():
        return _link(name)
    if not entry.is_dir():
        return None if entry.is_file() else _not_regular(name)
    if PurePath(name).suffix in _READ:
        return _not_regular(name)
    if depth >= MAX_DEPTH:
        return Finding(Place(name), "too-deep", {"most": MAX_DEPTH})
    return None


def too_large_to_copy(path: Path, root: Path) -> Finding | None:
    """Return the finding on a file that is too large to be copied into the site as it is, or None."""
    name = path.relative_to(root).as_posix()
    return _too_large(name, MAX_COPIED_BYTES) if path.stat().st_size > MAX_COPIED_BYTES else None


def _link(name: str) -> Finding:
    return Finding(Place(name), "symbolic-link")


def _not_regular(name: str) -> Finding:
    return Finding(Place(name), "not-a-file")


def _too_large(name: str, limit: int) -> Finding:
    return Finding(Place(name), "size", {"kilobytes": limit // 1024})


def _unreadable(name: str, error: OSError) -> Finding:
    if isinstance(error, FileNotFoundError):
        return Finding(Place(name), "unreadable.missing")
    return Finding(Place(name), "unreadable", {"why": error.strerror or str(error)})
