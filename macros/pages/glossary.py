"""The glossary as a page."""

from markupsafe import Markup

from macros.model.editions import others
from macros.pages.renderer import Renderer


def glossary_list(renderer: Renderer) -> Markup:
    """Return every term with its meaning, in alphabetical order."""
    edition, glossary = renderer.edition, renderer.language.glossary
    terms = sorted(glossary.terms if glossary else [], key=lambda term: term.of(edition).term.lower())
    return renderer.render("glossary.html", terms=terms, others=others(edition))
