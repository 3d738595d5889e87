"""The layouts of the slides: which boxes each has, where these stand, and how large their text is.

Boxes are placeholders, and fonts and colours those of the theme. So a slide that is pasted into another presentation
takes on its look.
"""

from dataclasses import dataclass
from typing import Final, Literal
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from macros.model.editions import LOCALES, Edition
from macros.view.labels import Labels

WIDTH: Final = 1016 / 3
"""Of a slide, as are all measures here in millimetres: 16 to 9."""
HEIGHT: Final = 190.5
EMU: Final = 36_000
"""A millimetre in the units of DrawingML."""
NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)

Kind = Literal["title", "ctrTitle", "subTitle", "body", "obj", "pic", "sldNum"]


@dataclass(frozen=True, slots=True)
class Box:
    """A placeholder.

    Attributes:
        kind: as PresentationML calls it.
        index: what a slide knows it by; 0 for the title.
        left, top, width, height: in millimetres.
        size: of its letters in points; 0 for a picture.
        anchor: whether text stands at its top, middle or bottom.
    """

    kind: Kind
    index: int
    left: float
    top: float
    width: float
    height: float
    size: int = 0
    anchor: Literal["t", "ctr", "b"] = "t"


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout.

    Attributes:
        label: the key of its name in labels.yml.
        kind: the kind that presentation programs know it by; empty for one of our own.
        boxes: in the order in which they are read.
    """

    label: str
    kind: str
    boxes: tuple[Box, ...]


_LEFT: Final = 15.0
_WHOLE: Final = WIDTH - 2 * _LEFT
_TITLE: Final = Box("title", 0, _LEFT, 9, _WHOLE, 25, 30, "b")
NAME, TEXT, NUMBER, PICTURE, ASKED, SOURCE = 0, 1, 12, 13, 14, 15
"""The indexes of the boxes."""
SLIDE_NUMBER: Final = Box("sldNum", NUMBER, WIDTH - _LEFT - 18, 173, 18, 10, 12, "b")
_SOURCE: Final = Box("body", SOURCE, _LEFT, 165, _WHOLE - 20, 18, 12, "b")

TITLE: Final = Layout(
    "slide_title",
    "title",
    (
        Box("ctrTitle", NAME, _LEFT, 45, _WHOLE, 50, 44, "b"),
        Box("subTitle", TEXT, _LEFT, 99, _WHOLE, 60, 18),
    ),
)
CHAPTER: Final = Layout(
    "slide_section",
    "",
    (
        Box("title", NAME, _LEFT, 50, 180, 45, 38, "b"),
        Box("body", TEXT, _LEFT, 99, 180, 60, 20),
        Box("pic", PICTURE, 205, 57, 118, 118 * 2 / 3),
        SLIDE_NUMBER,
    ),
)
PATTERN: Final = Layout(
    "slide_pattern",
    "",
    (
        _TITLE,
        Box("pic", PICTURE, _LEFT, 40, 108, 72),
        Box("body", TEXT, 131, 38, WIDTH - _LEFT - 131, 125, 20),
        Box("body", ASKED, _LEFT, 117, 108, 46, 18),
        _SOURCE,
        SLIDE_NUMBER,
    ),
)
PATTERN_WITHOUT_PICTURE: Final = Layout(
    "slide_pattern_bare",
    "",
    (
        _TITLE,
        Box("body", TEXT, _LEFT, 38, _WHOLE, 90, 20),
        Box("body", ASKED, _LEFT, 131, _WHOLE, 32, 18),
        _SOURCE,
        SLIDE_NUMBER,
    ),
)
CONTENT: Final = Layout("slide_content", "obj", (_TITLE, Box("obj", TEXT, _LEFT, 40, _WHOLE, 125, 20), SLIDE_NUMBER))
LAYOUTS: Final = (TITLE, CHAPTER, PATTERN, PATTERN_WITHOUT_PICTURE, CONTENT)


def layout_xml(layout: Layout, words: Labels) -> str:
    """Return a layout as a part of the presentation."""
    kind = f' type="{layout.kind}"' if layout.kind else ' userDrawn="1"'
    boxes = "".join(box_xml(box, number, words) for number, box in enumerate(layout.boxes, 2))
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<p:sldLayout {NAMESPACES}{kind} preserve="1">'
        f'<p:cSld name="{escaped(words(layout.label))}"><p:spTree>{group_xml()}{boxes}</p:spTree></p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def escaped(text: str) -> str:
    """Return text as it may stand in XML, also as the value of an attribute."""
    return escape(text, {'"': "&quot;"})


def group_xml() -> str:
    """Return what every tree of shapes begins with."""
    return (
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
    )


def box_xml(box: Box, number: int, words: Labels) -> str:
    """Return a placeholder of a layout or a master as a shape.

    Args:
        box: the placeholder.
        number: of the shape.
        words: of the edition, for its name and what it shows while it is empty.
    """
    labels = {"pic": "slide_picture", "body": "slide_text", "obj": "slide_text", "sldNum": "slide_number"}
    name = escaped(words(labels.get(box.kind, "slide_heading")))
    kind = "" if box.kind == "obj" else f' type="{box.kind}"'
    index = f' idx="{box.index}"' if box.index else ""
    side, font = (' algn="r"', '<a:latin typeface="+mn-lt"/>') if box.kind == "sldNum" else ("", "")
    looks = f'<a:defRPr sz="{box.size * 100}">{font}</a:defRPr>'
    letters = f'<a:lvl1pPr marL="0" indent="0"{side}><a:buNone/>{looks}</a:lvl1pPr>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name} {number - 1}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph{kind}{index}/></p:nvPr></p:nvSpPr><p:spPr>{place_xml(box)}</p:spPr><p:txBody>"
        f'<a:bodyPr anchor="{box.anchor}"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{letters if box.size else ''}</a:lstStyle>"
        f"<a:p>{_shown_while_empty(box, name, words.edition)}</a:p></p:txBody></p:sp>"
    )


def _shown_while_empty(box: Box, name: str, edition: Edition) -> str:
    if box.kind == "sldNum":
        return _number_field(edition, "‹#›")
    return f'<a:r><a:rPr lang="{LOCALES[edition]}"/><a:t>{name}</a:t></a:r>'


def _number_field(edition: Edition, shown: str) -> str:
    # It says `shown` until a program fills it in.
    return (
        f'<a:fld id="{{{str(uuid5(NAMESPACE_URL, "slidenum")).upper()}}}" type="slidenum">'
        f'<a:rPr lang="{LOCALES[edition]}"/><a:t>{shown}</a:t></a:fld>'
    )


def slide_number_xml(number: int, place: int, words: Labels) -> str:
    """Return the placeholder on a slide that shows which slide it is.

    Args:
        number: of the shape.
        place: of the slide, from 1.
        words: of the edition.
    """
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{number}" name="{escaped(words.slide_number)} {number - 1}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" idx="{NUMBER}"/></p:nvPr></p:nvSpPr>'
        "<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>"
        f"<a:p>{_number_field(words.edition, str(place))}</a:p></p:txBody></p:sp>"
    )


def place_xml(box: Box) -> str:
    """Return where a box stands, and its form."""
    left, top, width, height = (round(one * EMU) for one in (box.left, box.top, box.width, box.height))
    return (
        f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )
