"""From a fault in the built site back to the line of the repository that caused it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from macros.findings.finding import Place
from macros.language.address_targets import other_targets, pattern_targets
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.linkcheck.fault import Fault
from macros.linkcheck.site import Site
from macros.text.wikilinks import wikilinks
from macros.yaml.document import Document
from macros.yaml.files import read_text
from macros.yaml.text_file import TextFile

_SETTINGS: Final = "macros/site/mkdocs.yml"
"""What the configuration of every edition inherits."""
_MAKERS: Final = ("macros/frontend", "macros/pages", "macros/view", "macros/site", "macros/exports")
_MAKING: Final = (".html", ".xml", ".css", ".js", ".yml", ".py")
"""Folders with what makes the pages, and the kinds of file in them, the most telling kind first."""
BUILT: Final = "site/"
"""Where a fault is said to be when no line of the repository is known to have caused it."""
_SHORTEST: Final = 4
"""A part of an address shorter than this stands everywhere and tells nothing."""


@dataclass(slots=True)
class Origins:
    """Knows which file every page was made from, and finds in it what became of a link."""

    site: Site
    language: Language
    root: Path
    _patterns: dict[str, Pattern] = field(default_factory=dict)
    _files: dict[str, str] = field(default_factory=dict)
    _texts: dict[str, TextFile] = field(default_factory=dict)
    _makers: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._patterns = pattern_targets(self.language)
        for entry in self.language.published_urls.entries.values():
            known = next((one for one in self.language.patterns.values() if one.id == entry.number), None)
            if known:
                self._patterns.setdefault(entry.address, known)
        self._files = other_targets(self.language)

    def of(self, fault: Fault) -> Place:
        """Return the place that caused a fault.

        The first that holds: the words in the file the page was made from, the relation that the other pattern has
        with this one, the move or alias that made the page, the template or setting with this address in it. A part
        that is missing from a page is looked for in the file of that page. Where all fails it is the built file.
        """
        return next(self._places(fault), Place(f"{BUILT}{fault.path}", fault.link.line))

    def _places(self, fault: Fault) -> Iterator[Place]:
        if fault.page in self.language.redirects.redirects:
            yield self.language.redirects.redirects[fault.page].place
        pattern, path = self._patterns.get(fault.page), self._files.get(fault.page, "")
        aimed = self._patterns.get(fault.target or "")
        if pattern:
            yield from self._alias(pattern, fault)
            yield from self._in_document(pattern.document, fault, aimed)
            if aimed:
                yield from self._relation(aimed.document, pattern.key)
        if path in self.language.pages:
            yield from self._in_text(path, self._texts_of(fault, aimed))
        for name, frame in self.language.data_files.items():
            if path == f"patterns/{name}" or not (pattern or path):
                yield from self._in_document(frame, fault, aimed)
        if fault.rule in ("unlinked-page", "id-twice") or fault.fragment:
            yield from self._source(fault)
        parts = _parts(fault.link.url)
        for template in self._templates():
            yield from self._in_text(template, parts)
        yield from self._by_look(fault)

    def _by_look(self, fault: Fault) -> Iterator[Place]:
        """Yield the places that make an element or a file like this one: its address is worked out there."""
        link = fault.link
        if link.element == "file":
            yield from self._by_file(fault)
            return
        page = self.site.pages.get(fault.page)
        styled = "property" if link.element == "meta" else "class"
        telling = [f'{name}="{re.escape(value)}"' for name, value in (("rel", link.rel), (styled, link.style)) if value]
        ahead = "".join(f"(?=[^>]*{one})" for one in telling)
        for maker in self._templates():
            forwards = "http-equiv" in self._text(maker) and "refresh" in self._text(maker)
            if link.attribute == "refresh" and forwards:
                yield from self._matching(maker, "http-equiv=.refresh")
            elif ahead and maker.endswith(".html") and forwards == bool(page and page.refresh):
                yield from self._matching(maker, rf"<{link.element}\b{ahead}")

    def _by_file(self, fault: Fault) -> Iterator[Place]:
        """Yield the places that write a file like this one: first by its own name, then by that of its folder."""
        steps = fault.path.split("/")
        stem = steps[-1].partition(".")[0]
        word = rf"\b{re.escape(fault.link.style)}\b" if fault.link.style else "(?!)"
        given = rf"{word}=|['\"]{word}['\"]"  # where code gives the field its value, before where it only names it
        named = [maker for maker in self._templates() if maker.rpartition("/")[2].partition(".")[0] == stem]
        beside = [maker for maker in self._templates() if set(maker.split("/")[2:-1]) & set(steps[:-1])]
        for wanted in (given, word):
            for maker in [*named, *beside]:
                yield from self._matching(maker, wanted)
        for maker in named:
            yield Place(maker)

    def _matching(self, path: str, pattern: str) -> Iterator[Place]:
        file = self._file(path)
        for match in re.finditer(pattern, file.text):
            yield file.place(match.start())

    def _alias(self, pattern: Pattern, fault: Fault) -> Iterator[Place]:
        slug = fault.page.rstrip("/").rpartition("/")[2]
        for edition in pattern.editions:
            text = pattern.own_text(edition)
            if text and slug in text.aliases and fault.link.attribute == "refresh":
                yield pattern.document.place((edition, "aliases", text.aliases.index(slug)))

    def _in_document(self, document: Document, fault: Fault, aimed: Pattern | None) -> Iterator[Place]:
        for loc, text in document.texts:
            if fault.link.url.startswith("http") and fault.link.url in text:
                yield document.place_within(loc, fault.link.url)
            for link in wikilinks(text) if "[[" in text and aimed else ():
                if aimed and link.key == aimed.key and (not fault.fragment or link.section == fault.fragment):
                    yield document.place_within(loc, link.written)
        if aimed:
            yield from self._relation(document, aimed.key)

    @staticmethod
    def _relation(document: Document, key: str) -> Iterator[Place]:
        for loc, text in document.texts:
            if text == key and loc[0] in ("relations", "successor", "routes", "matrix", "springs", "signals"):
                yield document.place(loc)

    @staticmethod
    def _texts_of(fault: Fault, aimed: Pattern | None) -> list[str]:
        written = [f"[[{aimed.key}{'#' + fault.fragment if fault.fragment else ''}"] if aimed else []
        own = [part + ".md" for part in _parts(fault.target or "")[-1:]]
        return [fault.link.url, *written, *own, *_parts(fault.link.url)]

    def _source(self, fault: Fault) -> Iterator[Place]:
        """Yield the place in the file of the page that is aimed at: the last that gives this id, or the file."""
        address = fault.target or ""
        if address in self._patterns:
            yield self._patterns[address].document.place()
        elif address in self._files:
            given = re.escape("{#" + fault.fragment + "}") if fault.fragment else "(?!)"
            yield from reversed(list(self._matching(self._files[address], given)))
            yield Place(self._files[address])

    def _in_text(self, path: str, wanted: list[str]) -> Iterator[Place]:
        for part in wanted:
            if part not in self._text(path):
                continue
            yield from self._matching(path, rf"(?<![\w/-]){re.escape(part)}(?![\w-])")

    def _text(self, path: str) -> str:
        return self._file(path).text

    def _file(self, path: str) -> TextFile:
        if path not in self._texts:
            self._texts[path] = read_text(self.root / path, self.root)
        return self._texts[path]

    def _templates(self) -> list[str]:
        if not self._makers:
            settings = [*(path.name for path in sorted(self.root.glob("mkdocs*.yml"))), _SETTINGS]
            found = [path for folder in _MAKERS for path in sorted((self.root / folder).rglob("*"))]
            found = [path for path in found if path.suffix in _MAKING and path.is_file()]
            found.sort(key=lambda path: _MAKING.index(path.suffix))
            self._makers = [*settings, *(path.relative_to(self.root).as_posix() for path in found)]
        return self._makers


def _parts(url: str) -> list[str]:
    """Return an address as it may stand in a file, the most telling form first: whole, without dots, its last part."""
    plain = re.sub(r"^(?:\.\.?/)+", "", url).lstrip("/")
    last = plain.rstrip("/").rpartition("/")[2]
    return [part for part in dict.fromkeys([url, plain, last]) if len(part) >= _SHORTEST]
