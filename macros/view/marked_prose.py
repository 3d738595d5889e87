"""The glossary's words, pointed out where a page first uses them."""

import re
from collections.abc import Callable

from markupsafe import Markup

from macros.language.glossary_terms import Terms
from macros.model.vocabulary import GlossaryTerm
from macros.view.prose import Prose, Resolver

_PARTS = re.compile(r"(<a\b.*?</a>|<[^>]*>|&[a-zA-Z0-9#]+;)", re.DOTALL)
"""What must stay as it is in safe HTML: links with their words, tags, and characters written out."""


class MarkedProse(Prose):
    """Prose for one page that makes the first use of each marked word a link to the glossary.

    Attributes:
        used: the terms found so far, by key, in the order of the page.
    """

    def __init__(self, resolve: Resolver, terms: Terms, href: Callable[[str], str]) -> None:
        """Take the words to look for and the way from a term's key to its place in the glossary."""
        super().__init__(resolve)
        self._terms, self._href = terms, href
        self.used: dict[str, GlossaryTerm] = {}

    def block(self, text: str) -> Markup:
        """Return prose as paragraphs and lists, with its new words marked."""
        return self._mark(super().block(text))

    def inline(self, text: str) -> Markup:
        """Return prose as one run of words, with its new words marked."""
        return self._mark(super().inline(text))

    def _mark(self, html: Markup) -> Markup:
        if not self._terms.expression.search(html):
            return html
        parts = _PARTS.split(html)
        parts[::2] = [self._terms.expression.sub(self._linked, words) for words in parts[::2]]
        return Markup("".join(parts))  # noqa: S704 - safe HTML with links of our own put in

    def _linked(self, match: re.Match[str]) -> str:
        term = self._terms.get(match.group())
        if term is None or term.key in self.used:
            return match.group()
        self.used[term.key] = term
        link = '<a class="term" href="{}" aria-describedby="term-{}">{}</a>'
        return Markup(link).format(self._href(term.key), term.key, Markup(match.group()))  # noqa: S704 - as it stood
