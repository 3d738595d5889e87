"""From pages to MkDocs' files, and what happens at each event of a page."""

import logging

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from macros.findings.finding import Place
from macros.model.editions import EDITIONS, ROOTS
from macros.pages.embedded_cards import EmbeddedCard, embedded_cards
from macros.pages.forwards import Forward, forwards
from macros.site.build import Build, build_of
from macros.site.build_messages import LOGGER
from macros.site.template_context import POLICY
from macros.text.wikilinks import Wikilink
from macros.written_pages.html import with_links_replaced

log = logging.getLogger(LOGGER)


def keep_read(files: Files, config: MkDocsConfig) -> None:
    """Leave out the files of docs/ that the check has not seen: MkDocs follows links and takes whatever is there."""
    build = build_of(config)
    for file in [file for file in files if file.src_dir == config.docs_dir]:
        if f"docs/{build.edition}/{file.src_uri}" not in build.language.files:
            files.remove(file)


def add_pages(files: Files, config: MkDocsConfig) -> None:
    """Add the generated pages and the forwarding ones."""
    build = build_of(config)
    build.generated = build.generate(build.language)
    for source, about in build.generated.items():
        files.append(File.generated(config, source, content=about.call))
        if about.draft and build.edition == EDITIONS[0]:  # what the build of another edition says is not shown
            for address in about.addresses.values():
                log.info("Draft: %s", build.settings.url + address)
    home = build.renderer()
    for forward in forwards(home):
        path = static_path(forward.address, build)
        files.append(File.generated(config, path, content=forward_html(forward, build)))
    for card in embedded_cards(home, build.language.patterns.values()):
        files.append(File.generated(config, static_path(card.address, build), content=card_html(card, build)))


def static_path(address: str, build: Build) -> str:
    """Return the path of a page that MkDocs only copies, in the folder of its edition."""
    return address.removeprefix(ROOTS[build.edition]) + "index.html"


def card_html(card: EmbeddedCard, build: Build) -> str:
    """Return the HTML of a card; `mkdocs serve` puts a script into it, and then it has no policy."""
    html = card.html(build.page_renderer(card.address), "" if build.settings.previewed else POLICY)
    return without_marks(html, static_path(card.address, build), build)


def forward_html(forward: Forward, build: Build) -> str:
    """Return a forwarding page as it is to be written."""
    return without_marks(forward.html(build.page_renderer(forward.address)), static_path(forward.address, build), build)


def without_marks(html: str, path: str, build: Build) -> str:
    """Return a page as it is to be written, and note where its links come from.

    Args:
        html: of the page.
        path: its file in the folder of its edition.
        build: of the edition.
    """
    return html if build.sources is None else build.sources.take_out(html, path)


def describe(page: Page, build: Build) -> None:
    """Give a generated page its title, description, date and template; a hand-written one its date."""
    about = build.about(page)
    if about is None:
        page.update_date = str(page.meta.get("revised", ""))
        written = build.written(page)
        page.edit_url = (build.settings.edit_url(Place(written.path)) if written else "") or None
        return
    page.meta.update(title=about.title, description=about.description, template="pattern.html")
    if about.canonical:
        page.canonical_url = build.settings.url + about.canonical
        page.meta["unlisted"] = True
    if about.draft:
        page.meta["unlisted"] = True
    page.update_date = about.revised
    page.edit_url = build.settings.edit_url(about.source) or None


def raise_failure(page: Page, build: Build) -> None:
    """End the build when a macro of the page failed.

    Raises:
        Abort: when the macro refused its arguments, with the file of the page.
        Exception: whatever else went wrong in it.
    """
    failure, build.failure = build.failure, None
    if isinstance(failure, ValueError):
        raise Abort(f"docs/{build.edition}/{page.file.src_uri}: {failure}")
    if failure:
        raise failure


def link_patterns(markdown: str, page: Page, build: Build) -> str:
    """Return a page's Markdown with every [[key]] outside code made into a link."""
    if build.about(page):
        return markdown
    renderer = build.page_renderer(build.address(page))

    def linked(link: Wikilink) -> str:
        known = link.key in build.language.patterns
        return build.macro_html.put(renderer.link(link.key, link.words, link.section)) if known else link.written

    return with_links_replaced(markdown, linked)
