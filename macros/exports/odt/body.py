"""Blocks as the text of an OpenDocument file: named styles only, so that it takes on the look of where it is pasted."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from macros.exports.emphasis import emphasised
from macros.model.editions import LOCALES, Edition
from macros.view.blocks import Block, Facts, Heading, Items, Paragraph, Quote, Run, Runs
from macros.view.labels import Labels

_DEEPEST: Final = 4
"""The lowest level of headings that has a style of its own."""
_WIDTH, _HEIGHT = "8cm", "5.333cm"
_SPACES: Final = re.compile(" {2,}")
TEXT, KEPT, FACT, BREAK, PICTURE, DECORATIVE = "Text_20_body", "Kept", "Fact", "Break", "Picture", "Decorative"
"""Styles of paragraphs and pictures; all but the first are a named style with one property more."""
_KEPT_IN_LIST: Final = {"Numbering_20_1": "KeptNumber", "List_20_1": "KeptPoint"}
"""The style of a paragraph of a list that stands on the page of the next one, by the style without that."""
_OF_PARAGRAPHS: Final = (
    f'<style:style style:name="{KEPT}" style:family="paragraph" style:parent-style-name="{TEXT}">'
    '<style:paragraph-properties fo:keep-with-next="always" fo:keep-together="always"/></style:style>'
    f'<style:style style:name="{FACT}" style:family="paragraph" style:parent-style-name="{TEXT}">'
    '<style:paragraph-properties fo:keep-with-next="always" fo:keep-together="always" fo:margin-bottom="0.05cm"/>'
    "</style:style>"
    + "".join(
        f'<style:style style:name="{kept}" style:family="paragraph" style:parent-style-name="{style}">'
        '<style:paragraph-properties fo:keep-with-next="always"/></style:style>'
        for style, kept in _KEPT_IN_LIST.items()
    )
    + f'<style:style style:name="{BREAK}" style:family="paragraph" style:parent-style-name="Heading_20_1">'
    '<style:paragraph-properties fo:break-before="page"/></style:style>'
)
_OF_PICTURES: Final = {
    name: f'<style:style style:name="{name}" style:family="graphic"><style:graphic-properties style:wrap="none"'
    f' style:vertical-pos="top" style:vertical-rel="baseline"{more}/></style:style>'
    for name, more in ((PICTURE, ""), (DECORATIVE, ' loext:decorative="true"'))
}
"""The mark of a picture that needs no words is LibreOffice's: the standard has none, so other files do without."""


