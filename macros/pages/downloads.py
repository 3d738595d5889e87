"""What one takes along in one go, as a page shows it: the books with their slides, and how to work with the cards."""

from typing import Final

from markupsafe import Markup

from macros.exports.volumes import Volume, volumes
from macros.language.addresses import POSTER_PAPERS, collection
from macros.model.vocabulary import Route
from macros.pages.file_names import collection_file
from macros.pages.renderer import Renderer
from macros.view.card_uses import card_uses

_ENDINGS: Final = ("pdf", "docx", "odt", "epub", "pptx")
"""Of the files of a book, in the order in which they are offered."""


def book_table(renderer: Renderer) -> Markup:
    """Return every book, the whole language and each route, in each kind of file, with its posters."""
    routes = renderer.language.routes.routes if renderer.language.routes else []
    posters = {paper: f"{renderer.words.poster} {paper.upper()}" for paper in POSTER_PAPERS}
    rows = [_row(renderer, Markup.escape(renderer.words.handbook_of_all), "handbook", posters)]
    rows += [_volume_row(renderer, volume) for volume in volumes(renderer.imprint) if volume.patterns]
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
    cells = [_file(renderer, book, ending, _kind(ending, renderer), title) for ending in _ENDINGS]
    shown = (_file(renderer, f"poster-{name}", "pdf", kind, title) for name, kind in posters.items())
    cells.append(Markup(", ").join(shown))
    told = Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells)
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(title, told)


def _volume_row(renderer: Renderer, volume: Volume) -> Markup:
    """Return the row of a volume: it is a PDF, and below the posters stand its cards."""
    title = renderer.named(volume.chapter, volume.title(renderer.edition))
    book = _file(renderer, volume.name("handbook"), "pdf", _kind("pdf", renderer), title)
    cards = _file(renderer, volume.name("cards"), "pdf", renderer.words.cards.capitalize(), title)
    cells = [book, *[""] * len(_ENDINGS[1:]), cards]
    told = Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells)
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(title, told)


def route_files(renderer: Renderer, route: Route) -> list[Markup]:
    """Return a link to each file of a route: the book in each kind, the slides and the poster."""
    title = renderer.named(route, route.of(renderer.edition).name)
    book = f"route-{route.key}"
    links = [_file(renderer, book, ending, _kind(ending, renderer), title) for ending in _ENDINGS]
    return [*links, _file(renderer, f"poster-{book}", "pdf", renderer.words.poster, title)]


def _kind(ending: str, renderer: Renderer) -> str:
    """Return what a kind of file is called."""
    return {"pdf": "PDF", "docx": "Word", "odt": "ODT", "epub": "EPUB", "pptx": renderer.words.slides}[ending]


def _file(renderer: Renderer, name: str, ending: str, shown: str, title: Markup) -> Markup:
    """Return a link to a file: what kind it is, and for who does not see the row, of what."""
    link = Markup('<a href="{}" download="{}">{}<span class="visually-hidden">: {}</span></a>')
    saved = collection_file(name, renderer.imprint, ending)
    return link.format(renderer.places.to(collection(name, renderer.edition, ending)), saved, shown, title)


def card_use_list(renderer: Renderer) -> Markup:
    """Return the ways of working with the cards in a meeting, as the deck itself says them."""
    return renderer.render("card-uses.html", ways=card_uses(renderer.words))
