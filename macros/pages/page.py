"""A generated page as a value: its address, words, HTML and source, without anything of MkDocs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from macros.exports.imprint import Imprint
from macros.exports.share_images import ShareImage
from macros.findings.finding import Place
from macros.language.pattern import Pattern
from macros.model.case import Case
from macros.model.editions import EDITIONS, Edition, others
from macros.model.translated import ByEdition
from macros.pages.renderer import Renderer


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page in one edition.

    Attributes:
        macro, arguments: the macro that makes the page, and what it is called with: texts without quotation marks.
        edition: whose page it is.
        addresses: from each edition to the address of the same page there.
        title, description: as plain words.
        source: the place in the file that the page is made from.
        html: returns the HTML of the page, as seen from the address of the renderer.
        languages: the editions that have the page in their own language: search engines are told of no other.
        revised: the date of its text (ISO); empty until `generated_pages` gives it that of the newest text.
        canonical: the address that search engines are to keep in its place; empty for its own.
        pattern: the pattern that the page is about, if it is about one.
        share: returns the image that is shown with a link to it; None for that of the site.
    """

    macro: str
    arguments: tuple[str, ...]
    edition: Edition
    addresses: Mapping[Edition, str]
    title: str
    description: str
    source: Place
    html: Callable[[Renderer], Markup]
    languages: frozenset[Edition] = frozenset()
    revised: str = ""
    canonical: str = ""
    pattern: Pattern | None = None
    share: Callable[[Imprint], ShareImage] | None = None

    @property
    def address(self) -> str:
        """Its address from the root of the site."""
        return self.addresses[self.edition]

    @property
    def draft(self) -> bool:
        """Whether it is the page of a draft, which only a preview has."""
        return self.pattern is not None and self.pattern.draft

    @property
    def call(self) -> str:
        """The call of the macro: all that stands in the source of the page."""
        arguments = ", ".join(f'"{one}"' for one in self.arguments)
        return "{{ " + f"{self.macro}({arguments})" + " }}"

    def alternates(self) -> dict[Edition, str]:
        """Return the address in each edition that has the page in its own language, this edition first."""
        editions = (self.edition, *others(self.edition))
        return {edition: self.addresses[edition] for edition in editions if edition in self.languages}


def own_languages(about: ByEdition[Any] | Pattern | Case) -> frozenset[Edition]:
    """Return the editions that have a text of their own of what a page is about."""
    return frozenset(edition for edition in EDITIONS if about.foreign(edition) is None)
