"""A pattern as PDF: a tagged handout of one or two pages whose links and words are the pattern's."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from macros.exports.imprint import LICENCE
from macros.exports.pdf.pattern import pattern_pdf
from macros.exports.pdf.typesetting import page_count
from macros.pictures.colours import _pairs
from macros.view.blocks import Facts, Heading, plain
from macros.view.library import title
from macros.view.outline import outline
from tests.exports.outlines import links_of, runs_of


@pytest.fixture(scope="module")
def pdfs(imprint, exported):
    """Every pattern of an edition with the PDF that a reader downloads."""
    folder = exported / ("en" if imprint.edition == "en" else "")
    return [(pattern, PdfReader(folder / f"p/{pattern.id}/{pattern.id}.pdf")) for pattern in imprint.patterns()]


def letters(text):
    """Return text without what breaking lines does to it."""
    return re.sub(r"[\s\u00ad-]", "", text)


def addresses(pdf):
    return [note.get_object()["/A"]["/URI"] for page in pdf.pages for note in page.get("/Annots", [])]


def test_each_is_tagged_with_title_and_language(imprint, pdfs):
    for pattern, pdf in pdfs:
        root = pdf.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
        assert root["/Lang"] == imprint.edition
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert pdf.metadata.title == title(pattern, imprint.edition)
        assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()
        assert 1 <= len(pdf.pages) <= 2


def test_a_text_that_runs_over_is_set_smaller(imprint, monkeypatch):
    pattern = imprint.language.patterns["no-one-says-no"]
    whole = PdfReader(BytesIO(pattern_pdf(pattern, imprint)))
    monkeypatch.setattr("macros.exports.pdf.pattern._MOST_PAGES", 1)
    pdf = pattern_pdf(pattern, imprint)
    smaller = PdfReader(BytesIO(pdf))
    assert page_count(pdf) == len(smaller.pages)
    assert len(letters(smaller.pages[0].extract_text())) > len(letters(whole.pages[0].extract_text()))


def test_each_bears_the_date_of_its_text(pdfs, imprint):
    for pattern, pdf in pdfs:
        assert pdf.metadata.creation_date.date() == imprint.language.text_date(pattern, imprint.edition).day


def test_the_words_come_out_in_reading_order(imprint, pdfs):
    for pattern, pdf in pdfs[::8]:
        # Without the foot of each page, which is no part of the text.
        text = letters("".join(re.sub(r"\S+ · \S+ · [^\n]*\n?", "", page.extract_text()) for page in pdf.pages))
        place = 0
        for block in outline(imprint.view(pattern), imprint):
            if isinstance(block, Facts) or (isinstance(block, Heading) and block.quiet):
                continue
            for runs in runs_of(block):
                place = text.find(letters(plain(runs))[:40], place)
                assert place >= 0, (pattern.key, plain(runs))


def test_every_link_of_the_text_is_there(imprint, pdfs):
    for pattern, pdf in pdfs:
        permalink = imprint.permalink(pattern)
        assert set(addresses(pdf)) == {*links_of(outline(imprint.view(pattern), imprint)), permalink, LICENCE}


def test_harm_stays_text_in_a_pdf(hostile, tmp_path):
    path = tmp_path / "70.pdf"
    path.write_bytes(pattern_pdf(hostile.language.patterns["no-one-says-no"], hostile))
    text = letters("".join(page.extract_text() for page in PdfReader(path).pages))
    assert letters('#read(\\"/etc/passwd\\")') in text
    assert "root:x:0" not in text


def test_a_character_that_no_font_has_is_shown_as_missing(hostile, tmp_path, monkeypatch):
    monkeypatch.setattr("macros.exports.pdf.pattern.title", lambda *_: "een 😀 漢")
    path = tmp_path / "70.pdf"
    path.write_bytes(pattern_pdf(hostile.language.patterns["cut-the-knot"], hostile))
    assert len(PdfReader(path).pages) == 2


def test_each_has_the_hue_that_its_chapter_has_on_the_site(root, imprint, pdfs):
    styles = (root / "macros/frontend/theme/assets/styles/colours.css").read_text()
    for pattern, pdf in pdfs[::4]:
        hue = styles.partition(f".chapter-{imprint.view(pattern).chapter_number} ")[2].partition("#")[2]
        parts = [int(hue[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        drawn = [operands for operands, operator in pdf.pages[0].get_contents().operations if operator == b"scn"]
        assert any(len(one) == 3 and [float(part) for part in one] == pytest.approx(parts) for one in drawn)


def test_styles_without_hues_are_no_black_book(tmp_path, monkeypatch):
    (tmp_path / "colours.css").write_text(".chapter-1 { --hue: navy; }")
    monkeypatch.setattr("macros.pictures.colours._STYLES", tmp_path / "colours.css")
    with pytest.raises(ValueError, match=r"colours\.css has no rule such as"):
        _pairs.__wrapped__()
