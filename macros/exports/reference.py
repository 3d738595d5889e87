"""What one cites: a pattern, or the whole language, as the fields that every citation format shares."""

import re
from dataclasses import dataclass
from typing import Final

from macros.exports.imprint import Imprint
from macros.language.pattern import Pattern
from macros.model.editions import ROOTS, Edition
from macros.model.vocabulary import Source
from macros.record.text_date import TextDate
from macros.view.blocks import Run, Runs, plain, words
from macros.view.evidence import evidence
from macros.view.pattern_view import Citation, citations_of

_SPLITS_NAMES: Final = re.compile(r"\s*[,;،]\s*")
"""What a reader of names takes for the end of one, or of a family name."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One thing to cite.

    Attributes:
        key: a name for it that is unique over both editions: `samenwerkpatronen-70-nl`.
        title: the pattern's name, or the site's.
        label: what it is within the site: "patroon 70"; empty for the whole.
        container: the site it stands on; empty for the whole.
        author: whoever publishes it.
        dated: the date of the text, or the newest of those of the whole.
        url: the permalink, absolute.
        language: of the text.
        abstract: the summary in plain words.
        basis: what the text rests on and how strong the evidence is.
    """

    key: str
    title: str
    label: str
    container: str
    author: str
    dated: TextDate
    url: str
    language: Edition
    abstract: str
    basis: Runs = ()

    @property
    def note(self) -> str:
        """What the text rests on and how strong the evidence is, in plain words."""
        return plain(self.basis)

    @property
    def site(self) -> str:
        """The site that it stands on, where its author is another: APA names an author who is the site once."""
        return "" if self.container == self.author else self.container

    @property
    def author_unsplit(self) -> str:
        """The author, for programs that part a name in a first and a last one.

        The comma behind it is how EndNote has organisations. Zotero takes all before it for the last name, and leaves
        the comma out.
        """
        whole = _SPLITS_NAMES.sub(" – ", self.author)
        return f"{whole}," if " " in whole else whole


def sources_of(citations: list[Citation]) -> list[Source]:
    """Return the sources of a pattern, each once, those whose lesson it carries first."""
    uses = sorted(citations, key=lambda use: not use.lesson)
    return list({use.source.key: use.source for use in uses}.values())


def _basis(pattern: Pattern, imprint: Imprint) -> Runs:
    """Return in one line what a pattern rests on: its sources with their years, and the evidence label."""
    runs: list[Run] = []
    for source in sources_of(citations_of(pattern, imprint.language)):
        runs += [Run("; " if runs else f"{imprint.words.after} "), *imprint.source(source)]
    if runs:
        runs.append(Run(". "))
    return (*runs, *evidence(pattern, imprint.language, imprint.words))


def pattern_reference(pattern: Pattern, imprint: Imprint) -> Reference:
    """Return how to cite one pattern.

    Pages cite it in every edition, so this does without the whole view of it.
    """
    text, shown_in = pattern.text(imprint.edition)
    return Reference(
        key=f"samenwerkpatronen-{pattern.id}-{imprint.edition}",
        title=words(text.name),
        label=f"{imprint.words.pattern.lower()} {pattern.id}",
        container=imprint.name,
        author=imprint.author,
        dated=imprint.language.text_date(pattern, imprint.edition),
        url=imprint.permalink(pattern),
        language=shown_in,
        abstract=plain(imprint.reader(shown_in).runs(text.summary)),
        basis=_basis(pattern, imprint),
    )


def whole_reference(imprint: Imprint) -> Reference:
    """Return how to cite the language as a whole."""
    return Reference(
        key=f"samenwerkpatronen-{imprint.edition}",
        title=imprint.name,
        label="",
        container="",
        author=imprint.author,
        dated=TextDate(imprint.revised()),
        url=imprint.url(ROOTS[imprint.edition]),
        language=imprint.edition,
        abstract=imprint.words.site_claim,
    )


def references(imprint: Imprint) -> list[Reference]:
    """Return the whole language and then each pattern."""
    return [whole_reference(imprint), *(pattern_reference(one, imprint) for one in imprint.patterns())]
