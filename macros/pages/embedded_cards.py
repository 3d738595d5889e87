"""A pattern as a card: a small page that other sites, such as an intranet, show within one of theirs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from macros.language.addresses import embedded_card, pattern_address, relative
from macros.language.pattern import Pattern
from macros.model.editions import ROOTS
from macros.pages.renderer import Renderer

_STYLES: Final = ("colours", "type", "pictures", "card")
_SIZE: Final = 'width="480" height="280"'


@dataclass(frozen=True, slots=True)
class EmbeddedCard:
    """The card of a pattern.

    Attributes:
        address: its address from the root of the site.
    """

    address: str
    pattern: Pattern

    def html(self, renderer: Renderer, policy: str) -> Markup:
        """Return the whole HTML of the card, with the Content-Security-Policy that it has; empty for none."""
        edition, pattern = renderer.edition, self.pattern
        page, home = pattern_address(pattern, edition), ROOTS[edition]
        return renderer.render(
            "card.html",
            pattern=pattern,
            text=pattern.text(edition)[0],
            number=renderer.language.chapter_numbers().get(pattern.chapter, 0),
            canonical=renderer.settings.url + page,
            page=relative(self.address, page),
            home=relative(self.address, home),
            styles=[relative(self.address, f"{home}assets/styles/{name}.css") for name in _STYLES],
            policy=policy,
        )


def embedded_cards(home: Renderer, patterns: Iterable[Pattern]) -> Iterator[EmbeddedCard]:
    """Yield the card of each pattern, also of those that were retired; a draft has none."""
    for pattern in patterns:
        if not pattern.draft:
            yield EmbeddedCard(embedded_card(pattern.id, home.edition), pattern)


def embed_line(renderer: Renderer, pattern: Pattern) -> Markup:
    """Return the line of HTML with which another site shows the card of a pattern."""
    line = Markup('<iframe src="{}" title="{} {}" {}></iframe>').format(
        renderer.settings.url + embedded_card(pattern.id, renderer.edition),
        pattern.id,
        pattern.name(renderer.edition),
        Markup(_SIZE),  # noqa: S704 - a constant
    )
    return Markup("<pre><code>{}</code></pre>").format(str(line))
