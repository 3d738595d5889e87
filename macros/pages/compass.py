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
_CENTRE = (220.0, 238.0)
_DISC = 60
"""The radius of the disc on which a force or a step stands: as wide as the gap between two arrows."""
_LINE = 17
"""From one line of a label to the next."""
_WIDTH = 12
"""The characters in a line of a label, where its words allow."""
_NOTHING = Run("")


@dataclass(frozen=True, slots=True)
class Label:
    """Words in a drawing, in lines around a point, with where they lead.

    Attributes:
        lines, note: the words, each line with its height.
        x: the middle of the lines.
        href, name: where it leads and the name of the pattern there; empty for nowhere.
        chapter: the number of the chapter of that pattern, whose colour it has; 0 for none.
        y: the middle of the lines.
        inferred: whether the editors infer it.
        language, note_language: of the lines and of the note, where it is not the edition's.
    """

    lines: list[tuple[str, float]]
    x: float
    note: list[tuple[str, float]]
    href: str
    name: str
    chapter: int
    y: float
    inferred: bool
    language: Edition | None
    note_language: Edition | None


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arc of a circle from one label to the next, drawn as a path in the colour of a chapter."""

    path: str
    inferred: bool = False
    chapter: int = 0


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
    chapter: int = 0,
    inferred: bool = False,
) -> Label:
    lines, notes = wrap(words.text, _WIDTH, break_long_words=False), wrap(note.text, _WIDTH + 3, break_long_words=False)
    top = at[1] - (len(lines) + len(notes) - 1) * _LINE / 2 + 5
    placed = [(line, top + index * _LINE) for index, line in enumerate([*lines, *notes])]
    said, noted = placed[: len(lines)], placed[len(lines) :]
    href, name = to or ("", "")
    return Label(said, at[0], noted, href, name, chapter, at[1], inferred, words.language, note.language)


def _chapter_of(key: str, renderer: Renderer) -> int:
    """Return the number of a pattern's chapter; 0 for a pattern that there is not."""
    pattern = renderer.language.patterns.get(key)
    return renderer.language.chapter_numbers().get(pattern.chapter, 0) if pattern else 0


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
            chapter=_chapter_of(spoke.pattern, renderer),
        )
        for spoke in compass.forces
    ]
    between = [
        _label(
            _at(angles[passage.out_of] + 60, 95),
            stagnations[passage.stagnation],
            to=renderer.places.resolve(passage.pattern, ""),
            chapter=_chapter_of(passage.pattern, renderer),
            inferred=passage.basis == "inferred",
        )
        for passage in compass.passages
    ]
    arrows = [
        Arrow(
            _arc(angles[one.out_of] + 21, angles[one.out_of] + 98, 180),
            one.basis == "inferred",
            _chapter_of(one.pattern, renderer),
        )
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
        disc=_DISC,
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
            chapter=_chapter_of(step.pattern, renderer),
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
        arrows=[
            Arrow(_arc(at * turn + 26, (at + 1) * turn - 28, 150), inferred=True, chapter=labels[at].chapter)
            for at in range(len(steps))
        ],
        middle=middle.lines,
        size=(WIDTH, HEIGHT),
        disc=_DISC,
    )
