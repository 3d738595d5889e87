"""The pages that only lead on: permalinks, former addresses, and what moved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from macros.findings.finding import Place
from macros.language.address_targets import edition_in, former_addresses
from macros.language.addresses import case_address, former_case_address, pattern_address, relative
from macros.language.pattern import Pattern
from macros.model.editions import ROOTS, Edition
from macros.pages.renderer import Renderer


@dataclass(frozen=True, slots=True)
class Forward:
    """A page that leads on at once.

    Attributes:
        address: its address from the root of the site.
        target: the address that it leads to.
        language: of its title and description.
        title, description: as plain words.
        source: the place in the file that the page is made from.
    """

    address: str
    target: str
    language: Edition
    title: str
    description: str
    source: Place

    def html(self, renderer: Renderer) -> Markup:
        """Return the whole HTML of the page."""
        return renderer.render(
            "forward.html",
            language=self.language,
            title=self.title,
            description=self.description,
            canonical=renderer.settings.url + self.target,
            target=relative(self.address, self.target),
            root=relative(self.address, ROOTS[renderer.edition]),
        )


def forwards(home: Renderer) -> Iterator[Forward]:
    """Yield every page of an edition that leads on."""
    yield from pattern_forwards(home, home.language.patterns.values())
    yield from _case_forwards(home)
    redirects = home.language.redirects
    for old, redirect in redirects.redirects.items():
        if edition_in(old) == home.edition:
            yield _moved(home, old, redirects.end(old), redirect.place)


def pattern_forwards(home: Renderer, patterns: Iterable[Pattern]) -> Iterator[Forward]:
    """Yield the pages that lead to patterns: permalinks, texts under their date, and former addresses."""
    for pattern in patterns:
        if pattern.draft:
            continue
        text, shown_in = pattern.text(home.edition)
        for old in former_addresses(home.language, pattern, home.edition):
            slug = old.rstrip("/").rpartition("/")[2]
            loc = (home.edition, "aliases", text.aliases.index(slug)) if slug in text.aliases else ()
            yield Forward(
                address=old,
                target=pattern_address(pattern, home.edition),
                language=shown_in,
                title=f"{pattern.id} {text.name}",
                description=home.plain(pattern, text.summary),
                source=pattern.document.place(loc),
            )


def _case_forwards(home: Renderer) -> Iterator[Forward]:
    for case in home.language.cases.values():
        for number, alias in enumerate(case.text(home.edition).aliases):
            place = case.document.place((home.edition, "aliases", number))
            old = former_case_address(alias, home.edition)
            yield _moved(home, old, case_address(case, home.edition), place)


def _moved(home: Renderer, old: str, target: str, source: Place) -> Forward:
    return Forward(old, target, home.edition, home.words("moved"), home.words("site_claim"), source)
