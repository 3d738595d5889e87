"""The start of a pattern language of its own: a small language with its pages, outside the clone of the engine."""

import shutil
from pathlib import Path
from typing import Final

from macros.authoring.json_schema import write_schemas
from macros.language.reading import read_language

_START: Final = Path(__file__).with_name("start")
"""The files of the start, as they are written."""
_ENGINE: Final = "{engine}"
"""Stands in the Makefile where the clone of the engine is named."""


def write_start(folder: Path, engine: Path) -> None:
    """Write a language of two chapters and three patterns, its pages, its configuration and a Makefile.

    Args:
        folder: where to; it is made when it is not there.
        engine: the clone whose code checks the language and makes its site. Nothing of the code is copied.

    Raises:
        FileExistsError: when there is something in the folder.
        OSError: when it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(str(folder))
    try:
        shutil.copytree(_START, folder, dirs_exist_ok=True)
    except shutil.Error as error:  # one for every file; the first says it all
        _source, at, why = error.args[0][0]
        raise OSError(0, why, at) from error
    (folder / "gitignore").rename(folder / ".gitignore")
    makefile = folder / "Makefile"
    named = str(engine).replace("$", "$$").replace("#", r"\#")
    makefile.write_text(makefile.read_text("utf-8").replace(_ENGINE, named), "utf-8")
    vocabulary = read_language(folder).language.vocabulary
    if vocabulary:
        write_schemas(folder, vocabulary)
