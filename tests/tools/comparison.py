"""Compares two folders, file by file."""

import filecmp
from itertools import zip_longest
from pathlib import Path
from typing import Final

MOST_SHOWN: Final = 20
"""Files that are named, of those that differ."""


def compare(one: Path, other: Path, *, one_name: str, other_name: str) -> int:
    """Say which files two folders do not have alike, each with the first line that differs; return how many.

    Args:
        one: the folder that is taken as it should be.
        other: the folder that is compared with it.
        one_name: what made the first, as it is told.
        other_name: what made the second.
    """
    names = {path.relative_to(folder) for folder in (one, other) for path in folder.rglob("*") if path.is_file()}
    found = []
    for name in sorted(names):
        missing = [folder for folder in (one, other) if not (folder / name).is_file()]
        if missing:
            found.append(f"{name}: only {other_name if missing == [one] else one_name}")
        elif not filecmp.cmp(one / name, other / name, shallow=False):
            lines = zip_longest(*((folder / name).read_bytes().splitlines() for folder in (one, other)))
            number, (ours, theirs) = next((at, pair) for at, pair in enumerate(lines, 1) if pair[0] != pair[1])
            found.append(f"{name}:{number}: {ours!r} became {theirs!r}")
    for line in found[:MOST_SHOWN]:
        print(line)
    print(
        f"{len(found)} of {len(names)} files differ" if found else f"All {len(names)} files are the same, to the byte"
    )
    return len(found)
