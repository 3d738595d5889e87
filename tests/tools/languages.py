"""Languages for tests: the small one of tests/cases/frame, alone or with a case laid over it."""

import shutil
from pathlib import Path
from typing import Any

from macros.yaml.reader import parse

CASES = Path(__file__).parents[1] / "cases"
FRAME = CASES / "frame"
CASE_AT = Path("patterns/deciding/the-case.yml")
"""Where a case that is one file stands in the small language."""
EVERY_FIELD = CASES / "valid" / "every-field"
"""A case: a pattern with every field that it can have."""


def small_language(folder: Path) -> Path:
    """Make the small language in a folder that does not exist yet and return the folder."""
    return Path(shutil.copytree(FRAME, folder))


def every_field() -> dict[str, Any]:
    """Return the pattern with every field as data."""
    data: dict[str, Any] = parse((EVERY_FIELD / CASE_AT).read_bytes(), CASE_AT.as_posix()).data
    return data


def with_case(folder: Path, case: Path) -> Path:
    """Make the small language with a case in it: one pattern file, or a folder of files that lies over the others."""
    small_language(folder)
    if case.is_dir():
        shutil.copytree(case, folder, dirs_exist_ok=True)
    else:
        shutil.copyfile(case, folder / CASE_AT)
    return folder
