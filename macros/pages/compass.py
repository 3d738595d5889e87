"""The compass drawn from data: three forces with what lies between them, and the cycle around a problem.

Plain SVG with its words as text. It carries no style of its own, which a strict policy would refuse: classes only.
"""

import math
from dataclasses import dataclass
from textwrap import wrap

from markupsafe import Markup

from macros.model.editions import Edition
from macros.model.vocabulary import Term
from macros.pages.renderer import Renderer
from macros.view.blocks import Run

WIDTH, HEIGHT = 440, 420
"""The size of a drawing in its own units: on a phone one unit is a little less than a pixel."""
_CENTRE = (220.0, 220.0)
_LINE = 17
"""From one line of a label to the next."""
_WIDTH = 14
"""The characters in a line of a label, where its words allow."""
_NOTHING = Run("")


@dataclass(frozen=True, slots=True)
class Label:
    """Words in a drawing, in lines around a point, with where they lead.

    Attributes:
        lines, note: the words, each line with its height.
        x: the middle of the lines.
        href, name: where it leads and the name of the pattern there; empty for nowhere.
        inferred: whether the editors infer it.
        language, note_language: of the lines and of the note, where it is not the edition's.
    """

    lines: list[tuple[str, float]]
    x: float
    note: list[tuple[str, float]]
    href: str
    name: str
    inferred: bool
    language: Edition | None
    note_language: Edition | None


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arc of a circle from one label to the next, drawn as a path."""

    path: str
    inferred: bool = False


def _at(angle: float, radius: float) -> tuple[float, float]:
    """Return the point at an angle in degrees, clockwise from the top."""
    turned = math.radians(angle - 90)
    return _CENTRE[0] + radius * math.cos(turned), _CENTRE[1] + radius * math.sin(turned)


def _arc(start: float, end: float, radius: float) -> str:
    (x1, y1), (x2, y2) = _at(start, radius), _at(end, radius)
    return f"M{x1:.1f} {y1:.1f}A{radius:g} {radius:g} 0 0 1 {x2:.1f} {y2:.1f}"


def _name(term: Term, edition: Edition) -> Run:
    return Run(term.of(edition).name, language=term.foreign(edition))


def _label(
    at: tuple[float, float],
    words: Run,
    *,
    note: Run = _NOTHING,
    to: tuple[str, str] | None = None,
    inferred: bool = False,
) -> Label:
    lines, notes = wrap(words.text, _WIDTH, break_long_words=False), wrap(note.text, _WIDTH + 4, break_long_words=False)
    top = at[1] - (len(lines) + len(notes) - 1) * _LINE / 2 + 5
    placed = [(line, top + index * _LINE) for index, line in enumerate([*lines, *notes])]
    href, name = to or ("", "")
    return Label(placed[: len(lines)], at[0], placed[len(lines) :], href, name, inferred, words.language, note.language)


def forces_drawing(renderer: Renderer) -> Markup:
    """Return the drawing of the three driving forces and the stagnation between each and the next."""
    language, edition = renderer.language, renderer.edition
    compass = language.situations.compass if language.situations else None
    if compass is None or language.vocabulary is None:
        return Markup()
    forces = {term.key: _name(term, edition) for term in language.vocabulary.driving_forces}
    stagnations = {term.key: _name(term, edition) for term in language.vocabulary.stagnations}
    angles = {spoke.force: place * 120.0 for place, spoke in enumerate(compass.forces)}
    labels = [
        _label(
            _at(angles[spoke.force], 180),
            forces[spoke.force],
            to=renderer.places.resolve(spoke.pattern, ""),
        )
        for spoke in compass.forces
    ]
    between = [
        _label(
            _at(angles[passage.out_of] + 60, 95),
            stagnations[passage.stagnation],
            to=renderer.places.resolve(passage.pattern, ""),
            inferred=passage.basis == "inferred",
        )
        for passage in compass.passages
    ]
    arrows = [
        Arrow(_arc(angles[one.out_of] + 18, angles[one.out_of] + 102, 180), one.basis == "inferred")
        for one in compass.passages
    ]
    sentences = [
        renderer.words("passage").format(
            out_of=forces[one.out_of].text, into=forces[one.into].text, stagnation=stagnations[one.stagnation].text
        )
        for one in compass.passages
    ]
    return renderer.render(
        "compass.html",
        key="krachten",
        title=renderer.words("forces_drawing"),
        description=" ".join(sentences),
        labels=labels,
        between=between,
        arrows=arrows,
        middle=[],
        size=(WIDTH, HEIGHT),
    )


def cycle_drawing(renderer: Renderer) -> Markup:
    """Return the drawing of the cycle: its steps, whose turn it is, and the problem in the middle."""
    language, edition = renderer.language, renderer.edition
    compass = language.situations.compass if language.situations else None
    if compass is None:
        return Markup()
    turn = 360 / len(compass.cycle)
    labels = [
        _label(
            _at(place * turn, 150),
            Run(step.step.of(edition), language=step.step.foreign(edition)),
            note=Run(step.lead.of(edition), language=step.lead.foreign(edition)),
            to=renderer.places.resolve(step.pattern, ""),
        )
        for place, step in enumerate(compass.cycle)
    ]
    steps = [
        f"{place}. {step.step.of(edition)} ({step.lead.of(edition)})." for place, step in enumerate(compass.cycle, 1)
    ]
    middle = _label((_CENTRE[0], _CENTRE[1] - 5), Run(renderer.words("complex_problem")))
    return renderer.render(
        "compass.html",
        key="kringloop",
        title=renderer.words("cycle_drawing"),
        description=" ".join(steps),
        labels=labels,
        between=[],
        arrows=[Arrow(_arc(at * turn + 24, (at + 1) * turn - 24, 187), inferred=True) for at in range(len(steps))],
        middle=middle.lines,
        size=(WIDTH, HEIGHT),
    )
