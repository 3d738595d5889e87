"""What people write in the place of a field or of a fixed value, from field_names.yml."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from macros.findings.finding import MAX_LISTED_TOO, Advice, among
from macros.yaml.reader import parse

_FILE: Final = Path(__file__).with_name("field_names.yml")


@cache
def _right_names() -> dict[str, list[str]]:
    """Return the right names for each wrong one; the file is our own, so what is wrong in it raises."""
    right = defaultdict(list)
    for name, wrong_names in parse(_FILE.read_bytes(), _FILE.name).data.items():
        for wrong in wrong_names:
            right[wrong].append(name)
    return dict(right)


def meant(written: str, known: Iterable[str]) -> Advice:
    """Return the advice for a wrong name: the one that another word or language for it stands for, or the nearest."""
    words = list(known)
    folded = written.strip().lower().replace(" ", "_").replace("-", "_")
    right = [name for name in (folded, *_right_names().get(folded, [])) if name in words and name != written]
    if not right:
        return among(written, words)
    return Advice((right[0],), tuple(words) if len(", ".join(words)) <= MAX_LISTED_TOO else ())
