"""Checks that everything a file refers to exists. They read the raw files, so that one slip hides no other."""

import re
from collections.abc import Iterator

from macros.core.findings import Finding, Place, did_you_mean, one_of
from macros.core.language import Language
from macros.core.reading import key_of
from macros.core.schema import RELATION_KINDS
from macros.core.sections import SECTIONS
from macros.core.source import Document, Loc
from macros.core.wikilinks import Wikilink, wikilinks

_VOCABULARY_FIELDS = {
    "levels": "levels",
    "roles": "roles",
    "can_start": "roles",
    "phases": "phases",
    "answers": "stagnations",
    "driving_force": "driving_forces",
    "takes": "takes",
}
"""Field of a pattern -> list of language.yml that holds its words."""


def _words(document: Document, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Yield the text at `loc`, or each text of the list there, with its place."""
    value = document.at(loc)
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, str):
                yield (*loc, index), item


def vocabulary_is_known(language: Language) -> Iterator[Finding]:
    """Levels, roles, phases and the like are words of language.yml, and stand only once in a list."""
    if not language.vocabulary:
        return
    for field, words in _VOCABULARY_FIELDS.items():
        known = [term.key for term in getattr(language.vocabulary, words)]
        for document in language.documents.values():
            yield from _unknown(document, (field,), known, f"this is no word of {words} in patterns/language.yml")
            seen: set[str] = set()
            for loc, word in _words(document, (field,)):
                if word in seen:
                    yield Finding(
                        document.place(loc),
                        "duplicate-word",
                        "this word stands twice in the list",
                        word,
                        "remove it",
                    )
                seen.add(word)


def _unknown(document: Document, loc: Loc, known: list[str], message: str) -> Iterator[Finding]:
    for at, word in _words(document, loc):
        if word not in known:
            yield Finding(document.place(at), "unknown-word", message, word, one_of(word, known))


def patterns_are_known(language: Language) -> Iterator[Finding]:
    """Relations, successors, routes and situations name patterns that exist."""
    known = [key_of(document) for document in language.documents.values()]
    for document in language.documents.values():
        relations = document.at(("relations",))
        for index, relation in enumerate(relations if isinstance(relations, list) else []):
            if not isinstance(relation, dict):
                continue
            kinds = [kind for kind in RELATION_KINDS if kind in relation]
            if len(kinds) != 1:
                yield Finding(
                    document.place(("relations", index)),
                    "relation-kind",
                    "a relation has exactly one kind",
                    ", ".join(kinds),
                    f"one of {', '.join(RELATION_KINDS)}",
                )
            for kind in kinds:
                yield from _unknown_pattern(document, ("relations", index, kind), known)
        yield from _unknown_pattern(document, ("successor",), known)
    for name, locs in _FRAME_PATTERNS.items():
        frame = language.frames.get(name)
        for loc in locs(frame) if frame else ():
            yield from _unknown_pattern(frame, loc, known)  # type: ignore[arg-type]  # frame is set when locs are


def _unknown_pattern(document: Document, loc: Loc, known: list[str]) -> Iterator[Finding]:
    for at, key in _words(document, loc):
        if key not in known:
            yield Finding(
                document.place(at),
                "unknown-pattern",
                "there is no pattern with this key",
                key,
                did_you_mean(key, known),
            )


def _route_steps(frame: Document) -> Iterator[Loc]:
    for number, route in enumerate(_list(frame, ("routes",))):
        for index in range(len(route.get("steps") or []) if isinstance(route, dict) else 0):
            yield ("routes", number, "steps", index, "pattern")


def _situation_patterns(frame: Document) -> Iterator[Loc]:
    for table in ("matrix", "springs", "signals"):
        for number in range(len(_list(frame, (table,)))):
            for column in ("start", "then", "go_to"):
                yield (table, number, column)
    for table in ("forces", "passages", "cycle"):
        for number in range(len(_list(frame, ("compass", table)))):
            yield ("compass", table, number, "pattern")


_FRAME_PATTERNS = {"routes.yml": _route_steps, "situations.yml": _situation_patterns}


def _list(document: Document, loc: Loc) -> list[object]:
    value = document.at(loc)
    return value if isinstance(value, list) else []


def sources_are_known(language: Language) -> Iterator[Finding]:
    """Sources and lessons stand in sources.yml."""
    if not language.sources:
        return
    lessons = {source.key: [lesson.letter for lesson in source.lessons] for source in language.sources.sources}
    for document in language.documents.values():
        for index in range(len(_list(document, ("sources",)))):
            yield from _unknown_lesson(document, ("sources", index), lessons)
        for edition in ("nl", "en"):
            for index in range(len(_list(document, (edition, "examples")))):
                yield from _unknown_source(document, (edition, "examples", index, "source"), lessons)
    openings = language.frames["language.yml"]
    for number, chapter in enumerate(_list(openings, ("chapters",))):
        frames = chapter.get("frames") if isinstance(chapter, dict) else None
        for index in range(len(frames) if isinstance(frames, list) else 0):
            yield from _unknown_lesson(openings, ("chapters", number, "frames", index), lessons)
    signals = language.frames["situations.yml"]
    for index in range(len(_list(signals, ("signals",)))):
        yield from _unknown_source(signals, ("signals", index, "source"), lessons)


def _unknown_source(document: Document, loc: Loc, lessons: dict[str, list[str]]) -> Iterator[Finding]:
    source = document.at(loc)
    if isinstance(source, str) and source not in lessons:
        yield Finding(
            document.place(loc),
            "unknown-source",
            "this source is not in patterns/sources.yml",
            source,
            one_of(source, lessons),
        )


def _unknown_lesson(document: Document, loc: Loc, lessons: dict[str, list[str]]) -> Iterator[Finding]:
    yield from _unknown_source(document, (*loc, "source"), lessons)
    source, letter = document.at((*loc, "source")), document.at((*loc, "lesson"))
    if isinstance(source, str) and source in lessons and isinstance(letter, str) and letter not in lessons[source]:
        yield Finding(
            document.place((*loc, "lesson")),
            "unknown-lesson",
            f"{source} has no such lesson",
            letter,
            one_of(letter, lessons[source]),
        )


def wikilinks_are_known(language: Language) -> Iterator[Finding]:
    """Links in prose point to patterns and sections that exist, and are written whole."""
    known = [key_of(document) for document in language.documents.values()]
    for document in [*language.documents.values(), *language.frames.values()]:
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
                    "[[key]] or [[key|other words]]",
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
