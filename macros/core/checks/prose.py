"""Checks on what prose may hold: words and links, no raw HTML and nothing from another host."""

import re
from collections.abc import Iterator

from macros.core.document import Document, Loc
from macros.core.findings import Finding
from macros.core.language import Language

_HTML = re.compile(r"<(?:/?[a-zA-Z][^<>]{0,60}>?|!--|!\[|\?|!)")
# Possessive, and without the bracket that must follow: what is no image is passed over in one go.
_IMAGE = re.compile(r"!\[[^\]\n]*+(\])?(?:\([^)\n]*+\)?)?")
_TARGET = re.compile(r"\]\(\s*<?([^)\s>]*)|^\s{0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)", re.MULTILINE)
_SAFE = re.compile(r"https://[a-zA-Z0-9]")


def _texts(language: Language, character: str) -> Iterator[tuple[Document, Loc, str]]:
    for document in language.all_documents():
        if character in document.text:
            for loc, text in document.texts:
                if character in text:
                    yield document, loc, text


def faults_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield what prose may not hold, as rule and what is written: for texts that stand in no YAML file."""
    if match := _HTML.search(text):
        yield "raw-html", match.group()
    for match in _IMAGE.finditer(text):
        yield "image", match.group()[:60]
    for match in _TARGET.finditer(text):
        target = match.group(1) or match.group(2) or ""
        if not _SAFE.match(target):
            yield "link-target", target


def no_raw_html(language: Language) -> Iterator[Finding]:
    """Prose holds no raw HTML: it would be shown as it stands."""
    for document, loc, text in _texts(language, "<"):
        # One finding tells it: the closing tag goes with the opening one.
        if match := _HTML.search(text):
            yield Finding(
                document.place_within(loc, match.group()),
                "raw-html",
                written=match.group(),
            )


def no_images(language: Language) -> Iterator[Finding]:
    """Prose holds no images."""
    for document, loc, text in _texts(language, "!["):
        for match in (one for one in _IMAGE.finditer(text) if one.group(1)):
            yield Finding(
                document.place_within(loc, match.group()[:20]),
                "image",
                written=match.group()[:60],
            )


def links_are_safe(language: Language) -> Iterator[Finding]:
    """Links in prose lead to https addresses; patterns are linked as [[key]]."""
    for document, loc, text in _texts(language, "]"):
        images = [match.span() for match in _IMAGE.finditer(text)]
        for match in _TARGET.finditer(text):
            if any(start <= match.start() < end for start, end in images):
                continue
            target = match.group(1) or match.group(2) or ""
            if not _SAFE.match(target):
                yield Finding(
                    document.place_within(loc, target or match.group()),
                    "link-target",
                    written=target,
                )
