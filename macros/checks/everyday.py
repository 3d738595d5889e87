"""Checks on everyday.yml: what people say leads to words that the texts hold."""

from collections.abc import Iterator
from typing import Final

from macros.findings.finding import Finding, Severity, among
from macros.language.language import Language
from macros.language.search_words import LONGEST_PHRASE, different_words, rules_of, words
from macros.model.editions import Edition

_TOGETHER: Final = 25
"""Patterns whose texts are read at once: the same words stand in many."""


def words_are_in_the_texts(language: Language) -> Iterator[Finding]:
    """Each word of `ours` stands in a text of its edition, in some form of it; `said` is one to a few words."""
    for edition, rows in language.everyday.texts.items() if language.everyday else ():
        document = language.data_files["everyday.yml"]
        rules = rules_of(edition)
        wanted = {stem for one in rows for word in one.ours for stem in rules.stems(word)}
        missing = wanted - _stems(language, edition, wanted)
        for row, one in enumerate(rows):
            for at, said in enumerate(one.said):
                if not 1 <= len(words(said)) <= LONGEST_PHRASE:
                    place = document.place((edition, row, "said", at))
                    yield Finding(place, "everyday-long", {"most": str(LONGEST_PHRASE)}, said)
        unknown = [
            ((edition, row, "ours", at), word)
            for row, one in enumerate(rows)
            for at, word in enumerate(one.ours)
            if missing.issuperset(rules.stems(word)) or len(words(word)) > 1
        ]
        known = sorted(_words(language, edition)) if unknown else []
        for loc, word in unknown:
            yield Finding(
                document.place(loc), "everyday-unknown", {}, word, among(word, known), severity=Severity.WARNING
            )


def _stems(language: Language, edition: Edition, wanted: set[str]) -> set[str]:
    """Return those of the stems that a text of an edition has; once all are found, no further text is read."""
    rules, found = rules_of(edition), set[str]()
    for text in _texts(language, edition):
        if wanted <= found:
            break
        found |= wanted & {rules.stem(word) for word in different_words(text)}
    return found


def _words(language: Language, edition: Edition) -> set[str]:
    """Return the words that stand in the texts of an edition."""
    return {word for text in _texts(language, edition) for word in different_words(text)}


def _texts(language: Language, edition: Edition) -> Iterator[str]:
    """Yield the texts of the published patterns of an edition, those of some together as one."""
    patterns = language.published()
    for first in range(0, len(patterns), _TOGETHER):
        some = patterns[first : first + _TOGETHER]
        yield "\n".join(text for pattern in some for loc, text in pattern.document.texts if loc[0] == edition)
