"""The presentation without slides that every deck begins with: theme, master, layouts and the page of notes.

PresentationML as ECMA-376 has it. Nothing of a template of others is in it.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

from macros.exports.slides.layouts import (
    EMU,
    HEIGHT,
    LAYOUTS,
    NAMESPACES,
    SLIDE_NUMBER,
    WIDTH,
    Box,
    box_xml,
    escaped,
    group_xml,
    layout_xml,
    place_xml,
)
from macros.model.editions import Edition
from macros.pictures.colours import PRINT, hues, palettes
from macros.view.labels import Labels

NOTES: Final = Box("body", 1, 15, 76, 160.5, 168, 10)
"""The notes on a page of notes, which is 190.5 by 254 mm."""
_IMAGE: Final = Box("body", 2, 45, 12, 100, 56.25)
"""The slide on that page."""
_HEADING: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATION: Final = f"{_OFFICE}/relationships"
_KIND: Final = "application/vnd.openxmlformats-officedocument"
_COLOURS: Final = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4"'
    ' accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)
_PAPER: Final = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
_TITLE_FONT, _TEXT_FONT = "Georgia", "Arial"
"""On every machine with a presentation program, or with others of the same width."""
_BAR: Final = 2.5
"""The height of the bar above a slide, in millimetres."""


@cache
def template(edition: Edition) -> Mapping[str, bytes]:
    """Return the parts of a presentation without slides by name, all but its core properties."""
    words = Labels(edition)
    names = [f"slideLayouts/slideLayout{number}" for number in range(1, len(LAYOUTS) + 1)]
    parts = {
        "[Content_Types].xml": _types(names),
        "_rels/.rels": _relationships(
            (f"{_RELATION}/officeDocument", "ppt/presentation.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{_RELATION}/extended-properties", "docProps/app.xml"),
        ),
        "docProps/app.xml": (
            f'{_HEADING}<Properties xmlns="{_OFFICE}/extended-properties">'
            f"<Application>{escaped(words.site_name)}</Application></Properties>"
        ),
        "ppt/presentation.xml": _presentation(),
        "ppt/_rels/presentation.xml.rels": _relationships(
            (f"{_RELATION}/slideMaster", "slideMasters/slideMaster1.xml"),
            (f"{_RELATION}/notesMaster", "notesMasters/notesMaster1.xml"),
            (f"{_RELATION}/theme", "theme/theme1.xml"),
            (f"{_RELATION}/presProps", "presProps.xml"),
            (f"{_RELATION}/viewProps", "viewProps.xml"),
        ),
        "ppt/presProps.xml": f"{_HEADING}<p:presentationPr {NAMESPACES}/>",
        "ppt/viewProps.xml": f"{_HEADING}<p:viewPr {NAMESPACES}/>",
        "ppt/theme/theme1.xml": _theme(words),
        "ppt/theme/theme2.xml": _theme(words),
        "ppt/slideMasters/slideMaster1.xml": _master(words),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relationships(
            *((f"{_RELATION}/slideLayout", f"../{name}.xml") for name in names),
            (f"{_RELATION}/theme", "../theme/theme1.xml"),
        ),
        "ppt/notesMasters/notesMaster1.xml": _notes_master(words),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relationships((f"{_RELATION}/theme", "../theme/theme2.xml")),
    }
    for name, layout in zip(names, LAYOUTS, strict=True):
        folder, _, file = name.partition("/")
        parts[f"ppt/{name}.xml"] = layout_xml(layout, words)
        parts[f"ppt/{folder}/_rels/{file}.xml.rels"] = _relationships(
            (f"{_RELATION}/slideMaster", "../slideMasters/slideMaster1.xml")
        )
    return {name: content.encode() for name, content in parts.items()}


def _types(layouts: list[str]) -> str:
    of = f"{_KIND}.presentationml"
    kinds = {
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": f"{_KIND}.extended-properties+xml",
        "ppt/presentation.xml": f"{of}.presentation.main+xml",
        "ppt/presProps.xml": f"{of}.presProps+xml",
        "ppt/viewProps.xml": f"{of}.viewProps+xml",
        "ppt/theme/theme1.xml": f"{_KIND}.theme+xml",
        "ppt/theme/theme2.xml": f"{_KIND}.theme+xml",
        "ppt/slideMasters/slideMaster1.xml": f"{of}.slideMaster+xml",
        "ppt/notesMasters/notesMaster1.xml": f"{of}.notesMaster+xml",
        **{f"ppt/{name}.xml": f"{of}.slideLayout+xml" for name in layouts},
    }
    told = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{_HEADING}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{told}</Types>'
    )


def _relationships(*targets: tuple[str, str]) -> str:
    """Return the relationships of a part, named rId1 and on: the kind of each and what it leads to."""
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEADING}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _presentation() -> str:
    return (
        f'{_HEADING}<p:presentation {NAMESPACES} saveSubsetFonts="1">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{round(WIDTH * EMU)}" cy="{round(HEIGHT * EMU)}"/><p:notesSz cx="6858000" cy="9144000"/>'
        "</p:presentation>"
    )


def _master(words: Labels) -> str:
    """Return the master: a bar in the first colour of the theme, and the boxes whose text the layouts inherit."""
    boxes = [Box("title", 0, 15, 9, WIDTH - 30, 25, 30, "b"), Box("body", 1, 15, 38, WIDTH - 30, 125, 18), SLIDE_NUMBER]
    shapes = "".join(box_xml(box, number, words) for number, box in enumerate(boxes, 3))
    layouts = "".join(
        f'<p:sldLayoutId id="{2147483649 + number}" r:id="rId{number + 1}"/>' for number in range(len(LAYOUTS))
    )
    bar = (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="{escaped(words.slide_bar)}"/><p:cNvSpPr/>'
        '<p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{place_xml(Box('body', 0, 0, 0, WIDTH, _BAR))}"
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )
    levels = "".join(_level(level, "mn", 1800 - 200 * min(level, 3)) for level in range(5))
    return (
        f"{_HEADING}<p:sldMaster {NAMESPACES}><p:cSld>{_PAPER}"
        f"<p:spTree>{group_xml()}{bar}{shapes}</p:spTree></p:cSld><p:clrMap {_COLOURS}/>"
        f"<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:txStyles>"
        f"<p:titleStyle>{_level(0, 'mj', 3000)}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{_level(0, 'mn', 1800)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _level(level: int, font: str, size: int) -> str:
    """Return how the text of a level looks, in a font of the theme and hundredths of a point."""
    bullet = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if level else "<a:buNone/>"
    return (
        f'<a:lvl{level + 1}pPr marL="{level * 228600}" indent="{-228600 if level else 0}" algn="l">'
        f'<a:spcBef><a:spcPts val="{0 if font == "mj" else 600}"/></a:spcBef>{bullet}'
        f'<a:defRPr sz="{size}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr>'
        f"</a:lvl{level + 1}pPr>"
    )


def _notes_master(words: Labels) -> str:
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="1"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place_xml(_IMAGE)}<a:noFill/>"
        '<a:ln w="6350"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp>'
    )
    return (
        f"{_HEADING}<p:notesMaster {NAMESPACES}><p:cSld>{_PAPER}"
        f"<p:spTree>{group_xml()}{image}{box_xml(NOTES, 3, words)}</p:spTree></p:cSld>"
        f"<p:clrMap {_COLOURS}/><p:notesStyle>{_level(0, 'mn', NOTES.size * 100)}</p:notesStyle></p:notesMaster>"
    )


def _theme(words: Labels) -> str:
    """Return the theme: the colours of the site and two fonts."""
    print_colours, chapters = palettes(0)[PRINT], hues()
    colours = {"dk1": print_colours.ink, "lt1": print_colours.paper, "dk2": print_colours.hue, "lt2": "#f2efe6"}
    colours |= {f"accent{number}": chapters[str(number)] for number in range(1, 7)}
    colours |= {"hlink": chapters["1"], "folHlink": chapters["4"]}
    told = "".join(f'<a:{name}><a:srgbClr val="{colour[1:].upper()}"/></a:{name}>' for name, colour in colours.items())
    rest = '<a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    name = escaped(words.site_name)
    return (
        f'{_HEADING}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}">'
        f'<a:themeElements><a:clrScheme name="{name}">{told}</a:clrScheme>'
        f'<a:fontScheme name="{name}"><a:majorFont><a:latin typeface="{_TITLE_FONT}"/>{rest}</a:majorFont>'
        f'<a:minorFont><a:latin typeface="{_TEXT_FONT}"/>{rest}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="{name}"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}'
        f"</a:lnStyleLst><a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
