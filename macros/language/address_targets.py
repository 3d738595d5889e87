"""What answers an address, as far as the language knows without a built site."""

from macros.language.addresses import (
    case_address,
    chapter_address,
    former_address,
    pattern_address,
    permalink,
    route_address,
    stagnation_address,
    version_address,
)
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.editions import EDITIONS, ROOTS, Edition
from macros.record.published_text import PublishedText


def former_addresses(language: Language, pattern: Pattern, edition: Edition) -> list[str]:
    """Return the addresses of an edition that lead on to a pattern's page.

    They are its permalink, the address of today's text under its date, and its former addresses.
    """
    text, shown_in = pattern.text(edition)
    dated: list[str] = []
    if shown_in == edition and not pattern.withdrawal:
        dated.append(version_address(pattern.id, language.text_date(pattern, edition), edition))
    return [permalink(pattern.id, edition), *dated, *(former_address(alias, edition) for alias in text.aliases)]


def pattern_targets(language: Language) -> dict[str, Pattern]:
    """Return every address that leads to a pattern's page, with that pattern; drafts have none."""
    answers: dict[str, Pattern] = {}
    for pattern in language.patterns.values():
        if pattern.draft:
            continue
        for edition in EDITIONS:
            answers.setdefault(pattern_address(pattern, edition), pattern)
    for pattern in language.patterns.values():
        if not pattern.draft:
            for edition in EDITIONS:
                for address in former_addresses(language, pattern, edition):
                    answers.setdefault(address, pattern)
    return answers


def earlier_texts(language: Language, pattern: Pattern) -> list[PublishedText]:
    """Return the published texts of a pattern that are not the one of today, the oldest of each edition first.

    Of each date it is the last correction. A text that was withdrawn is among them, without its words.
    """
    earlier = []
    for edition in EDITIONS:
        shown = None if pattern.withdrawal else language.published_as(pattern, edition)
        for dated, text in language.record.dated(pattern.id, edition).items():
            if shown is None or shown.text_date != dated:
                earlier.append(text.withdrawn() if language.withdrawals.of(text) else text)
    return earlier


def other_targets(language: Language) -> dict[str, str]:
    """Return the address of every other page that a file is known for, with that file's path."""
    answers = {page.address: page.path for page in language.pages.values()}
    for edition in EDITIONS:
        for chapter in language.chapters():
            answers[chapter_address(chapter, edition)] = "patterns/language.yml"
        for stagnation in language.vocabulary.stagnations if language.vocabulary else ():
            answers[stagnation_address(stagnation, edition)] = "patterns/language.yml"
        for route in language.routes.routes if language.routes else ():
            answers[route_address(route, edition)] = "patterns/routes.yml"
    for pattern in language.patterns.values():
        for text in earlier_texts(language, pattern):
            answers[version_address(text.number, text.text_date, text.edition)] = text.path
    answers |= {
        case_address(case, edition): case.document.path for case in language.cases.values() for edition in EDITIONS
    }
    return answers


def edition_in(address: str) -> Edition:
    """Return the edition that an address belongs to."""
    return next((edition for edition in reversed(EDITIONS) if address.startswith(ROOTS[edition])), EDITIONS[0])


def number_of(address: str) -> int | None:
    """Return the number in an address under a permalink (`p/70/…`), or None for any other address."""
    parts = address.removeprefix(ROOTS[edition_in(address)]).split("/")
    return int(parts[1]) if len(parts) > 1 and parts[0] == "p" and parts[1].isdecimal() else None
