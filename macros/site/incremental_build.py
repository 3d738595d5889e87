"""One edition, built whole once, of which single pages are built again in a moment.

MkDocs has no public way to build one page: `_populate_page` reads it and `_build_page` writes it, events included.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.pages import page as pages
from macros.pages.embedded_cards import embedded_cards
from macros.pages.forwards import pattern_forwards
from macros.site import fetched_files
from macros.site.build import Build
from macros.site.change_impact import Impact, impact_of, pages_with_other_likes
from macros.site.page_events import card_html, forward_html, static_path


@dataclass
class EditionPages:
    """One edition as it was last built.

    Attributes:
        build: its state for the macros.
        config, files, nav, env: what MkDocs builds it with, once it has read every page.
    """

    build: Build
    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    _contents: dict[File, str] = field(init=False)
    _behind: "_Behind | None" = None

    def __post_init__(self) -> None:
        self._contents = {file: self._shown(file) for file in self.files if file.page}

    def asset(self, path: Path) -> File | None:
        """Return the file of the site that is a plain copy of this one, if there is one."""
        return next((file for file in self.files if file.abs_src_path == str(path) and file.page is None), None)

    def page(self, path: Path) -> File | None:
        """Return the hand-written page with this source."""
        return next((file for file in self.files if file.abs_src_path == str(path) and file.page), None)

    def same_pages(self, language: Language) -> dict[str, pages.Page] | None:
        """Return the generated pages of a newer language, or None when the pages are no longer these.

        A page's name, address and chapter stand on other pages, in its lists and menus: whoever changes them changes
        many. So does whoever publishes a draft, of which no list and no permalink knew.
        """
        new, old = self.build.generate(language), self.build.generated
        if new.keys() != old.keys() or any(_shown_elsewhere(new[one]) != _shown_elsewhere(old[one]) for one in new):
            return None
        return new

    def refresh_own(
        self, language: Language, new: dict[str, pages.Page], changed: Iterable[str], written: list[File]
    ) -> int:
        """Build again the pages of what was written; the others are behind until `refresh_others`.

        Args:
            language: the newer language.
            new: its generated pages, from `same_pages`.
            changed: the keys of the patterns whose files were written.
            written: the hand-written pages that were.

        Returns:
            How many pages were written again.
        """
        before, self.build.language, self.build.generated = self.build.language, language, new
        keys = set(changed)
        behind = self._behind = self._behind or _Behind(before)
        behind.reach = max([behind.reach, *(impact_of(key, before, language) for key in keys)])
        own = [file for pattern, file in self._patterns() if pattern.key in keys]
        behind.own |= set(own)
        behind.newest = set(own)
        behind.contents += [self._contents[file] for file in own]
        for file in (*own, *written):
            self._read(file)
            self._write(file)
        behind.contents += [self._contents[file] for file in own]
        home, patterns = self.build.renderer(), [language.patterns[key] for key in keys]
        copied = {one.address: forward_html(one, self.build) for one in pattern_forwards(home, patterns)}
        copied |= {one.address: card_html(one, self.build) for one in embedded_cards(home, patterns)}
        for address, html in copied.items():
            copy = self.files.get_file_from_path(static_path(address, self.build))
            if copy:
                copy.content_string = html
                copy.copy_file()
        return len(own) + len(written)

    def refresh_others(self, stop: Callable[[], bool]) -> bool:
        """Build again the pages that show something of what `refresh_own` has built, and what searching needs.

        Args:
            stop: whether to leave the rest to the next call.

        Returns:
            Whether a page has become another one.
        """
        behind, language = self._behind, self.build.language
        if behind is None:
            return False
        others = self._depending(behind)
        if behind.reach is Impact.EVERYWHERE:
            behind.alike |= pages_with_other_likes(behind.language, language)
            behind.language = language
            others |= {file for pattern, file in self._patterns() if pattern.key in behind.alike}
        differing = False
        for file in self.files:
            if file not in others or file in behind.newest:
                continue
            if stop():
                return differing
            # Most of them show nothing of what has changed.
            if self._read(file):
                self._write(file)
                differing = True
        if not stop():
            fetched_files.write_fetched_files(self.build, self.config.site_dir)
            self._behind = None
        return differing

    def _patterns(self) -> Iterator[tuple[Pattern, File]]:
        """Yield every pattern that has a page, with that page's file."""
        for source, about in self.build.generated.items():
            if about.pattern:
                yield about.pattern, self.files.src_uris[source]

    def _depending(self, behind: "_Behind") -> set[File]:
        """Return the pages that may show something of patterns that were written.

        A page that shows something of a pattern links to it (lists, relations, mentions), and a pattern that it links
        to shows from where. Chapters and hand-written pages may count or sort without a link. An earlier text of a
        pattern is compared with the whole of today's.
        """
        ends = {file: f"{PurePosixPath(file.url).name}/" for _pattern, file in self._patterns()}
        linking = {file for file, content in self._contents.items() if any(ends[one] in content for one in behind.own)}
        if behind.reach is Impact.OWN:
            earlier = {path for path, page in self.build.generated.items() if page.macro == "version_page"}
            return {file for file in linking if file.src_uri in earlier}
        if behind.reach is Impact.LINKING:
            return linking
        linked = {file for file, end in ends.items() if any(end in content for content in behind.contents)}
        return linked | linking | (self._contents.keys() - ends.keys())

    def _read(self, file: File) -> bool:
        """Make the content of a page again and return whether it has become another."""
        _populate_page(_page(file), self.config, self.files)
        shown = self._shown(file)
        before, self._contents[file] = self._contents[file], shown
        return shown != before

    def _shown(self, file: File) -> str:
        """Return what a page shows that has been read and not yet written."""
        return _page(file).content or ""

    def _write(self, file: File) -> None:
        """Write a page."""
        _build_page(_page(file), self.config, self.files.documentation_pages(), self.nav, self.env)


@dataclass
class _Behind:
    """What was written since the last time that every page was brought along.

    Attributes:
        language: as it was when the other pages were last compared with it.
        reach: how far the changes can be seen.
        own: the pages of the patterns that were written.
        newest: those of them that were built from the newest language; an earlier one may show a later edit.
        contents: what these pages held and hold.
        alike: the keys of the patterns whose page names others as like them than it did.
    """

    language: Language
    reach: Impact = Impact.OWN
    own: set[File] = field(default_factory=set)
    newest: set[File] = field(default_factory=set)
    contents: list[str] = field(default_factory=list)
    alike: set[str] = field(default_factory=set)


def _shown_elsewhere(page: pages.Page) -> tuple[str, bool, str]:
    return page.title, page.draft, page.pattern.chapter if page.pattern else ""


def _page(file: File) -> Page:
    if file.page is None:
        raise LookupError(f"{file.src_uri} is not a page")
    return file.page
