"""The text of a slide as DrawingML, and how much of it a box has room for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import floor
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from macros.exports.slides.layouts import Box
from macros.model.editions import LOCALES, Edition
from macros.text.sentences import sentences
from macros.view.blocks import Block, Facts, Heading, Items, Paragraph, Quote, Run, Runs, cut, plain

_NAMESPACE: Final = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_INDENT: Final = 228_600
"""Of a list and of each one in it, in the units of DrawingML."""
SMALLEST: Final = 77.5
"""The smallest that text is set, in percents: 20 points become 15.5."""
_SCALES: Final = (100, 92.5, 85, SMALLEST)
_POINTS: Final = 72 / 25.4
"""In a millimetre."""
_LETTER: Final = 0.53
"""Mean width of a letter of its size: a little wider than the widest of the usual fonts."""
_LINE: Final = 1.2
"""Height of a line of its size."""
_BETWEEN: Final = 6.0
"""Points between two paragraphs."""
_MARGIN: Final = (14.4, 7.2)
"""What a box keeps free beside its text and above and below it, in points."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a slide or of its notes.

    Attributes:
        runs: its words.
        mark: what stands before it.
        level: how deep its list lies in others, from 0.
    """

    runs: Runs
    mark: str = ""
    level: int = 0


def lines(blocks: Iterable[Block]) -> Iterator[Line]:
    """Yield the paragraphs of blocks; headings stand out, and an item of a list is one paragraph."""
    for block in blocks:
        match block:
            case Heading(_, runs):
                yield Line(tuple(replace(run, strong=True) for run in runs))
            case Paragraph(runs):
                yield Line(runs)
            case Quote(inner):
                yield from lines(inner)
            case Items():
                yield from _items(block, 0)
            case Facts(rows):
                for label, runs in rows:
                    yield Line((Run(f"{label}: ", strong=True), *runs))


def _items(items: Items, level: int) -> Iterator[Line]:
    for item in items.items:
        runs: list[Run] = []
        for one in lines(block for block in item if not isinstance(block, Items)):
            runs += [Run("\n"), *one.runs] if runs else one.runs
        yield Line(tuple(runs), "number" if items.ordered else "point", level)
        for block in item:
            if isinstance(block, Items):
                yield from _items(block, level + 1)


def body_xml(written: Iterable[Line], language: Edition, scale: float, relate: Callable[[str], str]) -> str:
    """Return the body of a text.

    Args:
        written: its paragraphs.
        language: of every run that names no other.
        scale: the size of its letters, in percents of that of the box.
        relate: from an address to the name of the relationship that leads there.
    """
    fitted = f'<a:normAutofit fontScale="{round(scale * 1000)}"/>' if scale != _SCALES[0] else "<a:normAutofit/>"
    told = "".join(_paragraph(line, language, relate) for line in written)
    return (
        f'<p:txBody {_NAMESPACE} xmlns:r="{_OFFICE}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
        f"<a:bodyPr>{fitted}</a:bodyPr><a:lstStyle/>{told}</p:txBody>"
    )


def _paragraph(line: Line, language: Edition, relate: Callable[[str], str]) -> str:
    marks = {
        "point": '<a:buFont typeface="Arial"/><a:buChar char="•"/>',
        "number": '<a:buAutoNum type="arabicPeriod"/>',
    }
    about = ""
    if line.mark:
        level = min(line.level, 3)
        about = f'<a:pPr marL="{_INDENT * (level + 1)}" lvl="{level}" indent="{-_INDENT}">{marks[line.mark]}</a:pPr>'
    return f"<a:p>{about}{''.join(_run(run, language, relate) for run in line.runs)}</a:p>"


def _run(run: Run, language: Edition, relate: Callable[[str], str]) -> str:
    spoken = f'lang="{LOCALES[run.language or language]}"'
    if run.text == "\n":
        return f"<a:br><a:rPr {spoken}/></a:br>"
    looks = (' b="1"' if run.strong else "") + (' i="1"' if run.emphasis else "")
    link = f"<a:hlinkClick r:id={quoteattr(relate(run.url))}/>" if run.url else ""
    return f"<a:r><a:rPr {spoken}{looks}>{link}</a:rPr><a:t>{escape(run.text)}</a:t></a:r>"


def scale_of(written: Sequence[Line], box: Box) -> float | None:
    """Return how large text can be set so that it stays within a box, in percents; None where it is too long."""
    return next((scale for scale in _SCALES if _fits(written, box, scale)), None)


def _fits(written: Sequence[Line], box: Box, scale: float) -> bool:
    size = box.size * scale / 100
    room = box.height * _POINTS - _MARGIN[1]
    return sum(_height(line, box, size) for line in written) + _BETWEEN * (len(written) - 1) <= room


def _height(line: Line, box: Box, size: float) -> float:
    width = box.width * _POINTS - _MARGIN[0] - (line.level + 1 if line.mark else 0) * _INDENT / 12_700
    letters = max(floor(width / (size * _LETTER)), 1)
    return sum(_rows(text, letters) for text in plain(line.runs).split("\n")) * size * _LINE


def _rows(text: str, letters: int) -> int:
    """Return how many rows a text takes: words stay whole where they can."""
    rows, used = 1, 0
    for word in text.split():
        needed = used + 1 + len(word) if used else len(word)
        if used and needed > letters:
            rows, needed = rows + 1, len(word)
        rows, used = rows + (needed - 1) // letters, (needed - 1) % letters + 1
    return rows


def shortened(written: Sequence[Line], box: Box) -> list[Line]:
    """Return the first sentences of a text, as many as a box has room for at the smallest size, and a sign of more."""
    kept = list(written)
    while scale_of(_with_more(kept), box) is None and plain(kept[-1].runs):
        last = kept[-1]
        told = sentences(plain(last.runs))
        if len(told) > 1:
            kept[-1] = replace(last, runs=cut(last.runs, len("".join(told[:-1]).rstrip())))
        elif len(kept) > 1:
            kept.pop()
        else:
            kept[-1] = replace(last, runs=cut(last.runs, len(told[0]) * 3 // 4))
    return _with_more(kept)


def _with_more(kept: Sequence[Line]) -> list[Line]:
    *before, last = kept
    return [*before, replace(last, runs=(*last.runs, Run(" …")))]
