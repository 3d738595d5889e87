"""One build of one edition: what was read, and what the page at hand needs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from macros.findings.finding import Finding
from macros.language.language import Language
from macros.language.reading import Reading
from macros.model.editions import Edition, others
from macros.pages.renderer import Renderer
from macros.site.generated_pages import Subject
from macros.site.publisher import Publisher
from macros.site.slots import Slots
from macros.written_pages.page import Page


@dataclass(slots=True)
class Build:
    """The state of a build.

    Attributes:
        root: the repository root.
        edition: the edition that is built.
        site_url: the address of the root of the whole site, with a closing slash.
        edit_base: where a file of the repository can be edited, before its path; empty for no links.
        language, findings: as read and checked.
        repository: the address of the repository, without a closing slash; empty for none.
        publisher: who publishes the site and how to reach them.
        previewed: whether it is only for reading on this machine, without the files that a real build makes.
        subjects: what a generated page is about, by its source path in the edition's docs folder.
        theme_files: what the site has of Material, by its address in this edition.
        search_worker: the address of the script that searches, in this edition.
        source, renderer, slots: of the page at hand; its source path as in `subjects`.
        shown: what a page shows, by its source path, as long as it holds only what search reads of it.
    """

    root: Path
    edition: Edition
    site_url: str
    edit_base: str
    language: Language
    findings: list[Finding]
    repository: str = ""
    publisher: Publisher = field(default_factory=Publisher)
    previewed: bool = False
    subjects: dict[str, Subject] = field(default_factory=dict)
    theme_files: dict[str, Path] = field(default_factory=dict)
    search_worker: str = ""
    source: str = ""
    renderer: Renderer | None = None
    slots: Slots = field(default_factory=Slots)
    shown: dict[str, str] = field(default_factory=dict)

    def pages(self, edition: Edition) -> dict[str, str]:
        """Return the addresses of the hand-written pages of an edition by their `page:` id."""
        return {page.id: page.address for page in self.language.pages.values() if page.edition == edition and page.id}

    def written(self, source: str) -> Page | None:
        """Return the hand-written page with this source path in the edition's docs folder."""
        return self.language.pages.get(f"docs/{self.edition}/{source}")

    def counterparts(self, source: str) -> dict[Edition, str]:
        """Return the address of the same page in each other edition that has it."""
        subject, page = self.subjects.get(source), self.written(source)
        if subject is not None:
            return {edition: subject.address(edition) for edition in others(self.edition)}
        pages = {edition: self.pages(edition) for edition in others(self.edition)} if page and page.id else {}
        return {edition: known[page.id] for edition, known in pages.items() if page and page.id in known}

    def open_page(self, source: str, address: str) -> None:
        """Begin a page: everything until the next one is rendered as seen from its address."""
        self.source = source
        self.slots = Slots()
        self.renderer = Renderer(self.language, self.edition, address, self.pages(self.edition))

    def put(self, html: str) -> str:
        """Return the mark that stands for this HTML until the page's Markdown has run."""
        return self.slots.put(html)


_current: list[Build] = []


def begin(root: Path, edition: Edition, site_url: str, edit_base: str, reading: Reading) -> Build:
    """Begin a build of the language as it was read; the macros find it through `current`."""
    build = Build(root, edition, site_url, edit_base, reading.language, reading.findings)
    resume(build)
    return build


def resume(build: Build) -> None:
    """Take a build up again, to make single pages of it anew."""
    _current[:] = [build]


@contextmanager
def set_aside() -> Iterator[None]:
    """Put the build at hand aside for one of another edition, and take it up again."""
    before = list(_current)
    try:
        yield
    finally:
        _current[:] = before


def current() -> Build:
    """Return the build at hand."""
    return _current[0]


def page_at_hand() -> tuple[Build, Renderer]:
    """Return the build and the renderer of the page whose macros run."""
    build = current()
    if build.renderer is None:
        raise RuntimeError("a macro was called outside a page")
    return build, build.renderer


def subject_at_hand() -> Subject:
    """Return what the generated page is about whose macros run."""
    build = current()
    subject = build.subjects.get(build.source)
    if not isinstance(subject, Subject):
        raise TypeError("this page is not a generated one")
    return subject
