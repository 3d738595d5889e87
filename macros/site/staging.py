"""A folder beside the site in which a new one is built, to take its place whole or not at all."""

import ctypes
import errno
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from mkdocs.exceptions import Abort

_HERE = -100  # AT_FDCWD of Linux's fcntl.h: paths are as the process sees them
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux's fs.h
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP}
_TAKEN = {errno.ENOTEMPTY, errno.EEXIST}
_FCNTL: Final[Any] = import_module("fcntl") if find_spec("fcntl") else None
"""What locks a folder; Windows has none."""
_MARK = "sitemap.xml"  # every site has one
_OLD = "old"
"""The name of the last site, in the folder of a build that has moved it aside."""
_DEAD = 24 * 3600
"""Seconds after which a folder is left over, where no lock tells whether its build still runs."""
_FILE, _FOLDER = 0o644, 0o755
"""What everyone may do with a file and a folder of the site: the user of a web server is not the one who builds."""


class Staging:
    """Where one build of the site is made.

    Attributes:
        site: the folder that the finished site takes the place of.
        folder: a hidden folder beside it, locked while this build lives.
        new: the site in the making, inside that folder.
    """

    def __init__(self, site: Path) -> None:
        """Make the folder, and remove what builds that were killed have left.

        Raises:
            Abort: when the site cannot be put there.
        """
        self.site = site.resolve()
        _refuse_another_folder(self.site)
        parent = self.site.parent
        try:
            parent.mkdir(parents=True, exist_ok=True)
            # Only one build at a time looks at what lies here, so that none takes a new folder for a leftover.
            with _locked(parent):
                _clean(self.site)
                self.folder = Path(tempfile.mkdtemp(prefix=_prefix(self.site), dir=parent))
                self._lock = _lock(self.folder)
        except OSError as error:
            raise Abort(f"The site cannot be built beside {self.site}: {error.strerror or error}") from None
        self.new = self.folder / "site"
        self.new.mkdir()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other builds from putting a site in this place, for as long as this lasts."""
        with _locked(self.site.parent):
            yield

    def publish(self) -> None:
        """Let everyone read the new site and put it in the place of the old one, in one step.

        Raises:
            Abort: when that cannot be done; the old site is still there.
        """
        try:
            _open_to_all(self.new)
            _replace(self.new, self.site, self.folder / _OLD)
        except OSError as error:
            raise Abort(
                f"{self.site} cannot be replaced: {error.strerror or error}. The new site was not put in place; "
                "build to another folder with --site-dir"
            ) from None

    def close(self) -> None:
        """Remove the folder with all that is in it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        _unlock(self._lock)


def _refuse_another_folder(site: Path) -> None:
    """Refuse a folder that holds something else than a site: all that is in it would be lost."""
    if not site.exists():
        return
    if not site.is_dir():
        raise Abort(f"{site} is a file; build to another folder with --site-dir")
    if any(site.iterdir()) and (not (site / _MARK).exists() or (site / ".git").exists()):
        raise Abort(
            f"{site} holds something else than a site built here, which would be lost; "
            "empty it, or build to another folder with --site-dir"
        )


def _prefix(site: Path) -> str:
    return f".{site.name}-build-"


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    handle = _lock(folder)
    try:
        yield
    finally:
        _unlock(handle)


def _lock(folder: Path, *, wait: bool = True) -> int | None:
    """Lock a folder until `_unlock`, or until this process ends; return None where the system cannot.

    Raises:
        BlockingIOError: when another process has locked it and this one is not to wait.
    """
    if _FCNTL is None:
        return None
    handle = os.open(folder, os.O_RDONLY)
    try:
        _FCNTL.flock(handle, _FCNTL.LOCK_EX if wait else _FCNTL.LOCK_EX | _FCNTL.LOCK_NB)
    except BaseException:
        os.close(handle)
        raise
    return handle


def _unlock(handle: int | None) -> None:
    if handle is not None:
        os.close(handle)


def _clean(site: Path) -> None:
    """Remove the folders of builds that no longer run; put a site back that one of them had moved aside."""
    for left in site.parent.glob(_prefix(site) + "*"):
        try:
            handle = _lock(left, wait=False)
        except BlockingIOError:
            continue
        dead = handle is not None or time.time() - left.stat().st_mtime > _DEAD
        if (left / _OLD).is_dir() and not site.exists():
            (left / _OLD).rename(site)
        if dead:
            shutil.rmtree(left, ignore_errors=True)
        _unlock(handle)


def _open_to_all(folder: Path) -> None:
    """Let everyone read a folder and all that is in it, whatever the umask of the build is."""
    folder.chmod(_FOLDER)
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                _open_to_all(Path(entry.path))
            elif stat.S_IMODE(entry.stat(follow_symlinks=False).st_mode) != _FILE:
                Path(entry.path).chmod(_FILE)


def _replace(new: Path, site: Path, aside: Path) -> None:
    try:
        new.rename(site)
    except OSError as error:
        if error.errno not in _TAKEN:
            raise
    else:
        return
    try:
        _exchange(new, site)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise
        # Between these two there is no site: a build killed here is mended by the next one.
        site.rename(aside)
        try:
            new.rename(site)
        except OSError:
            aside.rename(site)
            raise


def _exchange(one: Path, other: Path) -> None:
    """Let two folders change places in one step, where the system can (Linux: renameat2).

    It is worth the call into the C library: with two renames, a build that is killed between them leaves a web server
    without a site until the next build. A link to the newest site would do too, but would not be a folder, which
    is what `site/` is to those who copy it, pack it or remove it.
    """
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, TypeError):  # another C library; Windows, which has none to ask
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS)) from None
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(other))
