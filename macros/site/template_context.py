"""What surrounds the text of a page: the menus, the same page in the other edition, where search is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from macros.language.addresses import relative, search_file
from macros.model.editions import LOCALES, ROOTS, Edition, language_name, others
from macros.site.build import Build, build_of
from macros.view.labels import Labels

POLICY: Final = (
    "default-src 'none'; "
    "script-src 'self'; "
    "style-src 'self'; "
    "img-src 'self'; "
    "connect-src 'self'; "
    "base-uri 'none'; "
    "form-action 'none'"
)
"""What a page may load and run: files of this site, and nothing that stands in the page itself."""

_WAYS_ON: Final = ["situations", "patterns"]
"""The `page:` ids of the pages that the 404 leads to."""

Way = Callable[[str], str]
"""From an address of the site to what stands in a link to it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a menu.

    Attributes:
        current: what `aria-current` says: "page" on the page itself, "true" on one that lies below it, or nothing.
    """

    label: str
    href: str
    current: str = ""


@dataclass(frozen=True, slots=True)
class Switch:
    """The way to another edition.

    Attributes:
        edition: where it leads.
        href: the same page there, or its home page.
    """

    edition: Edition
    href: str

    @property
    def label(self) -> str:
        """The name of its language, in that language."""
        return language_name(self.edition, self.edition)


def menu(build: Build, ids: list[str], edition: Edition, way: Way, here: str | None = None) -> list[Entry]:
    """Return the entries of a menu, named by the titles of their pages; a page that does not exist is left out.

    Args:
        build: knows the pages.
        ids: the `page:` ids.
        edition: the edition whose pages they are.
        way: makes the links.
        here: the address of the page that carries the menu, if it has one.
    """
    pages = {page.id: page for page in build.language.pages.values() if page.edition == edition}
    entries = []
    for page in (pages[page_id] for page_id in ids if page_id in pages):
        within = here is not None and here.startswith(page.address)
        current = "page" if here == page.address else "true" if within else ""
        entries.append(Entry(page.title, way(page.address), current))
    return entries


def around_page(page: Page, config: MkDocsConfig) -> dict[str, Any]:
    """Return what the templates need around a page."""
    build = build_of(config)
    here = build.address(page)
    there = build.counterparts(page)
    return _around(config, lambda address: relative(here, address), here, there) | {
        "alternates": alternates_of(page, build),
        "about": build.about(page),
    }


def around_missing(config: MkDocsConfig) -> dict[str, Any]:
    """Return what the template of the 404 needs, whose links hold from any address: every edition, its own first."""
    build = build_of(config)
    base = urlsplit(build.settings.url).path

    def way(address: str) -> str:
        return base + address

    return _around(config, way, None, {}) | {
        "missing": {
            edition: {
                "words": Labels(edition),
                "home": way(ROOTS[edition]),
                "search": way(build.pages(edition)["search"]) if "search" in build.pages(edition) else "",
                "index": way(search_file("index", edition)),
                "ways": menu(build, _WAYS_ON, edition, way),
            }
            for edition in (build.edition, *others(build.edition))
        },
    }


def policy(*, served: bool) -> dict[str, str]:
    """Return the Content-Security-Policy; `mkdocs serve` puts a script into the page, and has none."""
    return {"policy": "" if served else POLICY}


def _around(config: MkDocsConfig, way: Way, here: str | None, there: dict[Edition, str]) -> dict[str, Any]:
    """Return what the templates need around any page.

    Args:
        config: of MkDocs.
        way: makes the links.
        here: the address of the page, if it has one.
        there: the address of the same page in each other edition that has it.
    """
    build = build_of(config)
    edition = build.edition
    pages = build.pages(edition)
    return {
        "edition": edition,
        "words": Labels(edition),
        "locale": LOCALES[edition].replace("-", "_"),
        "home": way(ROOTS[edition]),
        "menu": menu(build, config.extra["menu"], edition, way, here),
        "footer_menu": menu(build, config.extra["footer_menu"], edition, way, here),
        "switches": [Switch(one, way(there.get(one, ROOTS[one]))) for one in others(edition)],
        "bundle": way(pages["bundle"]) if "bundle" in pages else "",
        "search": way(pages["search"]) if "search" in pages else "",
        "search_index": way(search_file("index", edition)),
        "root": way(""),
        "publisher": build.settings.publisher,
    }


def alternates_of(page: Page, build: Build) -> dict[str, str]:
    """Return the whole address of a page in each edition that has it in its own language, for hreflang and sitemap."""
    return {edition: build.settings.url + address for edition, address in build.alternates(page).items()}
