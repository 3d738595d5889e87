"""What happens at each event of a MkDocs build."""

import logging
import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from macros.checks import examine
from macros.findings.finding import Finding, Severity
from macros.findings.messages import language_of
from macros.findings.report import sentence
from macros.language.address_targets import edition_in, former_addresses
from macros.language.addresses import case_address, former_case_address
from macros.language.pattern import Pattern
from macros.language.reading import Memory, Reading, read_language
from macros.model.editions import EDITIONS, ROOTS, Edition
from macros.pages.renderer import Renderer
from macros.site import assets
from macros.site import build as builds
from macros.site.cleaning import clean
from macros.site.generated_pages import subjects
from macros.site.publisher import publisher_from
from macros.site.site_url import root_url
from macros.text.wikilinks import WIKILINK
from macros.written_pages.html import CODE

log = logging.getLogger("mkdocs.samenwerkpatronen")
_UNSEARCHED = re.compile("<!--search:off-->(.*?)<!--search:on-->", re.DOTALL)
_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.INFO, Severity.NOTICE: logging.INFO}
"""A finding that does not fail the check may not fail a strict build either, which counts warnings."""


class GeneratedPage(Page):
    """A page that no one wrote: its source is one macro and the mark that this returns, with no Markdown in it."""

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs calls it so
        """Take the source as the content."""
        self.content = self.markdown


def edition_of(config: MkDocsConfig) -> Edition:
    """Return the edition that a configuration builds."""
    return next((edition for edition in EDITIONS if edition == config.extra["edition"]), EDITIONS[0])


def read(root: Path, memory: Memory | None = None) -> Reading:
    """Read and check the language for someone who is still writing, and tell what was found."""
    reading = read_language(root, memory)
    examine(reading, root)
    tell(reading.findings)
    return reading


def tell(findings: Iterable[Finding]) -> None:
    """Tell what was found."""
    language = language_of(os.environ)
    for finding in findings:
        said = sentence(finding, language)
        log.log(_LEVELS[finding.severity], "%s: %s [%s]", finding.place, said, finding.rule)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Return whether one finding or more is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def refuse_errors(reading: Reading) -> None:
    """Refuse to build what is wrong.

    Raises:
        Abort: when one finding or more is an error.
    """
    if has_errors(reading.findings):
        raise Abort("The patterns have findings; nothing was built.")


def configure(config: MkDocsConfig, reading: Reading, *, previewed: bool = False) -> MkDocsConfig:
    """Begin a build with the language as it was read; a build with an error in it does not exist.

    Args:
        config: of the edition.
        reading: what was read and found.
        previewed: whether the site is only for reading on this machine, without the files that a real build makes.

    Raises:
        Abort: when a finding is an error, or `site_url` or the publisher's contact is no address.
    """
    root = Path(config.config_file_path).parent
    edition = edition_of(config)
    try:
        site_url = root_url(config.site_url)
        publisher = publisher_from(config.extra["publisher"])
    except ValueError as error:
        raise Abort(str(error)) from None
    # The setting is the root of the whole site in both editions: nothing is cut from it, whatever its letters are.
    config.site_url = site_url + ROOTS[edition]
    repository = (config.repo_url or "").removesuffix("/")
    refuse_errors(reading)
    if not previewed:
        # The check of the whole site finds these too, and names the line.
        config.validation.links.not_found = config.validation.links.anchors = logging.DEBUG
    build = builds.begin(root, edition, site_url, f"{repository}/edit/main/" if repository else "", reading)
    build.repository = repository
    build.publisher = publisher
    build.previewed = previewed
    return config


def keep_read(files: Files, config: MkDocsConfig) -> None:
    """Leave out the files of docs/ that the check has not seen: MkDocs follows links and takes whatever is there."""
    build = builds.current()
    for file in [file for file in files if file.src_dir == config.docs_dir]:
        if f"docs/{build.edition}/{file.src_uri}" not in build.language.files:
            files.remove(file)


