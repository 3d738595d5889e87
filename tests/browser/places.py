"""One page of every kind, in both editions: what tests of the whole site go through."""

from pathlib import Path
from typing import Final

from macros.core.addresses import chapter_address, pattern_address, route_address, stagnation_address
from macros.core.checks import check
from macros.core.editions import EDITIONS

MISSING: Final = "nothing-is-here/"
_LANGUAGE: Final = check(Path(__file__).parents[2]).language
_SHORT, _FULL = "cut-the-knot", "no-one-says-no"


def _kinds() -> dict[str, str]:
    """Return the address of a page of every kind, by its kind and edition."""
    words, routes = _LANGUAGE.vocabulary, _LANGUAGE.routes
    assert words
    assert routes
    kinds = {f"{page.id} {page.edition}": page.address for page in _LANGUAGE.pages.values()}
    for edition in EDITIONS:
        kinds |= {
            f"full pattern {edition}": pattern_address(_LANGUAGE.patterns[_FULL], edition),
            f"short pattern {edition}": pattern_address(_LANGUAGE.patterns[_SHORT], edition),
            f"chapter {edition}": chapter_address(words.chapters[0], edition),
            f"stagnation {edition}": stagnation_address(words.stagnations[0], edition),
            f"route {edition}": route_address(routes.routes[0], edition),
        }
    return kinds | {"missing page": MISSING}


KINDS: Final = dict(sorted(_kinds().items()))
