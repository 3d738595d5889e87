"""Mistakes in files that end a build: told by the file's name, without the way through the code."""

import errno
import logging
import os
import re
from pathlib import Path
from typing import Final

from jinja2 import TemplateSyntaxError
from mkdocs.exceptions import Abort

from macros.yaml.files import MAX_PAGE_BYTES, read_text

_FAILED: Final = re.compile(
    r"Macro (?:Rendering|Syntax) Error_\s+_File_: `(?P<file>[^`]+)`\s+_(?:Line \d+[^_]*|\w+:?)_:?\s*(?P<what>[^\n]+)"
)
_LINE: Final = re.compile(r'(?:File "<template>", line |_Line )(\d+)')
MACROS_LOGGER: Final = "mkdocs.plugins.mkdocs_macros.util"
"""Tells of macros that failed; their pages then hold the way through the code."""
_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FRONT_MATTER: Final = re.compile(r"\A---\n.*?\n---\n\n*", re.DOTALL)


def abort_for(error: Exception) -> None:
    """Raise what tells a person where to look, when the error comes from a file and not from the code.

    Raises:
        Abort: with the file, the place in it and what is wrong.
    """
    # mkdocs-macros fails itself in telling of a template that a macro uses.
    cause = error if isinstance(error, TemplateSyntaxError) else error.__context__
    if isinstance(cause, TemplateSyntaxError):
        raise Abort(f"{_shown(cause.filename or cause.name)}:{cause.lineno}: {cause.message}")
    if isinstance(error, OSError) and error.errno in _FULL:  # it names the file that was copied, which is not at fault
        raise Abort(f"The site cannot be written: {error.strerror}")
    if isinstance(error, OSError) and error.filename:
        raise Abort(f"{_shown(error.filename)}: {error.strerror}")


def _shown(path: str | bytes | None) -> str:
    """Return a path as seen from where the command was given, when it lies there."""
    place = Path(os.fsdecode(path or ""))
    here = Path.cwd()
    return str(place.relative_to(here) if place.is_relative_to(here) else place)


class MacroMistakes(logging.Filter):
    """Has what mkdocs-macros says of a macro that failed told by its place, without the way through the code."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Shorten a message of that kind; every message passes."""
        said = record.getMessage()
        failed = _FAILED.search(said)
        if failed:
            from macros.site.build import current

            build = current()
            path = build.root / "docs" / build.edition / failed["file"]
            lines = [int(number) for number in _LINE.findall(said)]
            place = f":{_body_starts(path, build.root) + lines[-1]}" if lines and path.exists() else ""
            record.msg, record.args = f"{_shown(str(path))}{place}: {failed['what'].strip('*')}", ()
        return True


def shorten_macro_mistakes() -> None:
    """Put the filter in place, once."""
    logger = logging.getLogger(MACROS_LOGGER)
    for known in [known for known in logger.filters if type(known).__name__ == MacroMistakes.__name__]:
        logger.removeFilter(known)  # of the code as it was before an edit
    logger.addFilter(MacroMistakes())


def _body_starts(path: Path, root: Path) -> int:
    """Return the lines above the body of a page: its front matter and the empty lines under that."""
    front = _FRONT_MATTER.match(read_text(path, root, MAX_PAGE_BYTES).text)
    return front.group().count("\n") if front else 0
