"""A deck as a PowerPoint file, the same bytes every time."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZipFile

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml

from macros.exports.archive import archive
from macros.exports.imprint import Imprint, midnight
from macros.exports.pictures import WIDTH, bitmaps
from macros.exports.properties import Properties
from macros.exports.slides.decks import Deck, Part, PatternSlide, decks
from macros.exports.slides.layouts import (
    ASKED,
    CHAPTER,
    CONTENT,
    LAYOUTS,
    NAME,
    NAMESPACES,
    PATTERN,
    PATTERN_WITHOUT_PICTURE,
    SLIDE_NUMBER,
    SOURCE,
    TEXT,
    TITLE,
    Box,
    Layout,
    escaped,
    slide_number_xml,
)
from macros.exports.slides.package import GrowingPackage
from macros.exports.slides.template import NOTES, template
from macros.exports.slides.text import SMALLEST, Line, body_xml, lines, scale_of, shortened
from macros.exports.word.body import DECORATIVE
from macros.exports.word.package import CORE, core_xml
from macros.language.addresses import collection
from macros.model.editions import Edition
from macros.pictures.png import pngs
from macros.view.blocks import Block, Run, Runs, plain, words

_SECTIONS: Final = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def slide_decks(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of each deck."""
    for deck in decks(imprint):
        yield collection(deck.name, imprint.edition, "pptx"), presentation(deck)


def presentation(deck: Deck) -> bytes:
    """Return a deck as a PowerPoint file."""
    writer = _Writer(deck)
    parts = [(deck.title, [writer.opening(), writer.order()])]
    parts += [(plain(part.name), list(writer.part(part))) for part in deck.parts]
    parts.append((deck.imprint.words.slide_closing, [writer.closing()]))
    if any(part.name for part in deck.parts):
        writer.name_parts(parts)
    return writer.file()


