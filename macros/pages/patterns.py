"""The page of each pattern."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from macros.exports.share_images import pattern_image
from macros.language.addresses import pattern_address
from macros.language.pattern import Pattern
from macros.model.editions import EDITIONS
from macros.pages.page import Page, own_languages
from macros.pages.renderer import Renderer
from macros.pages.report_panel import report_panel


def pattern_pages(home: Renderer) -> Iterator[Page]:
    """Yield the page of each pattern, also of those that were retired; a draft has one in a preview alone."""
    for pattern in home.language.patterns.values():
        if pattern.draft and not home.settings.drafts:
            continue
        text = pattern.text(home.edition)[0]
        yield Page(
            macro="pattern_page",
            arguments=(pattern.key,),
            edition=home.edition,
            addresses={one: pattern_address(pattern, one) for one in EDITIONS},
            title=text.name,
            description=home.plain(pattern, text.summary),
            source=pattern.document.place(),
            html=partial(pattern_page, pattern=pattern),
            languages=own_languages(pattern),
            revised=home.language.text_date(pattern, home.edition).day.isoformat(),
            pattern=pattern,
            share=partial(pattern_image, pattern=pattern),
        )


def pattern_page(renderer: Renderer, pattern: Pattern) -> Markup:
    """Return the page of a pattern, with the panel of what can be taken along; of a draft there is nothing to take."""
    return renderer.pattern(pattern, Markup("") if pattern.draft else report_panel(renderer, pattern))
