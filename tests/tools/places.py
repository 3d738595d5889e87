"""One page of every kind, in both editions: what is measured, and what tests of the whole site go through."""

from pathlib import Path
from typing import Final

from macros.language.address_targets import earlier_texts
from macros.language.addresses import (
    case_address,
    chapter_address,
    embedded_card,
    pattern_address,
    permalink,
    route_address,
    stagnation_address,
    version_address,
)
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.language.reading import read_language
from macros.model.editions import EDITIONS

MISSING: Final = "nothing-is-here/"
_LANGUAGE: Final = read_language(Path(__file__).parents[2]).language
_SHORT, _FULL = "cut-the-knot", "no-one-says-no"


def _longest(language: Language) -> Pattern:
    """Return the pattern with the longest text."""
    return max(language.published(), key=lambda pattern: len(pattern.document.text))


def _most_linked(language: Language) -> Pattern:
    """Return the pattern that most others have to do with."""
    return max(
        language.published(), key=lambda pattern: len(language.ties(pattern.key)) + len(language.mentions(pattern.key))
    )


def _kinds() -> dict[str, str]:
    """Return the address of a page of every kind, by its kind and edition."""
    words, routes = _LANGUAGE.vocabulary, _LANGUAGE.routes
    if not (words and routes):
        raise ValueError("the language has no chapters or no routes; `python -m macros check` tells why")
    kinds = {f"{page.id} {page.edition}": page.address for page in _LANGUAGE.pages.values()}
    earlier = [text for pattern in _LANGUAGE.patterns.values() for text in earlier_texts(_LANGUAGE, pattern)]
    for edition in EDITIONS:
        kinds |= {
            f"full pattern {edition}": pattern_address(_LANGUAGE.patterns[_FULL], edition),
            f"short pattern {edition}": pattern_address(_LANGUAGE.patterns[_SHORT], edition),
            f"long pattern {edition}": pattern_address(_longest(_LANGUAGE), edition),
            f"linked pattern {edition}": pattern_address(_most_linked(_LANGUAGE), edition),
            f"chapter {edition}": chapter_address(words.chapters[0], edition),
            f"stagnation {edition}": stagnation_address(words.stagnations[0], edition),
            f"case {edition}": case_address(next(iter(_LANGUAGE.cases.values())), edition),
            f"route {edition}": route_address(routes.routes[0], edition),
        }
        own = next((text for text in earlier if text.edition == edition and text.sections), None)
        if own:
            kinds[f"kept text {edition}"] = version_address(own.number, own.text_date, edition)
    return kinds | {"missing page": MISSING}


KINDS: Final = dict(sorted(_kinds().items()))

PERMALINKS: Final = {f"permalink {edition}": permalink(_LANGUAGE.patterns[_FULL].id, edition) for edition in EDITIONS}
"""These lead on to a page; they are none themselves."""

CARDS: Final = {f"card {edition}": embedded_card(_LANGUAGE.patterns[_FULL].id, edition) for edition in EDITIONS}
"""These are shown within pages of other sites, without menus."""

UNLISTED: Final = {"missing page"}
"""What search engines are asked to leave out."""
