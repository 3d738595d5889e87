"""Where collaboration gets stuck, as pages: the matrix of stagnation and level, and a page for each stagnation."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from markupsafe import Markup

from macros.language.addresses import stagnation_address
from macros.model.editions import EDITIONS
from macros.model.situations import Cell, Signal
from macros.model.translated import ByEdition
from macros.model.vocabulary import Term
from macros.pages.page import Page, own_languages
from macros.pages.renderer import Renderer


def stagnation_matrix(renderer: Renderer) -> Markup:
    """Return the matrix of stagnation and level."""
    rows = [(stagnation, _cells(renderer, stagnation)) for stagnation in _stagnations(renderer)]
    return _render(renderer, "situation-matrix.html", rows=rows)


def stagnation_pages(home: Renderer) -> Iterator[Page]:
    """Yield the page of each stagnation."""
    language, edition = home.language, home.edition
    for place, stagnation in enumerate(_stagnations(home)):
        yield Page(
            macro="stagnation_page",
            arguments=(stagnation.key,),
            edition=edition,
            addresses={one: stagnation_address(stagnation, one) for one in EDITIONS},
            title=stagnation.of(edition).name,
            description=home.plain(stagnation, stagnation.of(edition).explanation),
            source=language.data_files["language.yml"].place(("stagnations", place)),
            html=partial(stagnation_page, stagnation=stagnation),
            languages=own_languages(stagnation),
        )


def stagnation_page(renderer: Renderer, stagnation: Term) -> Markup:
    """Return the page on one stagnation: how to recognise it, and the ways out."""
    answers = [one for one in renderer.language.published() if stagnation.key in one.fields.answers]
    return _render(
        renderer,
        "stagnation.html",
        stagnation=stagnation,
        cells=_cells(renderer, stagnation),
        signals=_signals(renderer, stagnation.key),
        patterns=renderer.patterns(answers),
        count=len(answers),
        others=[other for other in _stagnations(renderer) if other.key != stagnation.key],
    )


def _render(renderer: Renderer, template: str, **values: Any) -> Markup:
    language, edition, places = renderer.language, renderer.edition, renderer.places
    if language.situations is None:
        return Markup()
    return renderer.render(
        template,
        situations=language.situations,
        link=lambda key: renderer.link(key, numbered=True) if places.resolve(key, "") else "",
        noticed=lambda told, keys: _noticed(renderer, told, keys),
        source_of=language.source,
        to_source=lambda key: places.page("sources", key),
        to_situations=lambda section="": places.page("situations", section),
        to_stagnation=lambda one: places.to(stagnation_address(one, edition)),
        **values,
    )


def _noticed(renderer: Renderer, told: ByEdition[str], keys: Iterable[str]) -> Markup:
    """Return what one notices as a link to the first pattern to begin with; plain words, for a link holds no other."""
    words = renderer.named(told, renderer.plain(told, told.of(renderer.edition)))
    address = next((renderer.places.pattern(key) for key in keys if renderer.places.resolve(key, "")), "")
    return Markup('<a class="signal-link" href="{}">{}</a>').format(address, words) if address else words


def _stagnations(renderer: Renderer) -> list[Term]:
    return renderer.language.vocabulary.stagnations if renderer.language.vocabulary else []


def _signals(renderer: Renderer, stagnation: str) -> list[Signal]:
    situations = renderer.language.situations
    return [signal for signal in situations.signals if signal.stagnation == stagnation] if situations else []


def _cells(renderer: Renderer, stagnation: Term) -> list[tuple[Term, Cell]]:
    """Return the cells of one row in the order of the levels."""
    situations = renderer.language.situations
    if situations is None:
        return []
    cells = {cell.level: cell for cell in situations.matrix if cell.stagnation == stagnation.key}
    return [(level, cells[level.key]) for level in situations.matrix_levels if level.key in cells]
