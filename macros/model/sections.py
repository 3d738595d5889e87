"""The sections of a pattern's page."""

from typing import Final

from macros.model.base import use_of
from macros.model.pattern import PatternFile
from macros.model.text_fields import TEXT_FIELDS


def _sections() -> dict[str, str]:
    """Return the sections of the text, of the facts, and those that close the page."""
    uses = {name: field.use for name, field in TEXT_FIELDS.items()}
    facts = {name: use_of(field) for name, field in PatternFile.model_fields.items()}
    order = [
        *((name, use) for name, use in uses.items() if not use.folded),
        *facts.items(),
        *((name, use) for name, use in uses.items() if use.folded),
    ]
    return {name: use.section for name, use in order if use.section}


SECTIONS: Final = _sections()
"""Field of a pattern -> id of its section, in the order of the page."""
NOT_ON_PAGE: Final = TEXT_FIELDS.keys() - SECTIONS.keys() - {"name", "summary"}
"""Fields of a text that stand on no page as text."""
