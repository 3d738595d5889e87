"""Blocks as the body of a Word document: built-in styles only, so that it takes on the look of where it is pasted.

WordprocessingML as ECMA-376 has it. A body can stand alone or beside others in one document: its links and
numbered lists bear names of their own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from macros.exports.emphasis import emphasised
from macros.model.editions import LOCALES, Edition
from macros.view.blocks import Block, Facts, Heading, Items, Paragraph, Quote, Run, Runs
from macros.view.labels import Labels

_DEEPEST: Final = 3
"""List styles go three levels deep: List Bullet, List Bullet 2, List Bullet 3."""
_NUMBERED_LISTS: Final = 20
"""How many numbered lists a body may have: it is given that many names."""
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
DECORATIVE: Final = (
    f'<a:extLst xmlns:a="{_DRAWING}/main"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
"""How Word and PowerPoint mark a picture that needs no text alternative."""
_WIDTH: Final = 8 * 360_000
"""Of a picture: 8 cm, in the units of DrawingML."""
_IMAGES: Final = 100
"""How many pictures a body may have: it is given that many numbers."""
_KEPT: Final = "<w:keepNext/><w:keepLines/>"
"""On the page of the next paragraph."""
_FIRST_NUMBERING: Final = 100
"""Names below this one are the template's own."""


