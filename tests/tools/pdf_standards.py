"""What PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) ask of a file, as named checks.

No validator can be installed from a package. These are the clauses that a file of ours could break; each check yields
what is wrong, and nothing where all is well.
"""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any, Final

from lxml import etree
from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject, IndirectObject

_PAGES: Final = 6
"""How many pages of a long file are looked at letter by letter."""
_STRUCTURE: Final = {
    *(
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
    ),
    *("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead"),
    *(
        "Private",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Figure",
        "Formula",
    ),
    *("Form", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP"),
}
"""The standard structure types of PDF 1.7."""
_PAINTS: Final = {b"Tj", b"TJ", b"'", b'"', b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"Do"}
_PRINTED, _UNSEEN = 4, 1 | 2 | 32
"""Flags of an annotation: print; invisible, hidden, no view."""


class Opened:
    """A PDF with what the checks ask of it."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.pdf = PdfReader(BytesIO(content))
        root: Any = self.pdf.root_object
        self.root = root
        self.xmp: bytes = self.root.get("/Metadata").get_data()
        self.objects: list[Any] = [
            self.pdf.get_object(IndirectObject(number, generation, self.pdf)) for number, generation in self._numbers()
        ]

    def _numbers(self) -> Iterator[tuple[int, int]]:
        for number in range(1, int(self.pdf.trailer["/Size"])):  # type: ignore[call-overload]
            if number in self.pdf.xref.get(0, {}) or number in self.pdf.xref_objStm:
                yield number, 0

    def typed(self, kind: str) -> Iterator[Any]:
        """Yield every object of a type."""
        for one in self.objects:
            if isinstance(one, DictionaryObject) and one.get("/Type") == kind:
                yield one

    def notes(self) -> Iterator[Any]:
        """Yield every annotation."""
        for page in self.pdf.pages:
            yield from (note.get_object() for note in page.get("/Annots", []))


Check = Callable[[Opened], Iterator[str]]


def header(of: Opened) -> Iterator[str]:
    """6.1.2: the first lines."""
    if not re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}", of.content):
        yield repr(of.content[:16])


def trailer(of: Opened) -> Iterator[str]:
    """6.1.3: an identifier and no encryption."""
    if "/ID" not in of.pdf.trailer:
        yield "no ID"
    if of.pdf.is_encrypted:
        yield "encrypted"


def claims(of: Opened) -> Iterator[str]:
    """6.6.4 and UA 5: it says which standards it keeps to, once each."""
    for claim in (b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<"):
        if of.xmp.count(claim) != 1:
            yield f"{claim.decode()} stands there {of.xmp.count(claim)} times"


def metadata(of: Opened) -> Iterator[str]:
    """6.6.2 and 6.6.3: readable as it stands, well formed, and the same as the information dictionary."""
    if "/Filter" in of.root["/Metadata"]:
        yield "filtered"
    told = etree.fromstring(of.xmp)
    titles = [one.text for one in told.iterfind(".//{http://purl.org/dc/elements/1.1/}title//{*}li")]
    if titles != [of.pdf.metadata.title if of.pdf.metadata else None]:
        yield f"the title is {titles} there"
    created = told.findtext(".//{http://ns.adobe.com/xap/1.0/}CreateDate") or ""
    stated = str(of.pdf.trailer["/Info"].get("/CreationDate", ""))  # type: ignore[attr-defined]
    if re.sub(r"\D", "", created)[:14] != re.sub(r"\D", "", stated)[:14]:
        yield f"made {created} there, {stated} here"


def output_intent(of: Opened) -> Iterator[str]:
    """6.2.3: one profile of colours, that device colours go by."""
    found = [one.get_object() for one in of.root.get("/OutputIntents", [])]
    if [one["/S"] for one in found] != ["/GTS_PDFA1"]:
        yield f"{len(found)} of them"
        return
    profile = found[0]["/DestOutputProfile"].get_object()
    space = {b"RGB ": 3, b"GRAY": 1, b"CMYK": 4}.get(profile.get_data()[16:20])
    if profile["/N"] != space:
        yield f"a profile of {space} colours that says {profile['/N']}"


def fonts(of: Opened) -> Iterator[str]:
    """6.2.11: every font embedded, each of its letters known as Unicode."""
    for font in of.typed("/Font"):
        kind = font.get("/Subtype")
        if kind in ("/Type0", "/TrueType", "/Type1") and "/ToUnicode" not in font:
            yield f"{font.get('/BaseFont')} without ToUnicode"
        if kind == "/CIDFontType2" and "/CIDToGIDMap" not in font:
            yield f"{font.get('/BaseFont')} without CIDToGIDMap"
        if kind not in ("/Type0", "/Type3"):
            about = font["/FontDescriptor"].get_object()
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(about):
                yield f"{font.get('/BaseFont')} is not embedded"


def letters(of: Opened) -> Iterator[str]:
    """6.2.11.7: no letter of the private area, none without a meaning."""
    for font in of.typed("/Font"):
        if "/ToUnicode" in font:
            named = font["/ToUnicode"].get_object().get_data()
            for code in re.findall(rb"<[0-9a-fA-F]+>\s*<([0-9a-fA-F]{4})>", named):
                if code.lower() in (b"0000", b"feff", b"fffe") or b"e000" <= code.lower() <= b"f8ff":
                    yield f"{font.get('/BaseFont')} has U+{code.decode()}"


def actions(of: Opened) -> Iterator[str]:
    """6.5 and 6.6.1: no scripts, nothing that happens by itself, only links."""
    names = of.root.get("/Names", {})
    yield from (name for name in ("/OpenAction", "/AA", "/AcroForm", "/AF") if name in of.root)
    yield from (name for name in ("/JavaScript", "/EmbeddedFiles") if name in names)
    for note in of.notes():
        if note["/Subtype"] != "/Link" or note.get("/A", {}).get("/S", "/GoTo") not in ("/URI", "/GoTo"):
            yield str(note["/Subtype"])


def notes(of: Opened) -> Iterator[str]:
    """6.3 and UA 7.18: every link is printed, says where it leads and stands in the structure."""
    for note in of.notes():
        if not note.get("/F", 0) & _PRINTED or note.get("/F", 0) & _UNSEEN:
            yield f"flags {note.get('/F')}"
        if not note.get("/Contents"):
            yield "a link that does not say where it leads"
        if "/StructParent" not in note:
            yield "a link outside the structure"
    for number, page in enumerate(of.pdf.pages, 1):
        if page.get("/Annots") and page.get("/Tabs") != "/S":
            yield f"page {number} has another order for the Tab key"


def images(of: Opened) -> Iterator[str]:
    """6.1.7, 6.2.8 and 6.2.9: no filter, image or other object that is not allowed."""
    for one in of.typed("/XObject"):
        if "/LZWDecode" in str(one.get("/Filter", "")):
            yield "LZW"
        if _true(one.get("/Interpolate")) or {"/Alternates", "/OPI", "/PS", "/Ref"} & set(one):
            yield str(sorted(one))


def optional_content(of: Opened) -> Iterator[str]:
    """6.9 and 6.10: everything shows, always."""
    yield from (name for name in ("/OCProperties", "/Requirements") if name in of.root)
    yield from ("/PresSteps" for page in of.pdf.pages if "/PresSteps" in page)


def tagged(of: Opened) -> Iterator[str]:
    """6.7 and UA 7.1: marked, with a structure, a language, and a title that is shown."""
    about = of.root.get("/MarkInfo", {})
    if not _true(about.get("/Marked")) or _true(about.get("/Suspects")):
        yield "not marked"
    if "/StructTreeRoot" not in of.root or "/ParentTree" not in of.root["/StructTreeRoot"]:
        yield "no structure"
    if not of.root.get("/Lang"):
        yield "no language"
    shown = _true(of.root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"))
    if not shown or not of.pdf.metadata or not of.pdf.metadata.title:
        yield "its title is not shown"


def _true(value: Any) -> bool:
    return getattr(value, "value", value) is True


def structure(of: Opened) -> Iterator[str]:
    """6.7.3, UA 7.1, 7.3 and 7.4: standard elements; a figure with words; no level of headings left out."""
    roles = of.root["/StructTreeRoot"].get("/RoleMap", {})
    for one in of.typed("/StructElem"):
        kind = str(roles.get(one["/S"], one["/S"])).removeprefix("/")
        if kind not in _STRUCTURE:
            yield f"an element {kind}"
        if kind == "Figure" and not (one.get("/Alt") or one.get("/ActualText")):
            yield "a figure without words"
    last = 0
    for level in _headings(of.root["/StructTreeRoot"], roles):
        if level > last + 1:
            yield f"H{level} follows H{last}"
        last = level


def _headings(element: Any, roles: Any) -> Iterator[int]:
    """Yield the level of each heading in reading order."""
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if not isinstance(one, DictionaryObject):
            continue
        kind = str(roles.get(one.get("/S"), one.get("/S")))
        if re.fullmatch("/H[1-6]", kind):
            yield int(kind[2:])
        below = one.get("/K", [])
        below = below.get_object() if isinstance(below, IndirectObject) else below
        below = below if isinstance(below, list) else [below]
        waiting += [child.get_object() for child in reversed(below)]


def marked_content(of: Opened) -> Iterator[str]:
    """UA 7.1: everything painted is either part of the structure or an artifact."""
    for number, page in enumerate(of.pdf.pages[:_PAGES], 1):
        depth = 0
        stream = page.get_contents()
        for _operands, operator in stream.operations if isinstance(stream, ContentStream) else []:
            depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
            if operator in _PAINTS and not depth:
                yield f"page {number} paints something that is neither ({operator.decode()})"
                break


CHECKS: Final[tuple[Check, ...]] = (
    header,
    trailer,
    claims,
    metadata,
    output_intent,
    fonts,
    letters,
    actions,
    notes,
    images,
    optional_content,
    tagged,
    structure,
    marked_content,
)


def wrong(content: bytes) -> list[str]:
    """Return what a PDF breaks of the two standards, each with the name of its check."""
    opened = Opened(content)
    return sorted({f"{check.__name__}: {found}" for check in CHECKS for found in check(opened)})