def add_pages(files: Files, config: MkDocsConfig) -> None:
    """Add the generated pages and the forwarding ones."""
    build = builds.current()
    here = Renderer(build.language, build.edition, ROOTS[build.edition], build.pages(build.edition))
    for subject in subjects(build.language, build.edition, here):
        build.subjects[subject.source] = subject
        file = File.generated(config, subject.source, content=f"{{{{ {subject.macro}() }}}}")
        GeneratedPage(None, file, config)  # the file keeps it
        files.append(file)
    for path, html in chain(
        forwards(build, here, build.language.patterns.values()), case_forwards(build, here), moved(build, here)
    ):
        files.append(File.generated(config, path, content=html))
    # The source of every pattern's page is the same: one template, which would be compiled for each.
    templates: Any = config.plugins["macros"]
    templates.env.from_string = cache(templates.env.from_string)
    build.theme_files = assets.keep_used(files, build.edition, build.root / "macros/frontend/theme")
    build.search_worker = next(iter(build.theme_files))


def open_page(page: Page) -> None:
    """Begin a page: links in it are made as seen from its address."""
    build = builds.current()
    build.open_page(page.file.src_uri, ROOTS[build.edition] + ("" if page.url == "./" else page.url))


def describe(page: Page) -> None:
    """Give a generated page its title, description, date and template; a hand-written one its date."""
    build = builds.current()
    subject = build.subjects.get(page.file.src_uri)
    if subject is None:
        page.update_date = str(page.meta.get("revised", ""))
        written = build.written(page.file.src_uri)
        page.edit_url = build.edit_base + written.path if written and build.edit_base else None
        return
    page.meta.update(title=subject.title, description=subject.description, template="pattern.html")
    if subject.pattern:
        page.meta["search"] = {"exclude": True}  # `search` has its words
    if subject.stands_for:
        page.canonical_url = build.site_url + subject.stands_for
        page.meta.update(search={"exclude": True}, earlier=True)
    page.update_date = subject.revised or max(
        build.language.text_date(pattern, build.edition).day.isoformat() for pattern in build.language.published()
    )
    page.edit_url = build.edit_base + subject.file if build.edit_base else None


def link_patterns(markdown: str) -> str:
    """Return a page's Markdown with every [[key]] outside code made into a link."""
    build = builds.current()
    renderer = build.renderer
    assert renderer is not None  # noqa: S101 - open_page comes first

    def linked(match: Any) -> str:
        key, section, words = ((group or "").strip() for group in match.groups())
        return build.put(renderer.link(key, words, section)) if key in build.language.patterns else match.group()

    return "".join(part if part.startswith("`") else WIKILINK.sub(linked, part) for part in CODE.split(markdown))


def fill_slots(html: str, page: Page) -> str:
    """Return what search is to read of the page, its marks replaced; all that it shows is kept until `show`.

    Search reads tag by tag, which takes longer than to make a page: it gets no pattern, whose words `search` adds.
    """
    build = builds.current()
    subject = build.subjects.get(page.file.src_uri)
    html = build.slots.fill(html if subject else clean(html))
    searched = "" if subject and subject.pattern else _UNSEARCHED.sub("", html)
    build.shown[page.file.src_uri] = _UNSEARCHED.sub(r"\1", html) if searched else html
    return searched


def show(page: Page) -> None:
    """Let the page hold what it shows, once search has read it."""
    page.content = builds.current().shown.pop(page.file.src_uri)


def forwards(build: builds.Build, renderer: Renderer, patterns: Iterable[Pattern]) -> Iterator[tuple[str, str]]:
    """Yield path and HTML of the forwarding pages of patterns: permalinks and former addresses."""
    for pattern in patterns:
        if pattern.fields.status != "draft":
            for old in former_addresses(build.language, pattern, build.edition):
                yield _file(old, build.edition), renderer.forward(pattern, old, build.site_url)


def case_forwards(build: builds.Build, renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield path and HTML of the forwarding pages at the former addresses of cases."""
    for case in build.language.cases.values():
        for alias in case.text(build.edition).aliases:
            old = former_case_address(alias, build.edition)
            yield _file(old, build.edition), renderer.moved(old, case_address(case, build.edition), build.site_url)


def moved(build: builds.Build, renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield path and HTML of the forwarding pages of pages that moved."""
    redirects = build.language.redirects
    for old in redirects.redirects:
        if edition_in(old) == build.edition:
            yield _file(old, build.edition), renderer.moved(old, redirects.end(old), build.site_url)


def _file(address: str, edition: Edition) -> str:
    return address.removeprefix(ROOTS[edition]) + "index.html"
