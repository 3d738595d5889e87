"""Checks on everyday.yml: what people say leads to words that the texts hold."""

from collections.abc import Iterator

from macros.findings.finding import Finding, Severity, among
from macros.language.language import Language
from macros.language.search_words import LONGEST_PHRASE, rules_of, words
from macros.model.editions import Edition


def words_are_in_the_texts(language: Language) -> Iterator[Finding]:
    """Each word of `ours` stands in a text of its edition, in some form of it; `said` is one to a few words."""
    for edition, rows in language.everyday.texts.items() if language.everyday else ():
        document = language.data_files["everyday.yml"]
        rules, known = rules_of(edition), _words(language, edition)
        stems = {rules.stem(word) for word in known}
        for row, one in enumerate(rows):
            for at, said in enumerate(one.said):
                if not 1 <= len(words(said)) <= LONGEST_PHRASE:
                    place = document.place((edition, row, "said", at))
                    yield Finding(place, "everyday-long", {"most": str(LONGEST_PHRASE)}, said)
            for at, word in enumerate(one.ours):
                if not set(rules.stems(word)) & stems or len(words(word)) > 1:
                    place = document.place((edition, row, "ours", at))
                    near = among(word, sorted(known))
                    yield Finding(place, "everyday-unknown", {}, word, near, severity=Severity.WARNING)


def _words(language: Language, edition: Edition) -> set[str]:
    """Return the words that stand in the texts of an edition."""
    return {
        word
        for pattern in language.published()
        for loc, text in pattern.document.texts
        if loc[0] == edition
        for word in words(text)
    }
