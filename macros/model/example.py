"""An example in a pattern: a case, a scene or a quotation."""

from typing import Final, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from macros.model.base import NO_PROSE, Model, described
from macros.model.values import Key, Prose

EXAMPLE_FORMS: Final = (("case", "text"), ("scene",), ("quotation", "source"))
"""Which fields an example has: exactly those of one of these."""


class Example(Model):
    """What it looked like once: a case with what it shows here, an invented scene, or the words of a source."""

    case: Key | None = described(
        "Het praktijkgeval, met de naam van het bestand in patterns/cases.",
        "The case, by the name of its file in patterns/cases.",
        default=None,
        use=NO_PROSE,
    )
    text: Prose | None = described(
        "Bij een praktijkgeval: wat het van dit patroon laat zien.",
        "Of a case: what it shows of this pattern.",
        default=None,
    )
    scene: Prose | None = described(
        "Een verzonnen tafereel waarin iemand het patroon doet en je hoort wat er gezegd wordt.",
        "An invented scene in which somebody does the pattern and we hear what is said.",
        default=None,
    )
    quotation: Prose | None = described("Wat een bron erover zegt.", "What a source says of it.", default=None)
    source: Key | None = described(
        "Bij woorden uit een bron: welke bron.", "Of a quotation: from which source.", default=None, use=NO_PROSE
    )

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        written = tuple(sorted(self.model_fields_set))
        if written not in {tuple(sorted(form)) for form in EXAMPLE_FORMS}:
            raise PydanticCustomError("example-form", "an example has one of three forms")
        return self

    @property
    def heading(self) -> str:
        """What it is: case, scene or quotation."""
        return next(name for name in ("case", "scene", "quotation") if getattr(self, name))

    @property
    def prose(self) -> str:
        """Its text."""
        return self.scene or self.quotation or self.text or ""
