"""Warnings on words that consultants use and readers skip."""

import re
from collections.abc import Iterator

from macros.checks.wording import wording
from macros.findings.finding import Finding, Severity
from macros.language.language import Language
from macros.model.editions import EDITIONS, Edition


def words_are_plain(language: Language) -> Iterator[Finding]:
    """Consultancy words stand in `keywords` only."""
    for edition in EDITIONS:
        texts = [text for text in language.texts() if text.edition == edition]
        # One look for each word in all texts at once is ten times as fast as one expression on each text.
        everything = "\n".join(text.text for text in texts).lower()
        for word in _found(wording().jargon.get(edition, []), everything):
            alone = _alone(word)
            for text in texts:
                for match in alone.finditer(text.text):
                    yield Finding(
                        text.document.place_within(text.loc, match.group()),
                        "jargon",
                        written=match.group(),
                        severity=Severity.WARNING,
                    )


def jargon_in(text: str, edition: Edition) -> list[tuple[int, str]]:
    """Return where each such word begins in one text of an edition, and the word as it stands there."""
    found = _found(wording().jargon.get(edition, []), text.lower())
    return sorted((match.start(), match.group()) for word in found for match in _alone(word).finditer(text))


def _alone(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", re.IGNORECASE)


def _found(words: list[str], everything: str) -> list[str]:
    """Return the words that occur; where *stakeholder* does not, *stakeholders* need not be looked for."""
    missing: tuple[str, ...] = ()
    found = []
    for word in sorted(words, key=len):
        if word.startswith(missing):
            continue
        if word in everything:
            found.append(word)
        else:
            missing += (word,)
    return found
