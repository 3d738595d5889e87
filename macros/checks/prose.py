"""Checks on what prose may hold: words and links, no raw HTML and nothing from another host."""

import re
from collections.abc import Iterator
from typing import Final

from macros.findings.finding import Finding
from macros.language.language import Language
from macros.text.urls import HTTPS, NEVER, has_user
from macros.yaml.document import Document, Loc

_HTML = re.compile(r"<(?:/?[a-zA-Z][^<>]{0,60}>?|!--|!\[|\?|!)")
# Possessive, and without the bracket that must follow: what is no image is passed over in one go.
_IMAGE = re.compile(r"!\[[^\]\n]*+(\])?(?:\([^)\n]*+\)?)?")
_TARGET = re.compile(r"\]\(\s*<?([^)\s>]*)|^\s{0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)", re.MULTILINE)

MAX_NESTED: Final = 4
"""Lists and quotations inside one another; each takes a mark, or two columns of indentation."""
_DEEP = re.compile(
    rf"^[ \t]*(?:(?:>|[-+*][ \t]|[0-9]{{1,9}}[.)][ \t])[ \t]*){{{MAX_NESTED + 1}}}"
    rf"|^[ \t]{{{2 * MAX_NESTED + 2}}}(?=[ \t]*\S)",
    re.MULTILINE,
)
_MARKS: Final = frozenset(">-+*0123456789")
"""How a text of one line begins that has this; every text stands without the spaces around it."""


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
    for image in _images(text):
        yield "image", image[:60]
    for message, target, _link in _unsafe_links(text):
        yield message, target


def _images(text: str) -> Iterator[str]:
    """Yield the images in a text."""
    yield from (match.group() for match in _IMAGE.finditer(text) if match.group(1))


def _unsafe_links(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the message, the target and the written link of each link that leads to no https address.

    The address of an image is left out: the image itself is refused.
    """
    plain = _IMAGE.sub(lambda image: " " * len(image.group()) if image.group(1) else image.group(), text)
    for match in _TARGET.finditer(plain):
        target = match.group(1) or match.group(2) or ""
        if not HTTPS.match(target) or NEVER.search(target):
            yield "link-target.user" if has_user(target) else "link-target", target, match.group()


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
        for image in _images(text):
            yield Finding(document.place_within(loc, image[:20]), "image", written=image[:60])


def nesting_is_shallow(language: Language) -> Iterator[Finding]:
    """Lists and quotations in prose are not nested deeper than every export can set them; Typst stops at 16."""
    for document in language.all_documents():
        for loc, text in document.texts:
            if ("\n" in text or text[:1] in _MARKS) and (match := _DEEP.search(text)):
                place = document.place_within(loc, match.group().strip())
                yield Finding(place, "nesting", {"most": MAX_NESTED}, match.group().strip())


def links_are_safe(language: Language) -> Iterator[Finding]:
    """Links in prose lead to https addresses; patterns are linked as [[key]]."""
    for document, loc, text in _texts(language, "]"):
        for message, target, link in _unsafe_links(text):
            yield Finding(document.place_within(loc, target or link), message, written=target)
