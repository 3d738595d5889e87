"""situations.yml as pydantic models: from what is noticed to the patterns that help, and the compass behind it."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from macros.model.base import Model, described
from macros.model.translated import Translated
from macros.model.values import KEY, Key
from macros.model.vocabulary import Term

Basis = Literal["stated", "inferred"]
"""Whether a source says it or the editors infer it."""


class Cell(Model):
    """One cell of the matrix of stagnation and level."""

    stagnation: Key = described("De stagnatie.", "The stagnation.")
    level: Key = described("Het niveau in de matrix.", "The level in the matrix.")
    symptom: Translated = described("Wat je merkt.", "What you notice.")
    basis: Basis = described(
        "Staat het in een bron, of leiden wij het af?", "Does a source state it, or do we infer it?"
    )
    start: list[Key] = described("Begin met.", "Start with.", min_length=1)
    then: list[Key] = described("En dan.", "And then.", default=[])


class Spring(Model):
    """A row that tells which driving force is dry."""

    see: Translated = described("Wat je ziet.", "What you see.")
    strong: Key | None = described("De kracht die sterk is.", "The force that is strong.", default=None)
    dry: Key | None = described("De kracht die ontbreekt.", "The force that is dry.", default=None)
    go_to: list[Key] = described("Ga naar.", "Go to.", min_length=1)
    basis: Basis = described("Uit een bron of afgeleid.", "Stated or inferred.")


class Signal(Model):
    """A sign that a practitioner notices, and the patterns that answer it."""

    key: Key = described("De sleutel.", "The key.")
    signal: Translated = described("Wat je ziet of hoort.", "What you see or hear.")
    source: Key = described("De bron.", "The source.")
    basis: Basis = described("Uit een bron of afgeleid.", "Stated or inferred.")
    stagnation: Key | None = described("Waar het vastloopt.", "Where it gets stuck.", default=None)
    start: list[Key] = described("Begin met.", "Start with.", min_length=1)
    then: list[Key] = described("En dan.", "And then.", default=[])


class Passage(Model):
    """The way from one driving force to the next, and the stagnation where it is not taken."""

    out_of: Key = described("De kracht waar je vandaan komt.", "The force you come from.")
    into: Key = described("De kracht waar je heen gaat.", "The force you go to.")
    stagnation: Key = described("Wat er gebeurt als het niet lukt.", "What happens when it fails.")
    basis: Basis = described("Of de bron de stagnatie hier plaatst.", "Whether the source places the stagnation here.")
    pattern: Key = described("Het patroon dat verder helpt.", "The pattern that helps on.")


class Spoke(Model):
    """A driving force on the compass, with the pattern that tells of it."""

    force: Key = described("De kracht.", "The force.")
    pattern: Key = described("Het patroon.", "The pattern.")


class CycleStep(Model):
    """A step of the cycle of a collaboration."""

    step: Translated = described("De stap.", "The step.")
    lead: Translated = described("Wie vooral aan zet is.", "Whose turn it is above all.")
    pattern: Key = described("Het patroon dat we erbij kozen.", "The pattern we chose with it.")


class Compass(Model):
    """The map at the front of the book: three forces, what lies between them, and the cycle around a problem."""

    forces: list[Spoke] = described("De krachten.", "The forces.", min_length=3, max_length=3)
    passages: list[Passage] = described("De overgangen.", "The passages.", min_length=3, max_length=3)
    cycle: list[CycleStep] = described("De kringloop.", "The cycle.", min_length=3, max_length=8)


class Origins(Model):
    """How each part of the diagnosis came about: shown beside it, so that every claim keeps its basis."""

    matrix: Translated = described("Van de matrix.", "Of the matrix.")
    springs: Translated = described("Van de droge bronnen.", "Of the dry springs.")
    signals: Translated = described("Van de signalen.", "Of the signals.")


RowRef = Annotated[str, StringConstraints(pattern=rf"^{KEY}(\.[1-9])?$", max_length=82)]
"""A row to tick: the key of a signal of this file, or a pattern's key, a point and the place in its `signals`."""


class Answer(Translated):
    """An answer to the first question of the diagnosis, what is missing: a driving force in plain words."""

    force: Key = described(
        "De kracht die ontbreekt: `dry` van een rij in `springs`.",
        "The force that is missing: `dry` of a row in `springs`.",
    )
    first: list[RowRef] = described(
        "De rijen die na dit antwoord als eerste verschijnen.", "The rows that come first after this answer."
    )


class RowGroup(Translated):
    """Rows to tick that belong to one situation, under its name."""

    key: Key = described("De sleutel.", "The key.")
    rows: list[RowRef] = described("De rijen, de meest sprekende eerst.", "The rows, the most telling first.")


class Diagnosis(Model):
    """The question and the rows to tick of the page Herken je dit? / Sound familiar?."""

    first: list[RowRef] = described(
        "De rijen die vóór het antwoord zichtbaar zijn.", "The rows that are visible before the answer."
    )
    answers: list[Answer] = described("De antwoorden op de vraag.", "The answers to the question.", min_length=2)
    groups: list[RowGroup] = described("De rijen, per situatie.", "The rows, by situation.", min_length=1)


class Situations(Model):
    """situations.yml: the diagnosis, from what is noticed to the patterns that answer it."""

    origins: Origins | None = described("Hoe het tot stand kwam.", "How it came about.", default=None)
    compass: Compass | None = described("Het kompas.", "The compass.", default=None)
    matrix_levels: list[Term] = described("De niveaus van de matrix.", "The levels of the matrix.", min_length=1)
    matrix: list[Cell] = described(
        "De matrix van stagnatie en niveau.", "The matrix of stagnation and level.", min_length=1
    )
    springs: list[Spring] = described("Welke kracht ontbreekt.", "Which force is dry.", min_length=1)
    signals: list[Signal] = described("De signalen.", "The signals.", min_length=1)
    diagnosis: Diagnosis | None = described("De vraag en de rijen.", "The question and the rows.", default=None)
