"""From a fault in the built site back to the line of the repository that caused it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from macros.findings.finding import Place
from macros.language.address_targets import other_targets, pattern_targets
from macros.language.language import Language
from macros.language.numbers import by_number
from macros.language.pattern import Pattern
from macros.linkcheck.fault import Fault
from macros.linkcheck.link_sources import LinkSources
from macros.linkcheck.site import Site
from macros.text.wikilinks import wikilinks
from macros.written_pages import page as written_pages
from macros.written_pages.contents import Seeker, read_page
from macros.yaml.document import Document
from macros.yaml.files import read_text

_CODE: Final = Path(__file__).parents[2]
_THEME: Final = "macros/frontend/theme"
"""Whose styles and other files a site holds as they are."""
_SETTINGS: Final = "macros/site/mkdocs.yml"
"""What the configuration of every edition inherits."""
BUILT: Final = "site/"
"""Where a fault is said to be when no line of the repository is known to have caused it."""
_REFERS: Final = ("relations", "successor", "routes", "matrix", "springs", "signals", "patterns")
"""The fields whose texts are keys of patterns."""


@dataclass(slots=True)
class Origins:
    """Knows which file every page was made from, and what in it became a link."""

    site: Site
    language: Language
    root: Path
    sources: LinkSources
    _patterns: dict[str, Pattern] = field(default_factory=dict)
    _files: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._patterns = pattern_targets(self.language)
        known = by_number(self.language)
        for entry in self.language.published_urls.entries.values():
            if entry.number in known:
                self._patterns.setdefault(entry.address, known[entry.number])
        self._files = other_targets(self.language)

    def of(self, fault: Fault) -> Place:
        """Return the place that caused a fault.

        The first that holds: the line that moves the address; the link in the file that the page was made from; the
        file of the page that lacks what is looked for; the setting, the line of a template or the module that made
        it. Where none is known it is the built file.
        """
        return next(self._places(fault), Place(f"{BUILT}{fault.path}", fault.link.line))

    def _places(self, fault: Fault) -> Iterator[Place]:
        if fault.page in self.language.redirects.redirects:
            yield self.language.redirects.redirects[fault.page].place
        yield from self._written(fault)
        if fault.rule in ("unlinked-page", "id-twice") or fault.fragment:
            yield from self._lacking(fault)
        yield from self._setting(fault)
        if (self.site.folder / fault.path).is_file():
            html = (self.site.folder / fault.path).read_text("utf-8", "replace")
            if made := self.sources.place(html, fault.path, fault.link):
                yield made
        yield from self._file(fault)

    def _written(self, fault: Fault) -> Iterator[Place]:
        """Yield where a link with this end stands in the file that the page was made from."""
        pattern, path = self._patterns.get(fault.page), self._files.get(fault.page, "")
        aimed = self._patterns.get(fault.target or "")
        if pattern:
            yield from _in_document(pattern.document, fault, aimed)
            if aimed:
                yield from _references(aimed.document, pattern.key)
        elif path in self.language.pages:
            yield from self._in_page(self.language.pages[path], fault, aimed)
        for document in self.language.all_documents():
            if document.path == path:
                yield from _in_document(document, fault, aimed)

    def _in_page(self, page: written_pages.Page, fault: Fault, aimed: Pattern | None) -> Iterator[Place]:
        source = read_page(page.text)
        seeker = Seeker(source)
        there = self.language.pages.get(self._files.get(fault.target or "", ""))
        for _element, address in source.html.addresses:
            start = seeker.offset(address)
            file, _, fragment = address.partition("#")
            ends = there and page.beside(file) == there.path and fragment == fault.fragment
            if ends or address == fault.link.url:
                yield source.place(page, start)
        for link in wikilinks(page.prose) if aimed else ():
            if aimed and link.key == aimed.key and link.section == fault.fragment:
                yield page.place(link.start)
        wanted = {aimed.key if aimed else there.id if there else "", fault.fragment} - {""}
        for call in source.calls:
            given = {argument.text for argument in call.arguments}
            if wanted and wanted <= given:
                yield source.place(page, call.start)

    def _lacking(self, fault: Fault) -> Iterator[Place]:
        """Yield the place in the file of the page that is aimed at: the last that gives this id, or the file."""
        address = fault.target or ""
        if address in self._patterns:
            yield self._patterns[address].document.place()
        elif address in self._files:
            path = self._files[address]
            given = "{#" + fault.fragment + "}"
            file = read_text(self.root / path, self.root)
            if fault.fragment and given in file.text:
                yield file.place(file.text.rindex(given))
            yield Place(path)

    def _setting(self, fault: Fault) -> Iterator[Place]:
        """Yield where a configuration names a style or script by its path in the site."""
        path = (fault.target or "").partition("assets/")
        if path[1]:
            for settings in (*sorted(self.root.glob("mkdocs*.yml")), _CODE / _SETTINGS):
                file = read_text(settings, self.root if settings.is_relative_to(self.root) else _CODE)
                for match in re.finditer(rf"{re.escape(path[1] + path[2])}(?![\w/-])", file.text):
                    yield file.place(match.start())

    def _file(self, fault: Fault) -> Iterator[Place]:
        """Yield where a file of the site that is no page is written: in the theme, or by a module."""
        theme = f"{_THEME}/{fault.path}"
        if fault.link.element == "file" and (_CODE / theme).is_file():
            yield Place(theme, fault.link.line)
        module = self.sources.writers.get(fault.path)
        if module:
            own = _CODE / (module.replace(".", "/") + ".py")
            shared = own.parent.name == "exports"  # the package of all formats
            field_given = rf"\b{re.escape(fault.link.style)}=" if fault.link.style else "(?!)"
            for path in [own] if shared else [own, *sorted(own.parent.glob("**/*.py"))]:
                code = read_text(path, _CODE)
                for match in re.finditer(field_given, code.text):
                    yield code.place(match.start())
            yield Place(own.relative_to(_CODE).as_posix())


def _in_document(document: Document, fault: Fault, aimed: Pattern | None) -> Iterator[Place]:
    for loc, text in document.texts:
        if fault.link.url.startswith("http") and fault.link.url in text:
            yield document.place_within(loc, fault.link.url)
        for link in wikilinks(text) if "[[" in text and aimed else ():
            if aimed and link.key == aimed.key and (not fault.fragment or link.section == fault.fragment):
                yield document.place_within(loc, link.written)
    if aimed:
        yield from _references(document, aimed.key)


def _references(document: Document, key: str) -> Iterator[Place]:
    for loc, text in document.texts:
        if text == key and loc[0] in _REFERS:
            yield document.place(loc)
