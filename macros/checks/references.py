"""Checks that everything a file refers to exists. They read the raw files, so that one slip hides no other."""

import re
from collections.abc import Iterator
from typing import Final

from macros.findings.finding import Advice, Finding, among
from macros.language.language import Language
from macros.model.editions import EDITIONS
from macros.model.relation import RELATION_KINDS
from macros.model.vocabulary import VOCABULARY_FIELDS
from macros.text.slugs import slugify
from macros.yaml.document import Document, Loc

_ITEM: Final = "*"
_JOINED: Final = re.compile(r"\w[;/]|\s(?:en|and|&)\s")
_FRAME_PATTERNS: Final[tuple[tuple[str, Loc], ...]] = (
    ("routes.yml", ("routes", _ITEM, "steps", _ITEM, "pattern")),
    *(
        ("situations.yml", (table, _ITEM, column))
        for table in ("matrix", "springs", "signals")
        for column in ("start", "then", "go_to")
    ),
    *(("situations.yml", ("compass", table, _ITEM, "pattern")) for table in ("forces", "passages", "cycle")),
    ("disagreements.yml", ("disagreements", _ITEM, "patterns")),
    ("map.yml", ("places", _ITEM, "pattern")),
)
"""File and way to the key of a pattern in it, or to a list of keys."""


def _ways(document: Document, way: Loc, done: Loc = ()) -> Iterator[Loc]:
    """Yield each way that a way with items for any position stands for."""
    if _ITEM not in way:
        yield (*done, *way)
        return
    at = way.index(_ITEM)
    for entry in document.entries((*done, *way[:at])):
        yield from _ways(document, way[at + 1 :], entry)


def vocabulary_is_known(language: Language) -> Iterator[Finding]:
    """Levels, roles, phases and the like are words of language.yml."""
    if not language.vocabulary:
        return
    for field, listing in VOCABULARY_FIELDS.items():
        terms = getattr(language.vocabulary, listing)
        known = [term.key for term in terms]
        names = {slugify(text.name): term.key for term in terms for text in term.texts.values()}
        for document in language.documents.values():
            for at, word in document.words((field,)):
                if word not in known:
                    holes = {"list": f"patterns/language.yml: {listing}"}
                    message = "unknown-word.two" if _JOINED.search(word) else "unknown-word"
                    yield Finding(document.place(at), message, holes, word, among(word, known, names))


def roles_are_known(language: Language) -> Iterator[Finding]:
    """A move is for a role of language.yml."""
    terms = language.vocabulary.roles if language.vocabulary else []
    known = [term.key for term in terms]
    names = {slugify(text.name): term.key for term in terms for text in term.texts.values()}
    for document in language.documents.values() if terms else ():
        for edition in EDITIONS:
            moves = document.at((edition, "moves"))
            for role in moves if isinstance(moves, dict) else ():
                if role not in known:
                    place = document.place((edition, "moves", role), of_key=True)
                    holes = {"list": "patterns/language.yml: roles"}
                    yield Finding(place, "unknown-word", holes, role, among(role, known, names))


def patterns_are_known(language: Language) -> Iterator[Finding]:
    """Relations, successors, routes and situations name patterns that exist."""
    known = language.keys()
    for document in language.case_documents.values():
        yield from _unknown_pattern(document, ("patterns",), language, known)
    for document in language.documents.values():
        for entry in document.entries(("relations",)):
            for kind in RELATION_KINDS:
                yield from _unknown_pattern(document, (*entry, kind), language, known)
        yield from _unknown_pattern(document, ("successor",), language, known)
    for name, way in _FRAME_PATTERNS:
        frame = language.data_files.get(name)
        if frame is None:
            continue
        for loc in _ways(frame, way):
            yield from _unknown_pattern(frame, loc, language, known)


def _unknown_pattern(document: Document, loc: Loc, language: Language, known: set[str]) -> Iterator[Finding]:
    for at, key in document.words(loc):
        if key not in known:
            yield Finding(document.place(at), "unknown-pattern", {}, key, among(key, sorted(known), language.names()))


def sources_are_known(language: Language) -> Iterator[Finding]:
    """Sources and lessons stand in sources.yml."""
    if not language.sources:
        return
    lessons = {source.key: [lesson.letter for lesson in source.lessons] for source in language.sources.sources}
    for document in language.documents.values():
        for entry in document.entries(("sources",)):
            yield from _unknown_lesson(document, entry, lessons)
        for edition in EDITIONS:
            for entry in document.entries((edition, "examples")):
                yield from _unknown_source(document, (*entry, "source"), lessons)
    openings = language.data_files["language.yml"]
    for loc in _ways(openings, ("chapters", _ITEM, "frames")):
        for entry in openings.entries(loc):
            yield from _unknown_lesson(openings, entry, lessons)
    yield from _unknown_sources_beside(language, lessons)


def _unknown_sources_beside(language: Language, lessons: dict[str, list[str]]) -> Iterator[Finding]:
    """Yield the unknown sources of cases and signals."""
    for document in language.case_documents.values():
        yield from _unknown_source(document, ("source",), lessons)
    if signals := language.data_files.get("situations.yml"):
        for entry in signals.entries(("signals",)):
            yield from _unknown_source(signals, (*entry, "source"), lessons)


def _unknown_source(document: Document, loc: Loc, lessons: dict[str, list[str]]) -> Iterator[Finding]:
    for at, source in document.words(loc):
        if source not in lessons:
            yield Finding(document.place(at), "unknown-source", {}, source, among(source, lessons))


def _unknown_lesson(document: Document, loc: Loc, lessons: dict[str, list[str]]) -> Iterator[Finding]:
    yield from _unknown_source(document, (*loc, "source"), lessons)
    source, letter = document.at((*loc, "source")), document.at((*loc, "lesson"))
    if isinstance(source, str) and source in lessons and isinstance(letter, str) and letter not in lessons[source]:
        place = document.place((*loc, "lesson"))
        advice = among(letter, lessons[source])
        if letter.upper() in lessons[source]:
            advice = Advice((letter.upper(),))
        yield Finding(place, "unknown-lesson", {"source": source}, letter, advice)
