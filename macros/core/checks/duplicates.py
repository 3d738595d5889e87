"""Checks that nothing that identifies a pattern is used twice."""

from collections.abc import Iterator

from macros.core.editions import EDITIONS
from macros.core.findings import Finding, Place
from macros.core.language import Language
from macros.core.reading import key_of
from macros.core.slugs import slugify


def ids_are_unique(language: Language) -> Iterator[Finding]:
    """No number stands in two files."""
    numbers = [document.at(("id",)) for document in language.documents.values()]
    highest = max((int(number) for number in numbers if _is_number(number)), default=0)
    first: dict[str, str] = {}
    for path, document in language.documents.items():
        number = document.at(("id",))
        if not _is_number(number):
            continue
        if number in first:
            yield Finding(
                document.place(("id",)),
                "duplicate-id",
                f"this number belongs to {first[number]}",
                number,
                f"{highest + 1}, the next free one",
            )
        first.setdefault(number, path)


def _is_number(value: object) -> bool:
    return isinstance(value, str) and value.isascii() and value.isdigit()


def keys_are_unique(language: Language) -> Iterator[Finding]:
    """No file name stands in two chapters."""
    first: dict[str, str] = {}
    for path, document in language.documents.items():
        key = key_of(document)
        if key in first:
            yield Finding(Place(path), "duplicate-key", f"this key belongs to {first[key]}", key, "another file name")
        first.setdefault(key, path)


def names_are_unique(language: Language) -> Iterator[Finding]:
    """No name stands in two patterns of an edition."""
    for edition in EDITIONS:
        first: dict[str, str] = {}
        for path, document in language.documents.items():
            name = document.at((edition, "name"))
            if not isinstance(name, str):
                continue
            folded = name.strip().casefold()
            if folded in first:
                yield Finding(
                    document.place((edition, "name")),
                    "duplicate-name",
                    f"this name belongs to {first[folded]}",
                    name,
                    "another name",
                )
            first.setdefault(folded, path)


def addresses_are_unique(language: Language) -> Iterator[Finding]:
    """No address, former ones included, stands for two patterns of an edition, and none stands twice in one."""
    for edition in EDITIONS:
        first: dict[str, str] = {}
        current = {pattern.slug(edition): pattern.document.path for pattern in language.patterns.values()}
        for path, document in language.documents.items():
            name, slug = document.at((edition, "name")), document.at((edition, "slug"))
            own = slug if isinstance(slug, str) else slugify(name) if isinstance(name, str) else ""
            loc = (edition, "slug") if isinstance(slug, str) else (edition, "name")
            if own and current.get(own, path) != path and _holds(language, current[own], edition, own):
                yield Finding(
                    document.place(loc),
                    "duplicate-slug",
                    f"this address belongs to {current[own]}",
                    own,
                    "another name, or a slug of its own",
                )
            aliases = document.at((edition, "aliases"))
            for index, alias in enumerate(aliases if isinstance(aliases, list) else []):
                if not isinstance(alias, str):
                    continue
                place = document.place((edition, "aliases", index))
                if alias == own:
                    yield Finding(place, "duplicate-slug", "this is the pattern's present address", alias, "remove it")
                elif alias in first:
                    yield Finding(place, "duplicate-slug", f"this former address stands in {first[alias]}", alias)
                elif current.get(alias, path) != path:
                    yield Finding(place, "duplicate-slug", f"this address belongs to {current[alias]}", alias)
                first.setdefault(alias, path)


def _holds(language: Language, path: str, edition: str, slug: str) -> bool:
    """Whether the pattern at `path` has this address in an edition through a text of its own."""
    holder = language.documents.get(path)
    return holder is not None and holder.at((edition,)) is not None and bool(slug)
