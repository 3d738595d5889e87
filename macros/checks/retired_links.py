"""Checks that nothing leads a reader to a pattern that was retired or is still a draft, nor to a section it lacks."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from macros.findings.finding import NO_ADVICE, Advice, Finding, Place, Severity, among
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.editions import EDITIONS, Edition
from macros.model.sections import SECTIONS
from macros.text.wikilinks import Wikilink, wikilinks

_LISTS = {
    "routes.yml": ("pattern",),
    "situations.yml": ("start", "then", "go_to", "pattern"),
    "disagreements.yml": ("patterns",),
}
"""File -> its fields that name the patterns to read."""


def lists_name_published_patterns(language: Language) -> Iterator[Finding]:
    """Reading routes and situations lead to published patterns."""
    for name, fields in _LISTS.items():
        frame = language.data_files.get(name)
        for loc, text in frame.texts if frame else ():
            named = next((step for step in reversed(loc) if isinstance(step, str)), "")
            pattern = language.patterns.get(text)
            if frame and named in fields and pattern and not pattern.published:
                # Withdrawing a text must not wait for others to be edited: its page says what became of it.
                severity = Severity.WARNING if pattern.withdrawal else Severity.ERROR
                yield not_alive(frame.place(loc), pattern, text, severity)


def links_lead_to_published_patterns(language: Language) -> Iterator[Finding]:
    """Prose links to no draft, and preferably to no retired pattern."""
    for link in _links(language):
        if not link.pattern.published:
            severity = Severity.WARNING if link.pattern.retired else Severity.ERROR
            yield not_alive(link.place(), link.pattern, link.written, severity)


def links_lead_to_sections_that_are_there(language: Language) -> Iterator[Finding]:
    """A link to a section of a pattern leads to one that its page has."""
    for link in _links(language):
        if link.pattern.published and link.section in SECTIONS.values():
            there = [sections_of(language, link.pattern, edition) for edition in link.editions]
            if any(link.section not in sections for sections in there):
                holder = {"holder": link.pattern.document.path}
                advice = among(link.section, there[0])
                yield Finding(link.place(), "unknown-section.empty", holder, link.written, advice)


class _Link(NamedTuple):
    """A link in a published text that leads elsewhere than to the page of a published pattern.

    Attributes:
        pattern: where it leads.
        section: the part of its page.
        written: the whole link.
        editions: those in which readers meet it.
        place: gives the place where it stands; finding that takes time.
    """

    pattern: Pattern
    section: str
    written: str
    editions: list[Edition]
    place: Callable[[], Place]


def _links(language: Language) -> Iterator[_Link]:
    unpublished = {pattern.document.path for pattern in language.patterns.values() if not pattern.published}
    for document in language.all_documents():
        if document.path in unpublished:
            continue
        for loc, text in document.linking_texts:
            for link in wikilinks(text):
                pattern = language.patterns.get(link.key)
                if pattern and not _is_plain(pattern, link):
                    shown = [edition for edition in EDITIONS if edition in loc] or list(EDITIONS)
                    place = partial(document.place_within, loc, link.written)
                    yield _Link(pattern, link.section, link.written, shown, place)
    for page in language.pages.values():
        for link in wikilinks(page.prose):
            pattern = language.patterns.get(link.key)
            if pattern and not _is_plain(pattern, link):
                yield _Link(pattern, link.section, link.written, list(EDITIONS), partial(page.place, link.start))


def _is_plain(pattern: Pattern, link: Wikilink) -> bool:
    """Whether a link leads to the page of a published pattern, as nearly all do."""
    return pattern.published and not link.section


def sections_of(language: Language, pattern: Pattern, edition: Edition) -> list[str]:
    """Return the ids of the sections that a pattern's page has in an edition."""
    text = pattern.text(edition)[0]
    tied = bool(language.ties(pattern.key) or language.mentions(pattern.key))
    return [
        section for field, section in SECTIONS.items() if (tied if field == "relations" else getattr(text, field, None))
    ]


def not_alive(place: Place, pattern: Pattern, written: str, severity: Severity) -> Finding:
    """Return the finding on something that leads to a pattern that is not published."""
    message = "link-to-retired" if pattern.retired else "link-to-draft"
    successor = Advice((pattern.fields.successor,)) if pattern.fields.successor else NO_ADVICE
    return Finding(place, message, {}, written, successor, severity)