@dataclass(slots=True)
class Body:
    """The body of a document in the making.

    Attributes:
        number: sets the names of its links and lists apart from those of other bodies in the same document.
        language: of every run that names no other. Each run says it, so that it stays so where it is pasted.
        anchors: the places within the document, by the key of the pattern that stands there.
        pages: the page that each of those places is thought to be on; a link to one then tells it, in a field.
        links: the address of each link by the name of its relationship.
        leads: the key of the pattern that a link leads to, by the name of its relationship.
        lists: the name of each numbered list with its level, which starts at 1 again.
        images: the PNG of each picture by the name of its relationship.
        parts: its paragraphs.
        size: of its letters, in half points; 0 for that of their style.
    """

    number: int
    language: Edition
    anchors: dict[str, str] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    lists: dict[int, int] = field(default_factory=dict)
    images: dict[str, bytes] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)
    size: int = 0

    @property
    def xml(self) -> str:
        """The paragraphs as XML, with the prefixes w and r to be declared around them."""
        return "".join(self.parts)

    def add(self, blocks: Iterable[Block], shift: int = 0, *, new_page: bool = False) -> None:
        """Add blocks; headings stand `shift` levels lower than in the outline, and the first may begin a page.

        The facts and what follows them stand on one page, so that no page has only the last few lines.
        """
        blocks = list(blocks)
        for place, block in enumerate(blocks):
            last = place == len(blocks) - 1
            self.parts += self._block(block, shift, new_page=new_page and not place, last=last)

    def picture(self, png: bytes, text: str) -> None:
        """Add a picture as a paragraph of its own.

        Args:
            png: 3 to 2, as wide as it is sharp at 8 cm.
            text: its text alternative; empty for one that says no more than the words beside it.
        """
        name = f"image{self.number}x{len(self.images)}"
        self.images[name] = png
        number = self.number * _IMAGES + len(self.images)
        size = f'cx="{_WIDTH}" cy="{_WIDTH * 2 // 3}"'
        named = f'id="{number}" name="{name}" descr={quoteattr(text)}'
        about = f"<wp:docPr {named}/>" if text else f"<wp:docPr {named}>{DECORATIVE}</wp:docPr>"
        self.parts.append(
            # As high as the picture is, and on the page of what it shows.
            '<w:p><w:pPr><w:keepNext/><w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:drawing>'
            f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
            f"<wp:extent {size}/>{about}"
            f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
            f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/>'
            f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{name}"/>'
            f"<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r></w:p>"
        )

    def paragraph(self, runs: Runs, style: str = "", properties: str = "") -> str:
        """Return one paragraph.

        Args:
            runs: its words.
            style: the id of its style; empty for Normal.
            properties: more properties, as XML in the order of the schema.
        """
        styled = f'<w:pStyle w:val="{style}"/>' if style else ""
        about = f"<w:pPr>{styled}{properties}</w:pPr>" if styled or properties else ""
        return f"<w:p>{about}{''.join(map(self.run, runs))}</w:p>"

    def _block(self, block: Block, shift: int, *, new_page: bool = False, last: bool = True) -> Iterator[str]:
        match block:
            case Heading():
                yield self._heading(block, shift, new_page=new_page)
            case Paragraph(runs, role):
                kept = _KEPT if role == "colophon" and not last else ""
                yield self.paragraph(tuple(emphasised(runs, role)), properties=kept)
            case Quote(blocks):
                for inner in blocks:
                    if isinstance(inner, Paragraph):
                        yield self.paragraph(inner.runs, "Quote")
                    else:
                        yield from self._block(inner, shift)
            case Items():
                yield from self._items(block, 0)
            case Facts(rows):
                for label, runs in rows:
                    yield self.paragraph(
                        (Run(f"{label}: ", strong=True), *runs), properties=f"{_KEPT}<w:contextualSpacing/>"
                    )

    def _heading(self, heading: Heading, shift: int, *, new_page: bool) -> str:
        text = self.paragraph(
            heading.runs, f"Heading{min(heading.level + shift, 9)}", "<w:pageBreakBefore/>" if new_page else ""
        )
        if not heading.anchor:
            return text
        name = quoteattr(heading.anchor)
        start, end = f'<w:bookmarkStart w:id="{self.number}" w:name={name}/>', f'<w:bookmarkEnd w:id="{self.number}"/>'
        opening, properties, rest = text.partition("</w:pPr>")
        return f"{opening}{properties}{start}{rest.removesuffix('</w:p>')}{end}</w:p>"

    def _items(self, items: Items, depth: int) -> Iterator[str]:
        level = min(depth + 1, _DEEPEST)
        style = ("ListNumber" if items.ordered else "ListBullet") + (str(level) if level > 1 else "")
        numbered = (
            f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self._list(level)}"/></w:numPr>' if items.ordered else ""
        )
        for item in items.items:
            for place, inner in enumerate(item):
                if isinstance(inner, Items):
                    yield from self._items(inner, depth + 1)
                elif isinstance(inner, Paragraph):
                    # A second paragraph of an item stands under it, without a mark.
                    under = "ListContinue" + (str(level) if level > 1 else "")
                    kept = "<w:keepNext/>" if place < len(item) - 1 else ""
                    yield self.paragraph(inner.runs, under if place else style, kept + ("" if place else numbered))
                else:
                    yield from self._block(inner, 0)

    def _list(self, level: int) -> int:
        name = _FIRST_NUMBERING + self.number * _NUMBERED_LISTS + len(self.lists)
        self.lists[name] = level
        return name

    def run(self, run: Run) -> str:
        """Return the words of one run, within a link where they lead somewhere."""
        words = "<w:br/>" if run.text == "\n" else f'<w:t xml:space="preserve">{escape(run.text)}</w:t>'
        properties = ""
        if run.url:
            properties += '<w:rStyle w:val="Hyperlink"/>'
        elif run.strong or run.emphasis:
            properties += f'<w:rStyle w:val="{"Strong" if run.strong else "Emphasis"}"/>'
        if run.strong and run.url:
            properties += "<w:b/>"
        if run.emphasis and (run.url or run.strong):
            properties += "<w:i/>"
        if self.size:
            properties += f'<w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/>'
        properties += f'<w:lang w:val="{LOCALES[run.language or self.language]}"/>'
        text = f"<w:r><w:rPr>{properties}</w:rPr>{words}</w:r>"
        if not run.url:
            return text
        anchor = self.anchors.get(run.pattern)
        if anchor:
            link = f"<w:hyperlink w:anchor={quoteattr(anchor)}>{text}</w:hyperlink>"
            return link + self._page(anchor) if anchor in self.pages else link
        return f'<w:hyperlink r:id="{self._link(run)}">{text}</w:hyperlink>'

    def _link(self, run: Run) -> str:
        name = f"link{self.number}x{len(self.links)}"
        self.links[name] = run.url
        if run.pattern:
            self.leads[name] = run.pattern
        return name

    def _page(self, anchor: str) -> str:
        """Return the page of a place in brackets, behind a link to it."""
        before, after = self.run(Run(f" ({Labels(self.language).page_short}\xa0")), self.run(Run(")"))
        return f"{before}{page_field(anchor, self.pages[anchor])}{after}"


def page_field(anchor: str, page: int) -> str:
    """Return the page of a place as a field, which Word fills in anew.

    Args:
        anchor: the name of the place.
        page: what the field says until then.
    """
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {anchor} \\h </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{page}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
