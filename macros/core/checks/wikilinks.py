"""Checks that links between patterns, in prose and in hand-written pages, are whole and lead somewhere."""

import re
from collections.abc import Iterator

from macros.core.findings import Finding, Place, did_you_mean, one_of
from macros.core.language import Language
from macros.core.reading import key_of
from macros.core.sections import SECTIONS
from macros.core.wikilinks import Wikilink, wikilinks


def wikilinks_are_known(language: Language) -> Iterator[Finding]:
    """Links in prose point to patterns and sections that exist, and are written whole."""
    known = [key_of(document) for document in language.documents.values()]
    for document in language.all_documents():
        for loc, text in document.texts:
            if "[[" not in text:
                continue
            links = list(wikilinks(text))
            for nth, link in enumerate(links):
                earlier = sum(other.written == link.written for other in links[:nth])
                yield from _broken(link, known, document.place_within(loc, link.written, earlier), key_of(document))
            if text.count("[[") > len(links):
                yield Finding(
                    document.place_within(loc, "[["),
                    "broken-link",
                    "this link is not written whole",
                    "[[",
                    "[[key]] or [[key|other words]], on one line",
                )


def pages_link_to_known_patterns(language: Language) -> Iterator[Finding]:
    """Links in the hand-written pages point to patterns and sections that exist."""
    known = [key_of(document) for document in language.documents.values()]
    for path, page in language.pages.items():
        plain = re.sub(
            r"(```.*?```|`[^`\n]*`)",
            lambda match: re.sub(r"[^\n]", " ", match.group()),
            page.text,
            flags=re.DOTALL,
        )
        for link in wikilinks(plain):
            line = plain.count("\n", 0, link.start) + 1
            column = link.start - plain.rfind("\n", 0, link.start)
            yield from _broken(link, known, Place(path, line, column))


def _broken(link: Wikilink, known: list[str], place: Place, own: str = "") -> Iterator[Finding]:
    if link.key not in known:
        yield Finding(
            place,
            "unknown-pattern",
            "there is no pattern with this key",
            link.written,
            did_you_mean(link.key, known),
        )
    elif link.key == own:
        yield Finding(place, "link-to-itself", "the pattern links to itself", link.written, "remove the link")
    if link.section and link.section not in SECTIONS.values():
        yield Finding(
            place,
            "unknown-section",
            "a pattern has no such section",
            link.written,
            one_of(link.section, SECTIONS.values()),
        )
