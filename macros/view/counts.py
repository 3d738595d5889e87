"""How many of each thing the language has, as a hand-written page says it: in digits or in words."""

from collections import Counter
from collections.abc import Callable
from typing import Final

from macros.language.language import Language
from macros.model.vocabulary import Lesson
from macros.view.labels import Labels


def _lessons(language: Language) -> list[Lesson]:
    return [lesson for source in (language.sources.sources if language.sources else []) for lesson in source.lessons]


def _with_more_lessons(language: Language) -> int:
    carried = Counter(pattern.key for carriers in language.carriers().values() for pattern in carriers)
    return sum(lessons > 1 for lessons in carried.values())


COUNTS: Final[dict[str, Callable[[Language], int]]] = {
    "patterns": lambda language: len(language.published()),
    "lessons": lambda language: len(_lessons(language)),
    "sources": lambda language: len(language.sources.sources) if language.sources else 0,
    "cases": lambda language: len(language.cases),
    "chapters": lambda language: len(language.chapters()),
    "routes": lambda language: len(language.routes.routes) if language.routes else 0,
    "opening-lessons": lambda language: sum(lesson.frame is not None for lesson in _lessons(language)),
    "patterns-with-more-lessons": _with_more_lessons,
}
"""What can be counted -> how many there are. Patterns are the published ones; `opening-lessons` have no pattern."""


def counted(language: Language, words: Labels, what: str, form: str = "digits") -> str:
    """Return how many there are of something.

    Args:
        language: as read.
        words: of the edition.
        what: a key of `COUNTS`.
        form: "digits"; "words" for a word up to twelve, and digits above it; "capital" for such a word at the
            start of a sentence.
    """
    count = COUNTS[what](language)
    spelt = words("numbers_capital" if form == "capital" else "numbers").split()
    return str(count) if form == "digits" or count >= len(spelt) else spelt[count]
