"""The language as texts name it: patterns, cases and sources as words that lead to where they are published."""

from dataclasses import dataclass

from macros.language.addresses import case_address, permalink
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.case import Case
from macros.model.editions import Edition
from macros.model.translated import ByEdition
from macros.model.vocabulary import Source
from macros.view.blocks import Reader, Run, Runs, plain, words
from macros.view.labels import Labels
from macros.view.pattern_view import Citation, PatternView, pattern_view
from macros.view.section_names import section_name


def title(pattern: Pattern, edition: Edition) -> str:
    """Return a pattern's number and name."""
    return f"{pattern.id} {words(pattern.name(edition))}"


def source_runs(source: Source, edition: Edition, url: str) -> Runs:
    """Return a source as it is named in a text, the same on the page and in every copy and file.

    Author (year), title, organisation. Without an author the title comes first, and what kind of text it is last.

    Args:
        source: the source.
        edition: the edition that names it.
        url: where its title leads; empty for nowhere.
    """
    of = Labels(edition)
    year = words(source.year) if source.year else of.undated
    foreign = None if source.title_language == edition else source.title_language
    title_run = Run(words(source.title), emphasis=True, url=url, language=foreign)
    by = (Run(f", {words(source.organisation)}"),) if source.organisation else ()
    if source.author:
        return (Run(f"{words(source.author)} ({year}), "), title_run, *by)
    kind = words(source.kind.of(edition))
    small = kind[:1].lower() + kind[1:] if kind[1:2].islower() else kind
    shown_in = source.kind.foreign(edition)
    return (title_run, Run(f" ({of.unknown_author}, {year})"), *by, Run(", "), Run(small, language=shown_in))


@dataclass(frozen=True, slots=True)
class Library:
    """Where texts find one another: the language in one edition, published at one address.

    Attributes:
        root: the address of the site's root, absolute, with a closing slash.
    """

    language: Language
    edition: Edition
    root: str

    def permalink(self, pattern: Pattern) -> str:
        """Return the permalink of a pattern, absolute."""
        return self.root + permalink(pattern.id, self.edition)

    def resolve(self, key: str, section: str, language: Edition | None = None) -> tuple[str, str] | None:
        """Return the permalink and name that a wikilink stands for, or None when no reader can follow it.

        Args:
            key: of the pattern.
            section: the id of a section; empty for none.
            language: of the name, where it is not the edition's.
        """
        found = self.language.patterns.get(key)
        if found is None or found.draft:
            return None
        name = section_name(section, self.edition)
        fragment = f"#{name}" if name else ""
        return self.permalink(found) + fragment, words(found.name(language or self.edition))

    def reader(self, language: Edition | None = None) -> Reader:
        """Return a reader of prose in a language (the edition's when not given)."""
        foreign = None if language == self.edition else language
        return Reader(lambda key, section: self.resolve(key, section, foreign), foreign)

    def runs(self, text: ByEdition[str]) -> Runs:
        """Return a text as one run of words, in the language that this edition shows it in."""
        return self.reader(text.shown_in(self.edition)).runs(text.of(self.edition))

    def link(self, pattern: Pattern) -> Run:
        """Return the number and name of a pattern, leading to it."""
        foreign = pattern.foreign(self.edition)
        return Run(title(pattern, self.edition), url=self.permalink(pattern), pattern=pattern.key, language=foreign)

    def case_link(self, case: Case) -> Run:
        """Return the name of a case, leading to its page."""
        url = self.root + case_address(case, self.edition)
        return Run(words(case.name(self.edition)), url=url, language=case.foreign(self.edition))

    def source(self, source: Source) -> Runs:
        """Return a source as it is named in a text, leading to it, or else to what this site tells of it."""
        pages = self.language.pages.values()
        about = next((page for page in pages if page.id == "sources" and page.edition == self.edition), None)
        told = f"{self.root}{about.address}#{source.key}" if about else ""
        return source_runs(source, self.edition, source.url or told)

    def cited(self, use: Citation) -> Runs:
        """Return a source and the place in it that a pattern follows."""
        return (*self.source(use.source), Run(", "), *self.runs(use.where))

    def view(self, pattern: Pattern) -> PatternView:
        """Return a pattern laid out for this edition."""
        return pattern_view(pattern, self.language, self.edition)


def summary_of(laid_out: PatternView, library: Library) -> str:
    """Return the summary of a pattern in plain words."""
    return plain(library.reader(laid_out.language).runs(laid_out.text.summary))
