"""The glossary as a page."""

from itertools import groupby
from unicodedata import normalize

from markupsafe import Markup

from macros.model.editions import others
from macros.model.vocabulary import GlossaryTerm
from macros.pages.renderer import Renderer


def glossary_list(renderer: Renderer) -> Markup:
    """Return every term with its meaning, in alphabetical order, under its first letter."""
    edition, glossary = renderer.edition, renderer.language.glossary

    def order(term: GlossaryTerm) -> str:
        return _without_accents(term.of(edition).term)

    terms = sorted(glossary.terms if glossary else [], key=order)
    groups = [(letter, list(some)) for letter, some in groupby(terms, key=lambda term: order(term)[:1].upper())]
    return renderer.render("glossary.html", groups=groups, others=others(edition))


def _without_accents(text: str) -> str:
    """Return a text as a reader looks it up: accents and capitals do not count."""
    return "".join(sign for sign in normalize("NFD", text.lower()) if sign.isalnum() or sign == " ")
