"""A zip archive that is the same bytes whenever and wherever it is made: Word and EPUB files are such archives."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from macros.exports.kept import once

_UNIX = 3


def archive(parts: Mapping[str, bytes], made: datetime, stored: str = "") -> bytes:
    """Return an archive.

    Args:
        parts: the content of each file by its name, in order.
        made: the time that every file bears, from 1980 on.
        stored: the name of the one file that must not be compressed.
    """
    named = (part for name, content in parts.items() for part in (name, content))
    return once(["archive", str(made.timetuple()[:6]), stored, *named], lambda: _packed(parts, made, stored))


def _packed(parts: Mapping[str, bytes], made: datetime, stored: str) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w") as package:
        for name, content in parts.items():
            entry = ZipInfo(name, made.timetuple()[:6])
            entry.compress_type = ZIP_STORED if name == stored else ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = 0o644 << 16
            package.writestr(entry, content, compresslevel=6)
    return written.getvalue()