@dataclass(slots=True)
class Body:
    """The text of a document in the making.

    Attributes:
        language: of every run that names no other. Each run says it, so that it stays so where it is pasted.
        anchors: the places within the document, by the key of the pattern that stands there.
        images: the PNG of each picture by the name of its part.
        parts: its paragraphs.
        own_styles: the styles of its runs and pictures by name, as XML.
    """

    language: Edition
    anchors: dict[str, str] = field(default_factory=dict)
    images: dict[str, bytes] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)
    own_styles: dict[str, str] = field(default_factory=dict)

    @property
    def styles(self) -> str:
        """The styles that only this document has, as XML."""
        return _OF_PARAGRAPHS + "".join(self.own_styles.values())

    def add(
        self,
        blocks: Iterable[Block],
        shift: int = 0,
        *,
        new_page: bool = False,
        pages: dict[str, int] | None = None,
    ) -> None:
        """Add blocks; the facts and what follows them stand on one page.

        Args:
            blocks: in order.
            shift: how much lower their headings stand than in the outline.
            new_page: whether the first, a heading, begins a page.
            pages: the page that each place is thought to be on, where links within the document tell it.
        """
        blocks = list(blocks)
        for place, block in enumerate(blocks):
            last = place == len(blocks) - 1
            self.parts += self._block(block, shift, pages or {}, new_page=new_page and not place, last=last)

    def picture(self, png: bytes, text: str) -> None:
        """Add a picture as a paragraph of its own.

        Args:
            png: 3 to 2, as wide as it is sharp at 8 cm.
            text: its text alternative; empty for one that says no more than the words beside it.
        """
        number = len(self.images) + 1
        name = f"Pictures/{number}.png"
        self.images[name] = png
        style = PICTURE if text else DECORATIVE
        self.own_styles[style] = _OF_PICTURES[style]
        about = f"<svg:desc>{escape(text)}</svg:desc>" if text else ""
        self.parts.append(
            f'<text:p text:style-name="{KEPT}"><draw:frame draw:style-name="{style}"'
            f' draw:name="image{number}" text:anchor-type="as-char" svg:width="{_WIDTH}" svg:height="{_HEIGHT}">'
            f'<draw:image xlink:href="{name}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
            f' draw:mime-type="image/png"/>{about}</draw:frame></text:p>'
        )

    def paragraph(self, runs: Runs, style: str = TEXT, pages: dict[str, int] | None = None) -> str:
        """Return one paragraph.

        Args:
            runs: its words.
            style: the name of its style.
            pages: as in `add`.
        """
        words = "".join(self.run(run, pages) for run in runs)
        return f'<text:p text:style-name="{style}">{words}</text:p>'

    def run(self, run: Run, pages: dict[str, int] | None = None) -> str:
        """Return the words of one run, within a link where they lead somewhere."""
        words = "<text:line-break/>" if run.text == "\n" else _SPACES.sub(_kept_spaces, escape(run.text))
        text = f'<text:span text:style-name="{self._letters(run)}">{words}</text:span>'
        if not run.url:
            return text
        anchor = self.anchors.get(run.pattern, "")
        link = link_to(f"#{anchor}" if anchor else run.url, text)
        return link + self._page(anchor, pages[anchor]) if pages and anchor in pages else link

    def _letters(self, run: Run) -> str:
        """Return the name of the style that a run has: its language, and a named style of letters."""
        language = LOCALES[run.language or self.language]
        name = "T" + "s" * run.strong + "e" * run.emphasis + "-" + language
        if name not in self.own_styles:
            code, _, country = language.partition("-")
            parent = "Strong_20_Emphasis" if run.strong else "Emphasis" if run.emphasis else ""
            named = f' style:parent-style-name="{parent}"' if parent else ""
            both = ' fo:font-style="italic"' if run.strong and run.emphasis else ""
            self.own_styles[name] = (
                f'<style:style style:name="{name}" style:family="text"{named}><style:text-properties'
                f' fo:language="{code}" fo:country="{country or "none"}"{both}/></style:style>'
            )
        return name

    def _page(self, anchor: str, page: int) -> str:
        """Return the page of a place in brackets, behind a link to it."""
        before = self.run(Run(f" ({Labels(self.language).page_short}\xa0"))
        return f"{before}{page_field(anchor, page)}{self.run(Run(')'))}"

    def _block(
        self, block: Block, shift: int, pages: dict[str, int], *, new_page: bool = False, last: bool = True
    ) -> Iterator[str]:
        match block:
            case Heading():
                yield self._heading(block, shift, new_page=new_page)
            case Paragraph(runs, role):
                style = KEPT if role == "colophon" and not last else TEXT
                yield self.paragraph(tuple(emphasised(runs, role)), style, pages)
            case Quote(blocks):
                for inner in blocks:
                    if isinstance(inner, Paragraph):
                        yield self.paragraph(inner.runs, "Quotations", pages)
                    else:
                        yield from self._block(inner, shift, pages)
            case Items():
                yield self._items(block, pages)
            case Facts(rows):
                for label, runs in rows:
                    yield self.paragraph((Run(f"{label}: ", strong=True), *runs), FACT, pages)

    def _heading(self, heading: Heading, shift: int, *, new_page: bool) -> str:
        level = heading.level + shift
        style = BREAK if new_page else f"Heading_20_{min(level, _DEEPEST)}"
        place = f"<text:bookmark text:name={quoteattr(heading.anchor)}/>" if heading.anchor else ""
        words = "".join(map(self.run, heading.runs))
        return f'<text:h text:style-name="{style}" text:outline-level="{level}">{place}{words}</text:h>'

    def _items(self, items: Items, pages: dict[str, int]) -> str:
        listed, style = ("Numbering_20_123", "Numbering_20_1") if items.ordered else ("List_20_1", "List_20_1")
        rows = []
        for item in items.items:
            told = [
                self.paragraph(inner.runs, _KEPT_IN_LIST[style] if place < len(item) else style, pages)
                if isinstance(inner, Paragraph)
                else "".join(self._block(inner, 0, pages))
                for place, inner in enumerate(item, 1)
            ]
            rows.append(f"<text:list-item>{''.join(told)}</text:list-item>")
        return f'<text:list text:style-name="{listed}">{"".join(rows)}</text:list>'


def link_to(address: str, text: str) -> str:
    """Return words that lead somewhere."""
    return (
        f'<text:a xlink:type="simple" xlink:href={quoteattr(address)} text:style-name="Internet_20_link"'
        f' text:visited-style-name="Internet_20_link">{text}</text:a>'
    )


def page_field(anchor: str, page: int) -> str:
    """Return the page of a place as a field, which a program fills in anew.

    Args:
        anchor: the name of the place.
        page: what the field says until then.
    """
    named = f"text:ref-name={quoteattr(anchor)}"
    return f'<text:bookmark-ref text:reference-format="page" {named}>{page}</text:bookmark-ref>'


def _kept_spaces(found: re.Match[str]) -> str:
    """Return several spaces as they have to be written: a program reads them as one."""
    return f' <text:s text:c="{len(found.group()) - 1}"/>'
