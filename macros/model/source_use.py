"""Where the language rests on its sources: in a pattern, with the place, or in the opening of a chapter."""

from macros.model.base import Model, described
from macros.model.translated import Translated
from macros.model.values import Key, Letter


class SourceUse(Model):
    """A place in a source that this pattern rests on; with a lesson, the pattern carries that lesson."""

    source: Key = described("De bron, met de sleutel uit sources.yml.", "The source, by its key in sources.yml.")
    lesson: Letter | None = described(
        "De les die dit patroon draagt, met de letter uit sources.yml.",
        "The lesson this pattern carries, by its letter in sources.yml.",
        default=None,
    )
    where: Translated = described(
        "De plek in de bron: welke alinea, dia of reactie.",
        "The place in the source: which paragraph, slide or comment.",
    )


class LessonUse(Model):
    """A lesson told outside a pattern."""

    source: Key = described("De bron.", "The source.")
    lesson: Letter = described("De les.", "The lesson.")
