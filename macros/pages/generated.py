"""The generated pages of an edition: of every kind, in one row."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from macros.pages.cases import case_pages
from macros.pages.chapters import chapter_pages
from macros.pages.earlier_text import earlier_pages
from macros.pages.page import Page
from macros.pages.patterns import pattern_pages
from macros.pages.renderer import Renderer
from macros.pages.routes import route_pages
from macros.pages.situations import stagnation_pages

KINDS: Final = (pattern_pages, earlier_pages, chapter_pages, route_pages, case_pages, stagnation_pages)
"""Each yields the pages of one kind."""


def generated_pages(home: Renderer) -> Iterator[Page]:
    """Yield every generated page of an edition; one without a date of its own has that of the newest text.

    Args:
        home: the renderer of the edition, as seen from its root.
    """
    pages = list(chain.from_iterable(kind(home) for kind in KINDS))
    newest = max((page.revised for page in pages if page.pattern and page.pattern.published), default="")
    for page in pages:
        yield page if page.revised else replace(page, revised=newest)
