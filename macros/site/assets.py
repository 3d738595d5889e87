"""The files of the theme: all of our own, and of Material's only those that search needs."""

import re
from pathlib import Path
from typing import Final

from mkdocs.structure.files import Files

from macros.model.editions import Edition

_WORKER: Final = re.compile(r"assets/javascripts/workers/search\.\w+\.min\.js")
_STEMMER: Final = "assets/javascripts/lunr/min/lunr.{}.min.js"


def keep_used(files: Files, edition: Edition, own: Path) -> dict[str, Path]:
    """Take out what nothing asks for, and return what stays of Material: address in the edition -> file.

    The search worker comes first.

    Args:
        files: the files of the build; those of the theme are in it.
        edition: the edition, whose stemmer stays.
        own: the folder of our own theme.

    Raises:
        LookupError: when Material has no search worker where it used to be.
    """
    stemmers = {_STEMMER.format("stemmer.support"), _STEMMER.format(edition)}
    worker: dict[str, Path] = {}
    kept: dict[str, Path] = {}
    for file in list(files):
        source = file.src_uri
        if not source.startswith("assets/") or Path(file.src_dir or "") == own:
            continue
        path = Path(file.src_dir or "", source)
        if _WORKER.fullmatch(source):
            worker[source] = path
        elif source in stemmers:
            kept[source] = path
        else:
            files.remove(file)
    if not worker:
        raise LookupError("Material has no search worker under assets/javascripts/workers; see macros/site/assets.py")
    return worker | kept
