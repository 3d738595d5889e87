"""The permanent numbers of the patterns: whose each is, and which comes next."""

from macros.language.language import Language
from macros.language.pattern import Pattern


def next_number(language: Language) -> int:
    """Return one above the highest number ever used, in files that do not validate and in published addresses too."""
    return max({*language.numbers().values(), *language.published_urls.numbers()}, default=0) + 1


def by_number(language: Language) -> dict[int, Pattern]:
    """Return each pattern by its number; where two files have the same one, the older of the two."""
    patterns: dict[int, Pattern] = {}
    for pattern in language.patterns.values():
        patterns.setdefault(pattern.id, pattern)
    return patterns
