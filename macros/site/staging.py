"""A folder beside the site in which a new one is built, to take its place whole or not at all."""

import ctypes
import errno
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.exceptions import Abort

_HERE = -100  # AT_FDCWD of Linux's fcntl.h: paths are as the process sees them
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux's fs.h
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP}
_TAKEN = {errno.ENOTEMPTY, errno.EEXIST}
_MARK = "sitemap.xml"  # every site has one


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
                self._lock = os.open(self.folder, os.O_RDONLY)
                fcntl.flock(self._lock, fcntl.LOCK_EX)
        except OSError as error:
            raise Abort(f"The site cannot be built beside {self.site}: {error.strerror or error}") from None
        self.new = self.folder / "site"
        self.new.mkdir()

    def publish(self) -> None:
        """Put the new site in the place of the old one, in one step.

        Raises:
            Abort: when that cannot be done; the old site is still there.
        """
        try:
            _replace(self.new, self.site, self.folder / "old")
        except OSError as error:
            raise Abort(
                f"{self.site} cannot be replaced: {error.strerror or error}. The new site was not put in place; "
                "build to another folder with --site-dir"
            ) from None

    def close(self) -> None:
        """Remove the folder with all that is in it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        os.close(self._lock)


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
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _clean(site: Path) -> None:
    """Remove the folders of builds that no longer live; put a site back that one of them had moved aside."""
    for left in site.parent.glob(_prefix(site) + "*"):
        handle = os.open(left, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            continue
        else:
            if (left / "old").is_dir() and not site.exists():
                (left / "old").rename(site)
            shutil.rmtree(left, ignore_errors=True)
        finally:
            os.close(handle)


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
    """Let two folders change places in one step, where the system can (Linux: renameat2)."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(other))
