"""The books to take along, as a page shows them."""

from typing import Final

from markupsafe import Markup

from macros.language.addresses import collection
from macros.pages.renderer import Renderer

_KINDS: Final = {"pdf": "PDF", "docx": "Word", "epub": "EPUB"}


def book_table(renderer: Renderer) -> Markup:
    """Return every book, the whole language and each route, in each kind of file."""
    routes = renderer.language.routes.routes if renderer.language.routes else []
    books = {"handbook": Markup.escape(renderer.words.site_name)} | {
        f"route-{route.key}": renderer.named(route, route.of(renderer.edition).name) for route in routes
    }
    row = Markup('<tr><th scope="row">{}</th>{}</tr>')
    cell = Markup('<td><a href="{}" download>{}<span class="visually-hidden">: {}</span></a></td>')
    rows = [
        row.format(
            title,
            Markup("").join(
                cell.format(renderer.places.to(collection(name, renderer.edition, ending)), kind, title)
                for ending, kind in _KINDS.items()
            ),
        )
        for name, title in books.items()
    ]
    return Markup('<table class="books"><tbody>{}</tbody></table>').format(Markup("").join(rows))
