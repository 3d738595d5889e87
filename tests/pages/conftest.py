"""Renderers of the real language, as seen from a page of each edition."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.language.addresses import route_address
from macros.language.language import Language
from macros.language.reading import read_language
from macros.model.editions import ROOTS, Edition
from macros.pages.renderer import Renderer


@pytest.fixture
def language(root: Path) -> Language:
    """The language of this repository, read anew: a test may change it."""
    return read_language(root).language


@pytest.fixture
def render(language: Language) -> Callable[[Edition], Renderer]:
    """Make the renderer of a page two folders deep in an edition."""

    def make(edition: Edition) -> Renderer:
        assert language.routes
        pages = {page.id: page.address for page in language.pages.values() if page.edition == edition}
        here = route_address(language.routes.routes[0], edition)
        assert here.startswith(ROOTS[edition])
        return Renderer(language, edition, here, pages)

    return make
