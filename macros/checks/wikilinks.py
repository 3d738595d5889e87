"""Checks that links between patterns, in prose and in hand-written pages, are whole and lead somewhere."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from macros.findings.finding import Finding, Place, among
from macros.language.language import Language
from macros.language.pattern import key_of
from macros.model.sections import SECTIONS
from macros.text.wikilinks import Wikilink, wikilinks


def wikilinks_are_known(language: Language) -> Iterator[Finding]:
    """Links in prose point to patterns and sections that exist, and are written whole."""
    known = language.keys()
    for document in language.all_documents():
        own = key_of(document) if document.path in language.documents else ""  # a case may have the name of a pattern
        for loc, text in document.linking_texts:
            links = list(wikilinks(text))
            earlier: Counter[str] = Counter()
            for link in links:
                if said := _broken(link, language, known, own):
                    place = document.place_within(loc, link.written, earlier[link.written])
                    yield from (replace(one, place=place) for one in said)
                earlier[link.written] += 1
            whole = {link.start for link in links}
            for nth, opening in enumerate(re.finditer(r"\[\[", text)):
                if opening.start() not in whole:
                    place = document.place_within(loc, "[[", nth)
                    yield Finding(place, "broken-link.open", written="[[")


def pages_link_to_known_patterns(language: Language) -> Iterator[Finding]:
    """Links in the hand-written pages point to patterns and sections that exist."""
    known = language.keys()
    for page in language.pages.values():
        for link in wikilinks(page.prose):
            yield from (replace(one, place=page.place(link.start)) for one in _broken(link, language, known))


_NOWHERE = Place("")


def _broken(link: Wikilink, language: Language, known: set[str], own: str = "") -> list[Finding]:
    """Return what is wrong with a link, before it is known where it stands: finding that place takes time."""
    said = []
    if link.key not in known:
        advice = among(link.key, sorted(known), language.names())
        said.append(Finding(_NOWHERE, "unknown-pattern", {}, link.written, advice))
    elif link.key == own:
        said.append(Finding(_NOWHERE, "link-to-itself", written=link.written))
    if link.section and link.section not in SECTIONS.values():
        said.append(Finding(_NOWHERE, "unknown-section", {}, link.written, among(link.section, SECTIONS.values())))
    return said
