"""Checks on the hand-written pages: their front matter, HTML and links, and the files beside them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from os.path import relpath
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from macros.findings.finding import MAX_FINDINGS, NO_ADVICE, Advice, Finding, Place, among, did_you_mean
from macros.language.language import Language
from macros.model.editions import EDITIONS, others
from macros.model.values import KEY
from macros.text.characters import name_of
from macros.text.urls import HTTPS, MAIL, NEVER, SCHEME, has_user
from macros.written_pages.contents import PageSource, Seeker, read_page
from macros.written_pages.front_matter import check_front_matter
from macros.written_pages.page import FOLDER, Page

KINDS: Final = (".md", ".png", ".jpg", ".jpeg", ".webp")
"""Endings of files in docs/. Whatever a browser could run is none of them: HTML, scripts, SVG, PDF."""
_NEEDED: Final = ("contribute", "sources")
"""Pages that every pattern links to, by their `page:`."""


def pages_are_in_every_edition(language: Language) -> Iterator[Finding]:
    """A page with a `page:` has its counterpart in every other edition, and what patterns link to is there."""
    ids = {
        edition: {page.id: page for page in language.pages.values() if page.edition == edition} for edition in EDITIONS
    }
    for page in language.pages.values():
        for there in others(page.edition):
            if page.id and page.id not in ids[there]:
                near = did_you_mean(page.id, [one for one in ids[there] if one not in ids[page.edition]])
                yield Finding(
                    page.place(page.text.find("page:")),
                    "page-alone",
                    {"folder": f"{FOLDER}/{there}"},
                    page.id,
                    Advice((near,)) if near else NO_ADVICE,
                )
        if page.id and ids[page.edition][page.id] is not page:
            twin = ids[page.edition][page.id].path
            yield Finding(page.place(page.text.find("page:")), "page-twice", {"holder": twin}, page.id)
    for needed in _NEEDED if language.pages else ():
        if not any(needed in known for known in ids.values()):
            yield Finding(Place(f"{FOLDER}/{EDITIONS[0]}"), "page-missing", {"page": needed})


def front_matter_is_known(language: Language) -> Iterator[Finding]:
    """The front matter of a page holds the fields it may have, in words alone."""
    for page in language.pages.values():
        yield from check_front_matter(page.path, read_page(page.text).text)


def pages_hold_plain_html(language: Language) -> Iterator[Finding]:
    """The HTML that a page's Markdown becomes has no more elements and attributes than words need."""
    for page in language.pages.values():
        yield from html_in(page)


def html_in(page: Page) -> Iterator[Finding]:
    """Yield what may not stand in the HTML that a page's Markdown becomes."""
    source = read_page(page.text)
    seeker = Seeker(source)
    for one in source.html.unwanted[:MAX_FINDINGS]:
        place = source.place(page, seeker.offset(one.sought))
        yield Finding(place, one.message, one.holes, one.written, one.advice)


def files_are_of_known_kinds(language: Language) -> Iterator[Finding]:
    """Beside pages there are only pictures in docs/, and their names are plain: each becomes a part of an address."""
    for path in sorted(language.files):
        *folders, name = PurePosixPath(path).parts[1:]
        ending = PurePosixPath(path).suffix
        if ending not in KINDS:
            yield Finding(Place(path), "file-kind", {}, name, Advice((), KINDS))
        elif not all(re.fullmatch(KEY, part) for part in (*folders, name.removesuffix(ending))):
            yield Finding(Place(path), "file-name", {}, "/".join([*folders, name]))


_NOWHERE: Final = Place("")


def links_lead_somewhere(language: Language) -> Iterator[Finding]:
    """A link to another page names its file, one to another site is an https address; a picture is a file here."""
    for page in language.pages.values():
        yield from islice(_wrong_links(language, page), MAX_FINDINGS)


def _wrong_links(language: Language, page: Page) -> Iterator[Finding]:
    source = read_page(page.text)
    seeker = Seeker(source)
    for element, address in source.html.addresses:
        # An address with a mark in it was told of with the attribute, one with code with that code.
        if "\ue000" in address or (source.misuses and "{{" in unquote(address)):
            continue
        if wrong := _wrong_address(language, page, source, element, address):
            yield replace(wrong, place=source.place(page, seeker.offset(address)), written=address)


def _wrong_address(language: Language, page: Page, source: PageSource, element: str, address: str) -> Finding | None:
    """Return what is wrong with an address in a page."""
    scheme = SCHEME.match(address)
    said: Finding | None = None
    if odd := NEVER.search(address):
        said = Finding(_NOWHERE, "link-target.character", {"character": name_of(odd.group())})
    elif element == "img":
        said = _wrong_picture(language, page, address)
    elif scheme and scheme.group(1).lower() == "mailto":
        said = None if MAIL.fullmatch(address) else Finding(_NOWHERE, "link-target.mail")
    elif scheme or address.startswith("//"):
        message = "link-target.user" if has_user(address) else "link-target"
        said = None if HTTPS.match(address) else Finding(_NOWHERE, message)
    elif address.startswith("#"):
        # A macro makes ids too.
        if address != "#" and unquote(address[1:]) not in source.html.ids and not source.calls:
            said = Finding(_NOWHERE, "unknown-anchor", {}, "", among(address[1:], source.html.ids))
    elif page.beside(address) not in language.files:
        root, folder = f"{FOLDER}/{page.edition}/", PurePosixPath(page.path).parent
        own = {relpath(file, folder): file for file in sorted(language.files) if file.startswith(root)}
        said = Finding(_NOWHERE, "unknown-page.file", {}, "", among(address.partition("#")[0], own))
    return said


def _wrong_picture(language: Language, page: Page, address: str) -> Finding | None:
    path = page.beside(address)
    if SCHEME.match(address) or address.startswith("//"):
        return Finding(_NOWHERE, "link-target.picture")
    if path not in language.files or not path.startswith(f"{FOLDER}/{page.edition}/") or path.endswith(".md"):
        return Finding(_NOWHERE, "unknown-picture")
    return None
