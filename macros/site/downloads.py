"""What the site tells of the exports: machines in a page's head, people by links to the files beside the pages."""

from pathlib import Path
from typing import Any, Final

from markupsafe import Markup

from macros.exports.imprint import Imprint
from macros.exports.metadata import linked_data, metadata
from macros.language.addresses import collection, data, feed
from macros.language.pattern import Pattern
from macros.site import build as builds
from macros.site.build import page_at_hand

_KINDS: Final = {"pdf": "PDF", "docx": "Word", "epub": "EPUB"}


def cited(pattern: Pattern) -> dict[str, Any]:
    """Return what the head of a pattern's page says of it: `metadata`, names with contents, and `linked_data`."""
    build = builds.current()
    imprint = Imprint(build.language, build.edition, build.site_url, build.publisher.name)
    return {
        "metadata": metadata(pattern, imprint),
        "linked_data": Markup(linked_data(pattern, imprint)),  # noqa: S704 - nothing in it can close its element
    }


def make_downloads(destination: str) -> None:
    """Write every export of the build at hand into the folder its pages were built in."""
    from macros.exports.make import make_exports  # what makes PDF and Word takes a while to load

    build = builds.current()
    publisher = build.publisher.name
    make_exports(build.language, build.edition, Path(destination), build.site_url, publisher)


def data_link(name: str) -> str:
    """A link to a file of the data: `data_link("patterns")`."""
    return _link(data(name), Markup("<code>{}.json</code>").format(name))


def download_link(name: str, ending: str, shown: str) -> str:
    """A link to many patterns in one file: `download_link("citations", "bib", "BibTeX")`."""
    return _link(collection(name, builds.current().edition, ending), shown, download=True)


def feed_link(shown: str) -> str:
    """A link to the feed of new and revised patterns."""
    return _link(feed(builds.current().edition), shown)


def book_table() -> str:
    """Every book to take along, the whole language and each route, in each kind of file."""
    build, renderer = page_at_hand()
    routes = build.language.routes.routes if build.language.routes else []
    books = {"handbook": Markup.escape(renderer.words.site_name)} | {
        f"route-{route.key}": renderer.named(route, route.of(build.edition).name) for route in routes
    }
    row = Markup('<tr><th scope="row">{}</th>{}</tr>')
    cell = Markup('<td><a href="{}" download>{}<span class="visually-hidden">: {}</span></a></td>')
    rows = [
        row.format(
            title,
            Markup("").join(
                cell.format(renderer.places.to(collection(name, build.edition, ending)), kind, title)
                for ending, kind in _KINDS.items()
            ),
        )
        for name, title in books.items()
    ]
    return build.put(Markup('<table class="books"><tbody>{}</tbody></table>').format(Markup("").join(rows)))


def _link(address: str, shown: str, *, download: bool = False) -> str:
    build, renderer = page_at_hand()
    html = Markup('<a href="{}"{}>{}</a>')
    return build.put(html.format(renderer.places.to(address), Markup(" download") if download else "", shown))


MACROS: Final = (book_table, data_link, download_link, feed_link)
