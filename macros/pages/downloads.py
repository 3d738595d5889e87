"""What one takes along in one go, as a page shows it: the books, and how to work with the cards."""

from typing import Final

from markupsafe import Markup

from macros.language.addresses import POSTER_PAPERS, collection
from macros.pages.file_names import collection_file
from macros.pages.renderer import Renderer
from macros.pages.report_panel import imprint_of
from macros.view.card_uses import card_uses

_KINDS: Final = {"pdf": "PDF", "docx": "Word", "odt": "ODT", "epub": "EPUB"}


def book_table(renderer: Renderer) -> Markup:
    """Return every book, the whole language and each route, in each kind of file, with its posters."""
    routes = renderer.language.routes.routes if renderer.language.routes else []
    posters = {paper: f"{renderer.words.poster} {paper.upper()}" for paper in POSTER_PAPERS}
    rows = [_row(renderer, Markup.escape(renderer.words.site_name), "handbook", posters)]
    rows += [
        _row(
            renderer,
            renderer.named(route, route.of(renderer.edition).name),
            f"route-{route.key}",
            {f"route-{route.key}": renderer.words.poster},
        )
        for route in routes
    ]
    return Markup('<table class="books"><tbody>{}</tbody></table>').format(Markup("").join(rows))


def _row(renderer: Renderer, title: Markup, book: str, posters: dict[str, str]) -> Markup:
    """Return the row of a book.

    Args:
        renderer: of the page.
        title: of the book, as HTML.
        book: the name of its files.
        posters: the names of the files of its posters, with what each is called.
    """
    link = Markup('<a href="{}" download="{}">{}<span class="visually-hidden">: {}</span></a>')

    def to(name: str, ending: str, shown: str) -> Markup:
        saved = collection_file(name, imprint_of(renderer), ending)
        return link.format(renderer.places.to(collection(name, renderer.edition, ending)), saved, shown, title)

    cells = [to(book, ending, kind) for ending, kind in _KINDS.items()]
    cells.append(Markup(", ").join(to(f"poster-{name}", "pdf", shown) for name, shown in posters.items()))
    told = Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells)
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(title, told)


def card_use_list(renderer: Renderer) -> Markup:
    """Return the ways of working with the cards in a meeting, as the deck itself says them."""
    return renderer.render("card-uses.html", ways=card_uses(renderer.words))
