"""One build of one edition. The configuration of MkDocs carries it, in `extra`, to every event, macro and template."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from macros.findings.finding import Finding
from macros.language.language import Language
from macros.linkcheck.link_sources import LinkSources
from macros.model.editions import ROOTS, Edition, others
from macros.pages.generated import generated_pages
from macros.pages.page import Page
from macros.pages.renderer import TEMPLATES, Renderer
from macros.pages.settings import Settings
from macros.site import link_marks
from macros.site.inputs import Inputs
from macros.site.macro_html import MacroHtml
from macros.written_pages import page as written_pages

_KEY: Final = "build"
"""The name in `extra` of the configuration."""


@dataclass(slots=True)
class Build:
    """The state of a build.

    Attributes:
        root: the repository root.
        edition: the edition that is built.
        settings: what its pages say of the site.
        language, findings: as read and checked.
        inputs: what it was read from; None where no exports are made.
        generated: the generated pages, by their source path in the edition's docs folder.
        macro_html: carries the HTML of macros through Markdown.
        sources: where the links of its pages come from; None for pages that are only shown while somebody writes.
        failure: what went wrong in a macro of the page that is being read.
    """

    root: Path
    edition: Edition
    settings: Settings
    language: Language
    findings: list[Finding]
    inputs: Inputs | None = None
    generated: dict[str, Page] = field(default_factory=dict)
    macro_html: MacroHtml = field(default_factory=MacroHtml)
    sources: LinkSources | None = None
    failure: Exception | None = None
    _pages: dict[Edition, tuple[Language, dict[str, str]]] = field(default_factory=dict)

    def pages(self, edition: Edition) -> dict[str, str]:
        """Return the addresses of the hand-written pages of an edition by their `page:` id."""
        language, pages = self._pages.get(edition, (None, {}))
        if language is not self.language:  # every page asks for them
            written = self.language.pages.values()
            pages = {page.id: page.address for page in written if page.edition == edition and page.id}
            self._pages[edition] = self.language, pages
        return pages

    def written(self, page: MkDocsPage) -> written_pages.Page | None:
        """Return the hand-written page that this is, if it is one."""
        return self.language.pages.get(f"docs/{self.edition}/{page.file.src_uri}")

    def about(self, page: MkDocsPage) -> Page | None:
        """Return the generated page that this is, if it is one."""
        return self.generated.get(page.file.src_uri)

    def address(self, page: MkDocsPage) -> str:
        """Return the address of a page from the root of the site."""
        return ROOTS[self.edition] + ("" if page.url == "./" else page.url)

    def counterparts(self, page: MkDocsPage) -> dict[Edition, str]:
        """Return the address of the same page in each other edition that has it."""
        about, written = self.about(page), self.written(page)
        if about:
            return {edition: about.addresses[edition] for edition in others(self.edition)}
        known = {edition: self.pages(edition) for edition in others(self.edition)} if written and written.id else {}
        return {edition: ids[written.id] for edition, ids in known.items() if written and written.id in ids}

    def alternates(self, page: MkDocsPage) -> dict[Edition, str]:
        """Return the address of a page in each edition that has it in its own language; nothing when only this has."""
        about = self.about(page)
        found = about.alternates() if about else {self.edition: self.address(page), **self.counterparts(page)}
        return found if len(found) > 1 and self.edition in found else {}

    def renderer(self) -> Renderer:
        """Return what renders pages as seen from the root of the edition."""
        return self._renderer(self.language, ROOTS[self.edition], TEMPLATES)

    def page_renderer(self, here: str) -> Renderer:
        """Return what renders a page at this address, whose elements name the lines that made them."""
        return self._renderer(self.language, here, TEMPLATES if self.sources is None else link_marks.TEMPLATES)

    def _renderer(self, language: Language, here: str, templates: Environment) -> Renderer:
        return Renderer(language, self.edition, here, self.pages(self.edition), self.settings, templates)

    def generate(self, language: Language) -> dict[str, Page]:
        """Return the generated pages of a language by their source path."""
        return {
            source_of(page): page for page in generated_pages(self._renderer(language, ROOTS[self.edition], TEMPLATES))
        }

    def made_by(self, macro: str) -> dict[tuple[str, ...], Page]:
        """Return the generated pages that a macro makes, by its arguments."""
        return {page.arguments: page for page in self.generated.values() if page.macro == macro}


def source_of(page: Page) -> str:
    """Return the path of the source of a generated page in the docs folder of its edition."""
    return page.address.removeprefix(ROOTS[page.edition]).removesuffix("/") + ".md"


def begin(config: MkDocsConfig, build: Build) -> None:
    """Have a configuration carry a build."""
    config.extra[_KEY] = build
    config.markdown_extensions.append(build.macro_html)  # type: ignore[arg-type]  # Markdown takes instances too


def build_of(config: MkDocsConfig) -> Build:
    """Return the build that a configuration carries."""
    build = config.extra[_KEY]
    if not isinstance(build, Build):
        raise TypeError("this configuration carries no build")
    return build