class _Writer:
    """Adds slides to a presentation."""

    def __init__(self, deck: Deck) -> None:
        self._deck, self._imprint = deck, deck.imprint
        self._made = midnight(deck.imprint.revised())
        about = Properties(
            title=deck.title,
            author=self._imprint.author,
            subject=deck.subtitle,
            language=self._imprint.edition,
            made=self._made,
            site=self._imprint.name,
            address=deck.address,
        )
        core = core_xml(about, f"{self._made:%Y-%m-%dT%H:%M:%SZ}").encode()
        empty = archive({**template(self._imprint.edition), CORE: core}, self._made)
        self._written = GrowingPackage.open(BytesIO(empty)).main_document_part.presentation
        self._layouts = dict(zip(LAYOUTS, self._written.slide_layouts, strict=True))

    def opening(self) -> int:
        """Add the slide with the title, whose text of which day it is, and the licence; return its number."""
        deck = self._deck
        dated = self._dated({deck.title, deck.subtitle})
        rows: list[Runs] = [
            (Run(deck.subtitle),),
            (Run(dated[0].upper() + dated[1:]),),
            (Run(deck.address, url=deck.address),),
            self._imprint.licence,
        ]
        return self._add(TITLE, self._title(), {TEXT: map(Line, rows)}, deck.notes)

    def order(self) -> int:
        """Add the slide that tells what comes after what; return its number."""
        deck = self._deck
        return self._add(CONTENT, (Run(self._imprint.words.slide_order),), {TEXT: lines(deck.order)}, deck.reasons)

    def part(self, part: Part) -> Iterator[int]:
        """Add the slides of a part, after one that opens it where it has one; yield the number of each."""
        if part.opening:
            png = pngs([part.emblem], WIDTH)[0] if part.emblem else b""
            yield self._add(CHAPTER, part.name, {TEXT: lines(part.opening)}, [], (png, ""))
        drawn = [slide.view for slide in part.slides if slide.view.picture]
        pictures = dict(zip((view.pattern.key for view in drawn), bitmaps(drawn), strict=True))
        for slide in part.slides:
            yield self._pattern(slide, pictures.get(slide.view.pattern.key, b""))

    def closing(self) -> int:
        """Add the slide with the licence and how to cite the deck, with its address; return its number."""
        deck, of = self._deck, self._imprint.words
        cited = (
            Run(f"{of.cite_as}: "),
            *(replace(run, emphasis=True) for run in self._title()),
            Run(f", {self._dated({deck.title})}, "),
            Run(deck.address, url=deck.address),
        )
        return self._add(CONTENT, (Run(of.slide_closing),), {TEXT: map(Line, [self._imprint.licence, cited])}, [])

    def name_parts(self, parts: list[tuple[str, list[int]]]) -> None:
        """Tell which slides belong together, under the name of each part.

        Args:
            parts: the name of each part with the numbers of its slides.
        """
        told = ""
        for name, numbers in parts:
            listed = "".join(f'<p14:sldId id="{number}"/>' for number in numbers)
            key = str(uuid5(NAMESPACE_URL, name)).upper()
            told += f'<p14:section name="{escaped(name)}" id="{{{key}}}">'
            told += f"<p14:sldIdLst>{listed}</p14:sldIdLst></p14:section>"
        extension = parse_xml(
            f'<p:extLst {NAMESPACES}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
            f'<p14:sectionLst xmlns:p14="{_SECTIONS}">{told}</p14:sectionLst></p:ext></p:extLst>'
        )
        self._written.element.append(extension)

    def file(self) -> bytes:
        """Return the presentation."""
        saved = BytesIO()
        self._written.save(saved)
        with ZipFile(saved) as package:
            return archive({name: package.read(name) for name in package.namelist()}, self._made)

    def _dated(self, said: set[str]) -> str:
        """Return the site, its author and the day of the text; without the names that were said before."""
        of = self._imprint.words
        names = [name for name in dict.fromkeys((self._imprint.name, self._imprint.author)) if name not in said]
        return ", ".join([*names, f"{of.text_of} {of.day(self._imprint.revised())}"])

    def _title(self) -> Runs:
        return (Run(self._deck.title, language=self._deck.title_foreign),)

    def _pattern(self, slide: PatternSlide, png: bytes) -> int:
        view = slide.view
        foreign = view.language if view.borrowed else None
        return self._add(
            PATTERN if png else PATTERN_WITHOUT_PICTURE,
            (Run(f"{view.pattern.id} "), Run(words(view.text.name), language=foreign)),
            {TEXT: lines(slide.text), ASKED: lines(slide.asked), SOURCE: [Line(slide.source)]},
            slide.notes,
            (png, view.picture.text if view.picture else ""),
        )

    def _add(
        self,
        layout: Layout,
        name: Runs,
        texts: dict[int, Iterable[Line]],
        notes: list[Block],
        picture: tuple[bytes, str] = (b"", ""),
    ) -> int:
        """Add a slide.

        Args:
            layout: its layout.
            name: its title.
            texts: what stands in each box, by its index. What a box has no room for is in the notes as a whole.
            notes: for the speaker.
            picture: as PNG, and what it shows; empty for none, or for nothing that the words do not say.

        Returns:
            The number that the presentation knows it by.
        """
        slide = self._written.slides.add_slide(self._layouts[layout])
        shapes = {shape.placeholder_format.idx: shape for shape in slide.placeholders}
        told: list[Line] = []
        for box in layout.boxes:
            if box is SLIDE_NUMBER:
                place, tree = len(self._written.slides), slide.shapes._spTree  # noqa: SLF001 - the library leaves it out
                tree.append(parse_xml(slide_number_xml(len(shapes) + 2, place, self._imprint.words)))
                continue
            written = [Line(name)] if box.index == NAME else list(texts.get(box.index, ()))
            if box.kind == "pic" and picture[0]:
                _draw(shapes[box.index], *picture)
            elif not written:
                _remove(shapes[box.index])
            else:
                shown = written if scale_of(written, box) else shortened(written, box)
                told += written if shown is not written else []
                _write(shapes[box.index], shown, box, self._imprint.edition)
        told += lines(notes)
        if told:
            _write(slide.notes_slide.notes_placeholder, told, NOTES, self._imprint.edition)
        return int(slide.slide_id)


def _draw(shape: Any, png: bytes, text: str) -> None:
    """Put a picture in its box, with what it shows as its text alternative."""
    about = shape.insert_picture(BytesIO(png)).element.nvPicPr.cNvPr
    about.set("descr", text)
    if not text:
        about.append(parse_xml(DECORATIVE))


def _remove(shape: Any) -> None:
    """Take a box without content off a slide: it would ask a reader for some."""
    shape.element.getparent().remove(shape.element)


def _write(shape: Any, told: list[Line], box: Box, language: Edition) -> None:
    """Give a box its text, set as large as there is room for."""

    def relate(url: str) -> str:
        return str(shape.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    body = parse_xml(body_xml(told, language, scale_of(told, box) or SMALLEST, relate))
    old = shape.element.txBody
    old.getparent().replace(old, body)
