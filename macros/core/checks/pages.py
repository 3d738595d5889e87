"""Checks on the links of the hand-written pages: pages, pattern macros and addresses that they name exist."""

import re
from collections.abc import Iterator
from os.path import relpath
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from macros.core.editions import EDITIONS, others
from macros.core.findings import NO_ADVICE, Advice, Finding, Place, among, did_you_mean
from macros.core.language import Language
from macros.core.pages import FOLDER, Page
from macros.core.reading import key_of

_TARGET: Final = re.compile(r"\]\(\s*<?([^)\s>]+)|^\s{0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)", re.MULTILINE)
_CALL: Final = re.compile(r"\b(pattern_link|pattern_list|recognise|page_link)\(([^()]*)\)")
_KEYS: Final = {
    "pattern_link": re.compile(r"^\s*(?:key\s*=\s*)?[\"']([^\"']*)[\"']"),
    "pattern_list": re.compile(r"\bkeys\s*=\s*[\"']([^\"']*)[\"']"),
    "recognise": re.compile(r"^\s*(?:keys\s*=\s*)?[\"']([^\"']*)[\"']"),
    "page_link": re.compile(r"^\s*(?:page\s*=\s*)?[\"']([^\"']*)[\"']"),
}
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


def macros_name_what_is_there(language: Language) -> Iterator[Finding]:
    """Keys in the macros of a page are keys of patterns, and page names are names of pages."""
    patterns = [key_of(document) for document in language.documents.values()]
    for page in language.pages.values():
        pages = [one.id for one in language.pages.values() if one.edition == page.edition and one.id]
        for call in _CALL.finditer(page.text):
            named = _KEYS[call.group(1)].search(call.group(2))
            is_page = call.group(1) == "page_link"
            known, message = (pages, "unknown-page.name") if is_page else (patterns, "unknown-pattern")
            for word in named.group(1).split() if named else ():
                if word not in known:
                    start = call.start(2) + call.group(2).find(word)
                    yield Finding(page.place(start), message, {}, word, among(word, known))


def links_lead_somewhere(language: Language) -> Iterator[Finding]:
    """A link to another page names its file; one to another site is an https address."""
    for page in language.pages.values():
        for match in _TARGET.finditer(page.prose):
            group = 1 if match.group(1) else 2
            target, start = match.group(group), match.start(group)
            if target.startswith(("#", "mailto:", "{{")):
                continue
            if re.match(r"[a-z][a-z0-9+.-]*:", target, re.IGNORECASE):
                if not re.match(r"https://[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+", target):
                    yield Finding(page.place(start), "link-target", written=target)
            else:
                yield from _file(language, page, target, start)


def _file(language: Language, page: Page, target: str, start: int) -> Iterator[Finding]:
    folder = PurePosixPath(page.path).parent
    steps: list[str] = []
    for step in (folder / unquote(re.split("[?#]", target)[0])).parts:
        if step == "..":
            steps[-1:] = []
        else:
            steps.append(step)
    if "/".join(steps) not in language.files:
        root = f"{FOLDER}/{page.edition}"
        own = {relpath(file, folder): file for file in sorted(language.files) if file.startswith(root)}
        yield Finding(
            page.place(start),
            "unknown-page.file",
            {},
            target,
            among(target.partition("#")[0], own),
        )
