"""Whoever passes a text on has the licence with it, as a link."""

import zipfile

import pytest
from pypdf import PdfReader

from macros.exports.clipboard.parts import part
from macros.exports.clipboard.pieces import pieces
from macros.exports.imprint import LICENCE

FILES = [
    *(f"p/70/70.{ending}" for ending in ("pdf", "docx", "odt")),
    *(f"downloads/handbook.{ending}" for ending in ("pdf", "docx", "odt", "epub", "pptx")),
    *(f"downloads/route-off-the-island.{ending}" for ending in ("pdf", "docx", "odt", "epub")),
    "downloads/cards.pdf",
    "downloads/disagreements.pdf",
    "downloads/poster-a3.pdf",
]


def links(file):
    """Return what a file links to."""
    if file.suffix == ".pdf":
        notes = [note.get_object() for page in PdfReader(file).pages for note in page.get("/Annots", [])]
        return {note["/A"]["/URI"] for note in notes if "/URI" in note.get("/A", {})}
    parts = {
        ".docx": "word/_rels/document.xml.rels",
        ".odt": "content.xml",
        ".epub": "book/title.xhtml",
        ".pptx": "ppt/slides/_rels/slide1.xml.rels",
    }
    with zipfile.ZipFile(file) as opened:
        return set(opened.read(parts[file.suffix]).decode().split('"'))


@pytest.mark.parametrize("name", FILES)
def test_every_file_links_to_it(exported, imprint, name):
    assert LICENCE in links(exported / ("en" if imprint.edition == "en" else "") / name)


def test_every_text_that_is_copied_links_to_it(imprint):
    for pattern in imprint.patterns():
        made = pieces(pattern, imprint)
        for one in (made["summary"]["after"], made["pattern"]["after"], part(pattern, imprint)):
            assert one["html"].count(f'<a href="{LICENCE}">CC BY 4.0</a>') == 1
            assert one["text"].count(f"CC BY 4.0 ({LICENCE})") == 1
            link = f"[CC BY 4.0](<{LICENCE}>)"
            assert link in one.get("markdown", link)
