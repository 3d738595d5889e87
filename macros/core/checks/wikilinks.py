"""Checks that links between patterns, in prose and in hand-written pages, are whole and lead somewhere."""

import re
from collections.abc import Iterator

from macros.core.findings import Finding, did_you_mean, one_of
from macros.core.language import Language
from macros.core.reading import key_of
from macros.core.sections import SECTIONS
from macros.core.wikilinks import Wikilink, wikilinks


def wikilinks_are_known(language: Language) -> Iterator[Finding]:
    """Links in prose point to patterns and sections that exist, and are written whole."""
    known = {key_of(document) for document in language.documents.values()}
    for document in language.all_documents():
        own = key_of(document)
        for loc, text in document.texts:
            if "[[" not in text:
                continue
            links = list(wikilinks(text))
            for nth, link in enumerate(links):
                if said := _broken(link, known, own):
                    earlier = sum(other.written == link.written for other in links[:nth])
                    yield from (Finding(document.place_within(loc, link.written, earlier), *one) for one in said)
            whole = {link.start for link in links}
            for nth, opening in enumerate(re.finditer(r"\[\[", text)):
                if opening.start() not in whole:
                    place = document.place_within(loc, "[[", nth)
                    advice = "[[key]] or [[key|other words]], on one line"
                    yield Finding(place, "broken-link", "this link is not written whole", "[[", advice)


def pages_link_to_known_patterns(language: Language) -> Iterator[Finding]:
    """Links in the hand-written pages point to patterns and sections that exist."""
    known = {key_of(document) for document in language.documents.values()}
    for page in language.pages.values():
        for link in wikilinks(page.prose):
            yield from (Finding(page.place(link.start), *one) for one in _broken(link, known))


def _broken(link: Wikilink, known: set[str], own: str = "") -> list[tuple[str, str, str, str]]:
    """Return what is wrong with a link: rule, message, what was written and what would be right."""
    said = []
    if link.key not in known:
        near = did_you_mean(link.key, sorted(known))
        said.append(("unknown-pattern", "there is no pattern with this key", link.written, near))
    elif link.key == own:
        said.append(("link-to-itself", "the pattern links to itself", link.written, "remove the link"))
    if link.section and link.section not in SECTIONS.values():
        near = one_of(link.section, SECTIONS.values())
        said.append(("unknown-section", "a pattern has no such section", link.written, near))
    return said
