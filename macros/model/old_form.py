"""What patterns have that are still to be rewritten; once all are, this module goes with all that names it."""

from typing import Any, Literal

from macros.model.base import Model, described
from macros.model.values import Prose


class OldExample(Model):
    """An example with its kind."""

    kind: Literal["case", "illustration"] | None = described(
        "Oude vorm: een casus met text en source, of een illustratie met text.",
        "Old form: a case with text and source, or an illustration with text.",
        default=None,
        deprecated=True,
    )

    @property
    def is_old(self) -> bool:
        """Whether it is a whole example in the old form."""
        wanted = {"kind", "text", "source"} if self.kind == "case" else {"kind", "text"}
        return self.kind is not None and self.model_fields_set == wanted


class OldText(Model):
    """The fields that went into `run` and `question`."""

    steps: list[Prose] = described("Oude vorm: stappen.", "Old form: steps.", default=[], deprecated=True)
    questions: list[Prose] = described("Oude vorm: vragen.", "Old form: questions.", default=[], deprecated=True)


def basis_from_text(value: Any) -> Any:
    """Return a basis that was written as one text as the data it is now."""
    return {"source": value} if isinstance(value, str) and value else value
