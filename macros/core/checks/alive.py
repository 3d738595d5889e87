"""Checks that nothing leads a reader to a pattern that was retired or is still a draft, nor to a section it lacks."""

from collections.abc import Iterator
from dataclasses import replace

from macros.core.editions import EDITIONS, Edition
from macros.core.findings import NO_ADVICE, Advice, Finding, Place, Severity, among
from macros.core.language import Language, Pattern
from macros.core.sections import SECTIONS
from macros.core.wikilinks import Wikilink, wikilinks

_LISTS = {"routes.yml": ("pattern",), "situations.yml": ("start", "then", "go_to")}
"""File -> its fields that name the patterns to read."""


def lists_name_the_living(language: Language) -> Iterator[Finding]:
    """Reading routes and situations lead to published patterns."""
    for name, fields in _LISTS.items():
        frame = language.frames.get(name)
        for loc, text in frame.texts if frame else ():
            named = next((step for step in reversed(loc) if isinstance(step, str)), "")
            pattern = language.patterns.get(text)
            if frame and named in fields and pattern and not pattern.published:
                # Withdrawing a text must not wait for others to be edited: its page says what became of it.
                severity = Severity.WARNING if pattern.withdrawal else Severity.ERROR
                yield _not_alive(frame.place(loc), pattern, text, severity)


def links_lead_to_the_living(language: Language) -> Iterator[Finding]:
    """Prose links to no draft, and preferably to no retired pattern, and to sections that are there."""
    for document in [*language.documents.values(), *language.frames.values()]:
        own = language.patterns.get(document.path.rpartition("/")[2].removesuffix(".yml"))
        if own and not own.published:
            continue
        for loc, text in document.texts:
            for link in wikilinks(text) if "[[" in text else ():
                if _is_plain(language, link):
                    continue
                shown = [edition for edition in EDITIONS if edition in loc] or list(EDITIONS)
                for one in _wrong(language, link, shown):
                    yield replace(one, place=document.place_within(loc, link.written))
    for page in language.pages.values():
        for link in wikilinks(page.prose):
            for one in _wrong(language, link, list(EDITIONS)):
                yield replace(one, place=page.place(link.start))


def _is_plain(language: Language, link: Wikilink) -> bool:
    """Whether a link leads to the page of a published pattern, as nearly all do."""
    pattern = language.patterns.get(link.key)
    return pattern is not None and pattern.published and not link.section


_NOWHERE = Place("")


def _wrong(language: Language, link: Wikilink, shown: list[Edition]) -> Iterator[Finding]:
    """Yield what is wrong with a link in these editions, before its place is known: finding that takes time."""
    pattern = language.patterns.get(link.key)
    if pattern is None:
        return
    if not pattern.published:
        yield _not_alive(_NOWHERE, pattern, link.written, Severity.WARNING if pattern.retired else Severity.ERROR)
    elif link.section in SECTIONS.values():
        there = [sections_of(language, pattern, edition) for edition in shown]
        if any(link.section not in sections for sections in there):
            yield Finding(
                _NOWHERE,
                "unknown-section.empty",
                {"holder": pattern.document.path},
                link.written,
                among(link.section, there[0]),
            )


def sections_of(language: Language, pattern: Pattern, edition: Edition) -> list[str]:
    """Return the ids of the sections that a pattern's page has in an edition."""
    text = pattern.text(edition)[0]
    tied = bool(language.ties(pattern.key) or language.mentions(pattern.key))
    return [
        section for field, section in SECTIONS.items() if (tied if field == "relations" else getattr(text, field, None))
    ]


def _not_alive(place: Place, pattern: Pattern, written: str, severity: Severity = Severity.ERROR) -> Finding:
    message = "link-to-retired" if pattern.retired else "link-to-draft"
    successor = Advice((pattern.fields.successor,)) if pattern.fields.successor else NO_ADVICE
    return Finding(place, message, {}, written, successor, severity)
