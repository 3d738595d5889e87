"""The names that downloads are saved under: told apart in a folder full of files. Their addresses never change."""

from typing import Final

from macros.exports.imprint import Imprint
from macros.language.pattern import Pattern
from macros.text.slugs import slugify
from macros.view.blocks import words

_KINDS: Final = {"handbook", "cards", "poster", "pictures", "citations", "disagreements", "disagreement", "list"}
"""What has a name of its own in each edition."""


def pattern_file(pattern: Pattern, imprint: Imprint, ending: str) -> str:
    """Return the name of a pattern as a file: its number and name, the edition and the date of its text."""
    named = f"{pattern.id}-{pattern.slug(imprint.edition)}"
    return f"{stem(named, imprint)}-{imprint.language.text_date(pattern, imprint.edition)}.{ending}"


def collection_file(name: str, imprint: Imprint, ending: str) -> str:
    """Return the name of many patterns as one file.

    Args:
        name: of the collection, as its address has it: `handbook`, `route-<key>`, `poster-a2`.
        imprint: the edition.
        ending: of the file.
    """
    return f"{stem(_told(name, imprint), imprint)}-{imprint.revised()}.{ending}"


def offline_file(imprint: Imprint) -> str:
    """Return the name of the archive with the whole site."""
    return f"{'-'.join(imprint.name.split())}-{imprint.revised()}.zip"


def stem(named: str, imprint: Imprint) -> str:
    """Return what the name of a file begins with, before its date: the site, what it holds and the edition."""
    return f"{'-'.join(imprint.name.split())}-{named}-{imprint.edition}"


def _told(name: str, imprint: Imprint) -> str:
    """Return in words what a collection is, in small letters with hyphens."""
    of = imprint.words
    kind, _, rest = name.partition("-")
    if kind == "route":
        routes = imprint.language.routes.routes if imprint.language.routes else []
        named = next((words(one.of(imprint.edition).name) for one in routes if one.key == rest), rest)
        return f"{slugify(of.file_route)}-{slugify(named)}"
    told = slugify(of(f"file_{kind}")) if kind in _KINDS else kind
    key, _, part = rest.partition("_")
    chapter = imprint.language.chapter(key)
    if chapter:
        named = slugify(words(chapter.of(imprint.edition).name))
        return f"{told}-{named}-{part}" if part else f"{told}-{named}"
    if rest.startswith("route-"):
        return f"{told}-{_told(rest, imprint)}"
    return f"{told}-{rest}" if rest else told
