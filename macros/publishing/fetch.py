"""Reads the record that the live site carries."""

import os
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from macros.publishing.live_record import ADDRESS, MAX_BYTES, LiveRecord, live_record_from

_SECONDS: Final = 60
_NOT_FOUND: Final = 404
_LOOPBACK: Final = {"localhost", "127.0.0.1", "::1"}


class CannotReadError(Exception):
    """Why the record of the live site could not be read, in words for the publisher."""


def read_live(where: str = "") -> LiveRecord | None:
    """Read the record of the live site.

    Args:
        where: its address or a file; when empty, its place under the address in SITE_URL.

    Returns:
        The record, or None where the site has none: nothing was published there yet.

    Raises:
        CannotReadError: when it cannot be known what is live.
    """
    where = where or _under_site_url()
    try:
        content = _asked_for(where) if "://" in where else _file(Path(where))
        return None if content is None else live_record_from(content)
    except ValueError as error:
        raise CannotReadError(f"{where} is no record of a site: {error}") from None


def _under_site_url() -> str:
    site_url = os.environ.get("SITE_URL", "")
    if not site_url:
        raise CannotReadError(
            "set SITE_URL to the address of the site, so that its record can be read; "
            "where there is no site yet: python -m macros publish --first"
        )
    return f"{site_url.removesuffix('/')}/{ADDRESS}"


def _file(path: Path) -> bytes:
    if not path.is_file():
        raise CannotReadError(f"{path} is no file")
    if path.stat().st_size > MAX_BYTES:
        raise CannotReadError(f"{path} is larger than {MAX_BYTES // 10**6} MB")
    return path.read_bytes()


def _asked_for(url: str) -> bytes | None:
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        raise CannotReadError(f"{url} does not begin with https://")
    # A host may answer with what it kept from before the last publication: an address of its own is asked for anew.
    fresh = f"{url}{'&' if parts.query else '?'}at={time.time_ns()}"
    request = urllib.request.Request(fresh, headers={"Cache-Control": "no-cache", "Accept": "application/json"})  # noqa: S310 - see above
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
            content: bytes = answer.read(MAX_BYTES + 1)
    except urllib.error.HTTPError as error:
        if error.code == _NOT_FOUND:
            return None
        raise CannotReadError(f"{url} answers {error.code} {error.reason}; try again when the site is up") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "reason", error)
        raise CannotReadError(
            f"{url} does not answer: {why}; try again when the site is up. "
            "Where there is no site yet: python -m macros publish --first"
        ) from None
    return content
