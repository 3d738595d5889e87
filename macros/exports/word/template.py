"""An empty document in the look of ours.

The styles are those of python-docx's own template, without the tables' and with the few that it lacks.
"""

from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as Template
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from macros.model.editions import LOCALES, Edition

_TEXT_WIDTH: Final = Mm(160)
_INK: Final = RGBColor(0x1A, 0x1A, 0x1A)
_BLUE: Final = RGBColor(0x05, 0x63, 0xC1)


def empty_document(language: Edition) -> bytes:
    """Return an empty Word file."""
    document = Document()
    _drop_what_is_not_used(document)
    _style(document, language)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def _drop_what_is_not_used(document: Template) -> None:
    package = document.part.package
    for relations in (package.rels, document.part.rels):
        for name in [
            name
            for name, one in relations.items()
            if one.reltype.endswith(("/thumbnail", "/customXml", "/stylesWithEffects"))
        ]:
            del relations[name]
    based, last = qn("w:basedOn"), {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
    dropped = set()
    for style in list(document.styles):
        # A style based on no other keeps its own font in a document with another one.
        if style.name not in last and (style.type == WD_STYLE_TYPE.TABLE or style.element.find(based) is None):
            dropped.add(style.style_id)
            style.element.getparent().remove(style.element)
    for style in list(document.styles):
        linked = style.element.find(qn("w:link"))
        if linked is not None and linked.get(qn("w:val")) in dropped:
            style.element.getparent().remove(style.element)


def _style(document: Template, language: Edition) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(25)
    for name in ["Title", "Subtitle", *(f"Heading {level}" for level in range(1, 5))]:
        document.styles[name].font.color.rgb = _INK
    document.styles["Normal"].paragraph_format.space_after = Pt(8)
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.base_style = document.styles["Default Paragraph Font"]
    link.font.color.rgb, link.font.underline = _BLUE, True
    for level in (1, 2):
        contents = document.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        contents.base_style, contents.style_id = document.styles["Normal"], f"TOC{level}"
        contents.paragraph_format.left_indent = Mm(5 * (level - 1))
        contents.paragraph_format.tab_stops.add_tab_stop(_TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        contents.paragraph_format.space_after = Pt(3)
    spoken = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    spoken.set(qn("w:val"), LOCALES[language])
    spoken.set(qn("w:eastAsia"), LOCALES[language])
    page = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    section.footer.paragraphs[0]._p.append(parse_xml(page))  # noqa: SLF001 - the library has no word for a field
