"""The text of a Word file, from its main part alone: nothing else in the package is opened."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from lxml import etree

from macros.findings.finding import Finding, Hole, Place

MOST_ENTRIES: Final = 200
MOST_BYTES: Final = 4 * 1024 * 1024
"""The text of a book of 300 pages, unpacked."""
_MAIN: Final = "word/document.xml"
_MACROS: Final = ("vbaproject.bin", "vbadata.xml")
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT: Final = {f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "sectPr")}
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file of Word 97 begins, and one that is locked with a password."""


def is_word(raw: bytes) -> bool:
    """Whether a file is one of Word, or any other package in ZIP."""
    return raw.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLD))


def read_word(raw: bytes, path: str) -> str | Finding:
    """Return the text of a Word file, a paragraph a line, or why it is refused.

    Args:
        raw: the file.
        path: its name, for the finding.
    """
    try:
        return "\n".join(_paragraphs(_tree(_main_part(raw))))
    except _Refused as refusal:
        return Finding(Place(path), refusal.message, refusal.holes)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, OSError, ValueError, zlib.error):
        return Finding(Place(path), "received.broken-word")


class _Refused(Exception):  # noqa: N818 - a refusal is no error of the program
    """Why a file is not read: the id of a message with what fills it."""

    def __init__(self, message: str, holes: dict[str, Hole]) -> None:
        super().__init__(message)
        self.message = message
        self.holes = holes


def _main_part(raw: bytes) -> bytes:
    if raw.startswith(_OLD):
        raise _Refused("received.old-word", {})
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        names = package.namelist()
        if any(name.lower().rpartition("/")[2] in _MACROS for name in names):
            raise _Refused("received.word-macros", {})
        if names.count(_MAIN) != 1:
            raise _Refused("received.no-word", {})
        if package.getinfo(_MAIN).flag_bits & 1:
            raise _Refused("received.old-word", {})
        # Word writes no other, and of bzip2 and LZMA Python unpacks more than it was asked for.
        if package.getinfo(_MAIN).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise zipfile.BadZipFile
        # What an entry says of its own size need not be so.
        with package.open(_MAIN) as part:
            xml = part.read(MOST_BYTES + 1)
    if len(names) > MOST_ENTRIES or len(xml) > MOST_BYTES:
        raise _Refused("received.word-large", {"megabytes": MOST_BYTES // 1024**2})
    return xml


def _tree(xml: bytes) -> etree._Element:
    """Return the tree of XML: no entity is filled in, and no other file is opened."""
    if b"<!DOCTYPE" in xml:
        raise _Refused("received.word-entities", {})
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    if tree.getroottree().docinfo.internalDTD is not None:
        raise _Refused("received.word-entities", {})
    return tree


def _paragraphs(tree: etree._Element) -> Iterator[str]:
    """Yield each paragraph as a line or more: what was struck out, and what a field only asks, is left out."""
    asked = {paragraph for one in _left_out(tree) for paragraph in one.iter(f"{_W}p")}
    for paragraph in tree.iter(f"{_W}p"):
        if paragraph not in asked:
            yield "".join(_runs(paragraph))


def _runs(element: etree._Element) -> Iterator[str]:
    """Yield the texts of a paragraph, but for those of a paragraph within it (a text box), which follows by itself."""
    # Not by a call for each level: a file can be made to hold any number of them.
    waiting = list(reversed(element))
    while waiting:
        one = waiting.pop()
        if one.tag in _LEFT_OUT or one.tag == f"{_W}p" or (one.tag == f"{_W}sdt" and _asks(one)):
            continue
        if one.tag == f"{_W}t":
            yield one.text or ""
        elif one.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif one.tag == f"{_W}tab":
            yield " "
        elif one.tag == f"{_W}noBreakHyphen":
            yield "-"
        else:
            waiting.extend(reversed(one))


def _asks(control: etree._Element) -> bool:
    """Whether a control still shows what to fill in."""
    return control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None


def _left_out(tree: etree._Element) -> Iterator[etree._Element]:
    """Yield the outermost elements of which no paragraph counts: each paragraph is met once, however deep they nest."""
    waiting = [tree]
    while waiting:
        one = waiting.pop()
        if one.tag in (f"{_W}del", f"{_W}moveFrom") or (one.tag == f"{_W}sdt" and _asks(one)):
            yield one
        else:
            waiting.extend(one)
