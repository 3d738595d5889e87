"""What the parts of a page are called in the addresses of an edition: `#krachten` in Dutch, `#forces` in English.

Files name a section by one word in every edition, its id in `model.sections`. In addresses that word goes on answering
too: every edition had it before they had names of their own.
"""

from functools import cache
from typing import Final

from macros.model.editions import Edition
from macros.model.former_fields import FORMER_FIELDS
from macros.model.sections import SECTIONS
from macros.text.slugs import slugify
from macros.view.labels import Labels, engine_labels

FORMER: Final = (
    SECTIONS | {"ten_minutes": "tien-minuten"} | {name: field.section for name, field in FORMER_FIELDS.items()}
)
"""Field, former field, or part of one -> the name that it had in every edition."""


@cache
def section_names(edition: Edition) -> dict[str, str]:
    """Return the name of each part by its field; the former one where none was given."""
    words = Labels(edition)
    keys = {field: f"section_{field}" for field in FORMER}
    return {field: slugify(words(key)) if key in engine_labels() else FORMER[field] for field, key in keys.items()}


def section_name(section: str, edition: Edition) -> str:
    """Return what a section is called in the addresses of an edition, by its id; empty when none has that id."""
    field = next((field for field, known in SECTIONS.items() if known == section), "")
    return section_names(edition)[field] if field else ""
