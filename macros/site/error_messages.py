"""Mistakes in files that end a build, and a machine with too little memory: told in a line, without a traceback."""

import errno
import os
from pathlib import Path
from typing import Final

from jinja2 import TemplateSyntaxError
from mkdocs.exceptions import Abort

from macros.findings.messages import command_text, language_of
from macros.pictures.typst_process import TypstEnded

_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def abort_for(error: Exception) -> None:
    """Raise what tells a person where to look, when the error comes from a file or the machine and not from the code.

    Raises:
        Abort: with the file, the place in it and what is wrong, or with what the machine could not do.
    """
    if isinstance(error, TemplateSyntaxError):
        raise Abort(f"{_shown(error.filename or error.name)}:{error.lineno}: {error.message}")
    if isinstance(error, TypstEnded):
        raise Abort(command_text(language_of(os.environ), "site.typst-ended", code=error.code))
    if isinstance(error, OSError) and error.errno in _FULL:  # it names the file that was copied, which is not at fault
        raise Abort(f"The site cannot be written: {error.strerror}")
    if isinstance(error, OSError) and error.filename:
        raise Abort(f"{_shown(error.filename)}: {error.strerror}")


def _shown(path: str | bytes | None) -> str:
    """Return a path as seen from where the command was given, when it lies there."""
    place = Path(os.fsdecode(path or ""))
    here = Path.cwd()
    return str(place.relative_to(here) if place.is_relative_to(here) else place)
