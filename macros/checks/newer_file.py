"""Which of the files with the same number is the older: the newer one has to take another."""

from collections import Counter
from pathlib import Path

from macros.language.language import Language
from macros.model.editions import EDITIONS
from macros.record.git_history import added_at
from macros.text.slugs import slugify
from macros.yaml.document import Document


def ages(root: Path, language: Language) -> dict[str, tuple[float, ...]]:
    """Return the age of each pattern file whose number stands in another file too; the oldest has the lowest.

    What was published under the number is the oldest. Then the time of the first commit counts, and then that of the
    last change; a file that was never committed is newer than one that was.
    """
    numbers = language.numbers()
    count = Counter(numbers.values())
    return {path: _age(root, language, path, number) for path, number in numbers.items() if count[number] > 1}


def _age(root: Path, language: Language, path: str, number: int) -> tuple[float, ...]:
    published = {
        entry.address.rstrip("/").rpartition("/")[2]
        for entry in language.published_urls.entries.values()
        if entry.number == number
    }
    added = added_at(root, path)
    try:
        changed = (root / path).stat().st_mtime
    except OSError:  # taken away since it was read
        changed = float("inf")
    return (
        not published & _slugs(language.documents[path]),
        float("inf") if added is None else added,
        changed,
    )


def _slugs(document: Document) -> set[str]:
    names = [document.at((edition, field)) for edition in EDITIONS for field in ("name", "slug")]
    return {slugify(name) for name in names if isinstance(name, str)}
