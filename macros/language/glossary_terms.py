"""The glossary's words found in a text: those marked as worth pointing out, in every form they take."""

import re
from collections.abc import Iterable

from macros.model.editions import Edition
from macros.model.vocabulary import GlossaryTerm


class Terms:
    """Finds the marked words of one edition with a single expression, so that a long glossary costs little."""

    def __init__(self, terms: Iterable[GlossaryTerm], edition: Edition) -> None:
        """Take the glossary; terms without `mark` are left out."""
        self._by_form = {
            _folded(form): term
            for term in terms
            if term.mark
            for form in (term.of(edition).term, *term.of(edition).also)
        }
        forms = sorted(self._by_form, key=len, reverse=True)
        any_form = "|".join(r"\s+".join(re.escape(word) for word in form.split()) for form in forms)
        self.expression = re.compile(rf"(?<![\w-])(?:{any_form})(?![\w-])" if forms else r"(?!)", re.IGNORECASE)
        """Matches a marked word that stands alone: *wijkteam*, and not *wijkteamleider*."""

    def get(self, found: str) -> GlossaryTerm | None:
        """Return the term of a word as it was found; None where letters only pass for those of a word, as ſ for s."""
        return self._by_form.get(_folded(found))


def _folded(form: str) -> str:
    return " ".join(form.split()).lower()
