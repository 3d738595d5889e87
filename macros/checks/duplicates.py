"""Checks that nothing that identifies a pattern is used twice. The lower number is the older and keeps what it has."""

from collections.abc import Iterable, Iterator

from macros.findings.finding import Finding, Hole, Place, Severity
from macros.language.language import Language
from macros.language.numbers import next_number
from macros.language.pattern import key_of
from macros.model.editions import EDITIONS, Edition
from macros.text.slugs import slugify
from macros.yaml.document import Document, Loc


def ids_are_unique(language: Language) -> Iterator[Finding]:
    """No number stands in two files."""
    first: dict[int, str] = {}
    numbers, free = language.numbers(), next_number(language)
    for document in language.by_age():
        number = numbers.get(document.path)
        if number in first:
            holes: dict[str, Hole] = {"holder": first[number], "next": free}
            yield Finding(document.place(("id",)), "duplicate-id", holes, str(number))
        elif number is not None:
            first[number] = document.path


def numbers_follow(language: Language) -> Iterator[Finding]:
    """A new number is the next one: none is skipped. A number that was published is past mending."""
    published = language.published_urls.numbers()
    used: set[int] = set(published)
    for path, number in sorted(language.numbers().items(), key=lambda item: item[1]):
        if number not in used and number - 1 not in used and number > 1:
            holes: dict[str, Hole] = {"next": max((one for one in used if one < number), default=0) + 1}
            place = language.documents[path].place(("id",))
            yield Finding(place, "number-skips", holes, str(number), severity=Severity.WARNING)
        used.add(number)


def keys_are_unique(language: Language) -> Iterator[Finding]:
    """No file name stands in two chapters."""
    first: dict[str, str] = {}
    for document in language.by_age():
        key = key_of(document)
        if key in first:
            yield Finding(Place(document.path), "duplicate-key", {"holder": first[key]}, key)
        first.setdefault(key, document.path)


def names_are_unique(language: Language) -> Iterator[Finding]:
    """No name stands in two patterns of an edition."""
    for edition in EDITIONS:
        first: dict[str, str] = {}
        for document in language.by_age():
            name = document.at((edition, "name"))
            if not isinstance(name, str):
                continue
            folded = name.strip().casefold()
            if folded in first:
                place = document.place((edition, "name"))
                yield Finding(place, "duplicate-name", {"holder": first[folded]}, name)
            first.setdefault(folded, document.path)


def addresses_are_unique(language: Language) -> Iterator[Finding]:
    """No address, former ones included, stands for two patterns of an edition."""
    for edition in EDITIONS:
        first: dict[str, str] = {}
        present = {slug: document.path for document in language.by_age() if (slug := _slug(document, edition))}
        for document in language.by_age():
            slug = _slug(document, edition)
            loc = (edition, "slug" if document.at((edition, "slug")) else "name")
            if slug in first:
                yield Finding(document.place(loc), "duplicate-slug.name", {"holder": first[slug]}, slug)
            elif slug:
                first[slug] = document.path
            elif document.at(loc) and isinstance(document.at(loc), str):
                yield Finding(document.place(loc), "no-address", written=str(document.at(loc)))
        for document in language.by_age():
            for alias_loc, alias in document.words((edition, "aliases")):
                place = document.place(alias_loc)
                if alias == _slug(document, edition):
                    yield Finding(place, "duplicate-slug.own", written=alias)
                elif (holder := present.get(alias) or first.get(alias, document.path)) != document.path:
                    yield Finding(place, "duplicate-slug.alias", {"holder": holder}, alias)
                first.setdefault(alias, document.path)


def _slug(document: Document, edition: Edition) -> str:
    """Return the address a file's own text asks for, or an empty string when it has none."""
    slug, name = document.at((edition, "slug")), document.at((edition, "name"))
    return slug if isinstance(slug, str) else slugify(name) if isinstance(name, str) else ""


def list_items_are_unique(language: Language) -> Iterator[Finding]:
    """No text stands twice in one list, and no record twice in a pattern; some have checks of their own."""
    for document in language.all_documents():
        kinds = (str, dict) if document.path in language.documents else str
        for loc, items in _lists(document.data, ()):
            if loc == ("relations",) or _are_different_texts(items):
                continue
            seen: set[object] = set()
            for index, item in enumerate(items):
                if not item or not isinstance(item, kinds) or (isinstance(item, dict) and "lesson" in item):
                    continue
                frozen = _frozen(item)
                if frozen in seen:
                    place = document.place((*loc, index))
                    written = item if isinstance(item, str) else ""
                    yield Finding(place, "duplicate-item", written=written)
                seen.add(frozen)


def _are_different_texts(items: list[object]) -> bool:
    return all(isinstance(item, str) for item in items) and len(set(items)) == len(items)


def _frozen(value: object) -> object:
    """Return a value of a file as one that a set can hold."""
    if isinstance(value, dict):
        return frozenset((name, _frozen(inner)) for name, inner in value.items())
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _lists(data: object, loc: Loc) -> list[tuple[Loc, list[object]]]:
    """Return every list in the data with the way to it."""
    found: list[tuple[Loc, list[object]]] = []
    inside: Iterable[tuple[str | int, object]] = ()
    if isinstance(data, list):
        found.append((loc, data))
        inside = enumerate(data)
    elif isinstance(data, dict):
        inside = data.items()
    for step, value in inside:
        if not isinstance(value, str):
            found += _lists(value, (*loc, step))
    return found


def terms_are_unique(language: Language) -> Iterator[Finding]:
    """No key, letter or name stands in two entries of one list of the files around the patterns."""
    for document in language.data_files.values():
        first: dict[tuple[Loc, Loc, str], int] = {}
        for loc, text in document.texts:
            at = next((place for place in range(len(loc) - 1, -1, -1) if isinstance(loc[place], int)), -1)
            if at < 0 or not _identifies(loc[at + 1 :]):
                continue
            entry = (loc[:at], loc[at + 1 :], slugify(text) or text)
            if entry in first:
                holes: dict[str, Hole] = {"field": str(loc[-1]), "line": first[entry]}
                yield Finding(document.place(loc), "duplicate-term", holes, text)
            else:
                first[entry] = document.place(loc).line


def _identifies(way: Loc) -> bool:
    """Return whether what stands at this way within an entry tells it apart, in references or addresses."""
    *edition, field = way or ("",)
    return way in (("key",), ("letter",)) or (field in ("name", "term") and edition in [[one] for one in EDITIONS])
