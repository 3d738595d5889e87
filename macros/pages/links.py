"""Where things are, as seen from one page."""

from typing import Final

from macros.language.addresses import case_address, chapter_address, pattern_address, permalink, relative, route_address
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.case import Case
from macros.model.editions import FOLDERS, ROOTS, Edition
from macros.model.vocabulary import Route
from macros.view.prose import Resolver
from macros.view.section_names import section_name

CONTRIBUTE: Final = {"story": "voorbeeld", "correction": "fout"}
"""Form for a contribution -> the id of its section, the same in both editions, so that a link survives a switch."""


class Places:
    """Where things are, as seen from one page."""

    def __init__(self, language: Language, edition: Edition, here: str, pages: dict[str, str]) -> None:
        """Take the addresses of the hand-written pages of this edition by their `page:` id."""
        self._language, self._edition, self.here, self._pages = language, edition, here, pages

    def to(self, address: str) -> str:
        """Return the way to an address of the site."""
        return relative(self.here, address)

    def pattern(self, key: str, section: str = "") -> str:
        """Return the way to a pattern's page, or to a section of it, which is named by its id."""
        address = pattern_address(self._language.patterns[key], self._edition)
        name = section_name(section, self._edition)
        return self.to(address) + (f"#{name}" if name else "")

    def permalink(self, number: int) -> str:
        """Return the way to a permalink."""
        return self.to(permalink(number, self._edition))

    def chapter(self, key: str) -> str:
        """Return the way to a chapter's opening page."""
        chapter = self._language.chapter(key)
        if chapter is None:
            raise LookupError(f"there is no chapter {key}")
        return self.to(chapter_address(chapter, self._edition))

    def route(self, route: Route) -> str:
        """Return the way to a route's page."""
        return self.to(route_address(route, self._edition))

    def case(self, case: Case) -> str:
        """Return the way to the page of a case."""
        return self.to(case_address(case, self._edition))

    def overview(self, kind: str) -> str:
        """Return the way to the folder with the pages of one kind, whose own page lists them."""
        return self.to(ROOTS[self._edition] + FOLDERS[kind][self._edition])

    def stop(self, pattern: Pattern, route: Route) -> str:
        """Return the way to a pattern as a stop of a route."""
        return f"{self.pattern(pattern.key)}?route={route.key}"

    def page(self, page_id: str, section: str = "") -> str:
        """Return the way to a hand-written page by its `page:` id."""
        return self.to(self._pages[page_id]) + (f"#{section}" if section else "")

    def contribute(self, form: str, pattern: Pattern) -> str:
        """Return the way to a form for a contribution, with a pattern filled in."""
        return f"{self.page('contribute')}?pattern={pattern.id}#{CONTRIBUTE[form]}"

    def page_if_there(self, page_id: str) -> str:
        """Return the way to a hand-written page by its `page:` id; empty where this edition has none."""
        return self.page(page_id) if self.has_page(page_id) else ""

    def has_page(self, page_id: str) -> bool:
        """Whether this edition has a hand-written page with this `page:` id."""
        return page_id in self._pages

    def resolver(self, language: Edition) -> Resolver:
        """Return what makes the wikilinks of a text: the names are in the language of the text."""
        return lambda key, section: self.resolve(key, section, language)

    def resolve(self, key: str, section: str, language: Edition | None = None) -> tuple[str, str] | None:
        """Return the address and name that a wikilink stands for, or None when there is no such pattern.

        Args:
            key: of the pattern, or its number.
            section: the id of a section; empty for none.
            language: of the name, where it is not the edition's.
        """
        language = language or self._edition
        if key.isdigit():
            # Kept texts link by number: it outlives names and keys.
            named = next((one for one in self._language.patterns.values() if str(one.id) == key), None)
            return (self.permalink(named.id), named.name(language)) if named else None
        found = self._language.patterns.get(key)
        if found is None or found.draft:
            return None
        return self.pattern(key, section), found.name(language)
