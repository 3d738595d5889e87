"""Which files of the language have a layout, and what it is: what `fmt` writes and `check` compares with."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from macros.language.reading import CASES, NOT_CHAPTERS
from macros.model.case import case_model
from macros.model.pattern import pattern_model
from macros.model.translated import written_fields
from macros.model.validation_errors import model_at
from macros.record.withdrawals import WITHDRAWN
from macros.yaml.document import Document, Loc
from macros.yaml.files import MAX_RECORDED_ENTRIES, files_in
from macros.yaml.layout import laid_out
from macros.yaml.reader import parse

_WRITTEN_BY_COMMANDS: Final = NOT_CHAPTERS - {CASES}
"""Folders whose files only commands write."""


def has_layout(path: str) -> bool:
    """Whether people write the file at a path, from the repository root, as data of the language."""
    top, _, rest = path.partition("/")
    first = rest.partition("/")[0]
    return top == "patterns" and first not in _WRITTEN_BY_COMMANDS and path.endswith(".yml") and path != WITHDRAWN


def files_with_layout(root: Path) -> list[Path]:
    """Return every file of the language that has a layout."""
    tree = files_in(root / "patterns", root, MAX_RECORDED_ENTRIES)
    return [path for path in tree.files if has_layout(path.relative_to(root).as_posix())]


def in_layout(document: Document) -> str:
    """Return the text of a file in the layout of its kind; as it stands when it cannot be read.

    In the files of patterns and cases the fields have the order of their model. The files around them keep theirs,
    which is that of the pages that are made of them.
    """
    folders = document.path.split("/")[1:-1]
    if not folders:
        return laid_out(document, lambda _loc: ())
    model = case_model(document.data) if folders == [CASES] else pattern_model(document.data)

    def order(loc: Loc) -> Sequence[str]:
        inside = model_at(model, loc)
        return tuple(written_fields(inside)) if inside else ()

    return laid_out(document, order)


def in_layout_of(document: Document, text: str) -> str:
    """Return a changed text of a file: in the layout when the file was in it, and else as it is."""
    return in_layout(parse(text.encode(), document.path)) if in_layout(document) == document.text else text
