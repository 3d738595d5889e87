"""situations.yml as pydantic models: from what is noticed to the patterns that help, and the compass behind it."""

from typing import Literal

from macros.model.base import Record, told
from macros.model.translated import Translated
from macros.model.values import Key
from macros.model.vocabulary import Term

Basis = Literal["stated", "inferred"]
"""Whether a source says it or the editors infer it."""


class Cell(Record):
    """One cell of the matrix of stagnation and level."""

    stagnation: Key = told("De stagnatie.", "The stagnation.")
    level: Key = told("Het niveau in de matrix.", "The level in the matrix.")
    symptom: Translated = told("Wat je merkt.", "What you notice.")
    basis: Basis = told("Staat het in een bron, of leiden wij het af?", "Does a source state it, or do we infer it?")
    start: list[Key] = told("Begin met.", "Start with.", min_length=1)
    then: list[Key] = told("En dan.", "And then.", default=[])


class Spring(Record):
    """A row that tells which driving force is dry."""

    see: Translated = told("Wat je ziet.", "What you see.")
    strong: Key | None = told("De kracht die sterk is.", "The force that is strong.", default=None)
    dry: Key | None = told("De kracht die ontbreekt.", "The force that is dry.", default=None)
    go_to: list[Key] = told("Ga naar.", "Go to.", min_length=1)
    basis: Basis = told("Uit een bron of afgeleid.", "Stated or inferred.")


class Signal(Record):
    """A sign that a practitioner notices, and the patterns that answer it."""

    key: Key = told("De sleutel.", "The key.")
    signal: Translated = told("Wat je ziet of hoort.", "What you see or hear.")
    source: Key = told("De bron.", "The source.")
    basis: Basis = told("Uit een bron of afgeleid.", "Stated or inferred.")
    stagnation: Key | None = told("Waar het vastloopt.", "Where it gets stuck.", default=None)
    start: list[Key] = told("Begin met.", "Start with.", min_length=1)
    then: list[Key] = told("En dan.", "And then.", default=[])


class Passage(Record):
    """The way from one driving force to the next, and the stagnation where it is not taken."""

    out_of: Key = told("De kracht waar je vandaan komt.", "The force you come from.")
    into: Key = told("De kracht waar je heen gaat.", "The force you go to.")
    stagnation: Key = told("Wat er gebeurt als het niet lukt.", "What happens when it fails.")
    basis: Basis = told("Of de bron de stagnatie hier plaatst.", "Whether the source places the stagnation here.")
    pattern: Key = told("Het patroon dat verder helpt.", "The pattern that helps on.")


class Spoke(Record):
    """A driving force on the compass, with the pattern that tells of it."""

    force: Key = told("De kracht.", "The force.")
    pattern: Key = told("Het patroon.", "The pattern.")


class CycleStep(Record):
    """A step of the cycle of a collaboration."""

    step: Translated = told("De stap.", "The step.")
    lead: Translated = told("Wie vooral aan zet is.", "Whose turn it is above all.")
    pattern: Key = told("Het patroon dat we erbij kozen.", "The pattern we chose with it.")


class Compass(Record):
    """The map at the front of the book: three forces, what lies between them, and the cycle around a problem."""

    forces: list[Spoke] = told("De krachten.", "The forces.", min_length=3, max_length=3)
    passages: list[Passage] = told("De overgangen.", "The passages.", min_length=3, max_length=3)
    cycle: list[CycleStep] = told("De kringloop.", "The cycle.", min_length=3, max_length=8)


class Origins(Record):
    """How each part of the diagnosis came about: shown beside it, so that every claim keeps its basis."""

    matrix: Translated = told("Van de matrix.", "Of the matrix.")
    springs: Translated = told("Van de droge bronnen.", "Of the dry springs.")
    signals: Translated = told("Van de signalen.", "Of the signals.")


class Situations(Record):
    """situations.yml: the diagnosis, from what is noticed to the patterns that answer it."""

    origins: Origins | None = told("Hoe het tot stand kwam.", "How it came about.", default=None)
    compass: Compass | None = told("Het kompas.", "The compass.", default=None)
    matrix_levels: list[Term] = told("De niveaus van de matrix.", "The levels of the matrix.", min_length=1)
    matrix: list[Cell] = told("De matrix van stagnatie en niveau.", "The matrix of stagnation and level.", min_length=1)
    springs: list[Spring] = told("Welke kracht ontbreekt.", "Which force is dry.", min_length=1)
    signals: list[Signal] = told("De signalen.", "The signals.", min_length=1)
