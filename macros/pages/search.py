"""The field to search with, and the page of results, which a script fills."""

from markupsafe import Markup

from macros.language.addresses import search_file, search_page
from macros.pages.renderer import Renderer


def search_field(renderer: Renderer) -> Markup:
    """Return the field that leads to the results; nothing where the edition has no page for them."""
    return (
        renderer.render("search-field.html", **_addresses(renderer)) if renderer.places.has_page("search") else Markup()
    )


def search_results(renderer: Renderer) -> Markup:
    """Return the field with the place of the results; without scripts the ways to go instead."""
    places = renderer.places
    ways = {f"to_{page}": places.page_if_there(page) for page in ("situations", "patterns")}
    return renderer.render("search-results.html", **_addresses(renderer), **ways)


def _addresses(renderer: Renderer) -> dict[str, str | bool]:
    address = search_page(renderer.edition)
    return {
        "to_search": renderer.places.to(address),
        "to_index": renderer.places.to(search_file("index", renderer.edition)),
        "to_root": renderer.places.to(""),
        "here": renderer.places.here == address,
    }
