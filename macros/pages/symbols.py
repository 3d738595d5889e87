"""The symbols that pictures are composed of, for the page for who draws."""

from markupsafe import Markup

from macros.pages.renderer import Renderer
from macros.pictures.symbols import centred
from macros.pictures.variants import inline


def symbol_list(renderer: Renderer) -> Markup:
    """Return every symbol with its name, by the groups of the file."""
    symbols = renderer.language.pictures.symbols
    rows = [(name, Markup(inline(centred(symbols, name)))) for name in symbols.shapes]  # noqa: S704 - checked values
    return renderer.render("symbols.html", rows=rows)
