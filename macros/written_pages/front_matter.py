"""The front matter of a page: a few fields between two lines of ---, read as strictly as a pattern."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import yaml

from macros.findings.finding import Finding, Place, among
from macros.written_pages.macro_calls import OPENINGS
from macros.yaml.reader import parse

FIELDS: Final = {"page": str, "title": str, "description": str, "revised": object}
"""Field -> what MkDocs must make of its value. Any other would be a variable in the page, in the place of a macro."""
_BETWEEN: Final = re.compile(r"---\n(.*?\n)?---\n\n*", re.DOTALL)
_EARLY_END: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
"""Where MkDocs would let the front matter end."""
_LOOKS_LIKE_A_FIELD: Final = re.compile(r"[ ]{0,3}[A-Za-z0-9_-]+:")
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_IN_TEXT: Final = re.compile("|".join(map(re.escape, (*OPENINGS, "<", ">"))))


def body_start(text: str) -> int:
    """Return where the Markdown of a page begins.

    Args:
        text: the page, with plain line breaks.
    """
    between = _BETWEEN.match(text)
    return between.end() if between else 0


def check_front_matter(path: str, text: str) -> Iterator[Finding]:
    """Yield what is wrong with the front matter of a page.

    Args:
        path: of the page, relative to the repository root.
        text: the page, with plain line breaks.
    """
    between = _BETWEEN.match(text)
    if not between:
        first = text.partition("\n")[0]
        # MkDocs reads fields without the lines of --- too, and other forms of these lines.
        if first.startswith("---") or _LOOKS_LIKE_A_FIELD.match(first):
            yield Finding(Place(path), "front-matter.lines", written=first)
        return
    lines = between.group(1) or ""
    if early := _EARLY_END.search(lines):
        line = lines.count("\n", 0, early.start()) + 2
        yield Finding(Place(path, line), "front-matter.lines", written=early.group().strip())
        return
    document = parse(lines.encode(), path)
    for finding in document.findings:
        yield replace(finding, place=_below_first_line(finding.place))
    if document.findings or not isinstance(document.data, dict):
        return
    seen_by_mkdocs = _as_mkdocs_reads(lines)
    for name, value in document.data.items():
        if name not in FIELDS:
            place = document.place((name,), of_key=True)
            yield Finding(_below_first_line(place), "front-matter.field", {}, str(name), among(str(name), FIELDS))
        elif message := _wrong(name, value, seen_by_mkdocs):
            written = value if isinstance(value, str) else ""
            yield Finding(_below_first_line(document.place((name,))), message, {"field": name}, written)


def _below_first_line(place: Place) -> Place:
    return replace(place, line=place.line + 1)


def _as_mkdocs_reads(lines: str) -> dict[Any, Any] | None:
    """Return the fields with the types that MkDocs gives them, or None when it cannot read them."""
    try:
        data = yaml.load(lines, _LOADER)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, ValueError):
        return None
    return data if isinstance(data, dict) else None


def _wrong(name: str, value: Any, seen_by_mkdocs: dict[Any, Any] | None) -> str | None:
    """Return the message on the value of a field, or None when it is as it should be."""
    if not isinstance(value, str):
        return "front-matter.list"
    if name == "revised":
        return "front-matter.day" if seen_by_mkdocs is None or not _DAY.fullmatch(value) else None
    if _IN_TEXT.search(value):
        return "front-matter.words"
    if seen_by_mkdocs is not None and not isinstance(seen_by_mkdocs.get(name), FIELDS[name]):
        return "front-matter.quotes"
    return None
