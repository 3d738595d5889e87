"""The sheets of patterns that face each other: one page each, with both names, the question and where each leads."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from macros.exports.imprint import LICENCE
from macros.exports.pdf.disagreements import ALL, disagreement_sheets
from macros.view.blocks import plain
from tests.exports.test_pdf import addresses, letters


@pytest.fixture(scope="module")
def sheets(imprint):
    return {
        address.rpartition("/")[2].removesuffix(".pdf"): PdfReader(BytesIO(pdf))
        for address, pdf in disagreement_sheets(imprint)
    }


def test_each_has_one_page_and_all_are_in_one_file(imprint, sheets):
    those = imprint.language.disagreements.disagreements
    assert set(sheets) == {ALL, *(f"disagreement-{one.key}" for one in those)}
    assert [len(pdf.pages) for name, pdf in sheets.items() if name != ALL] == [1] * len(those)
    assert len(sheets[ALL].pages) == len(those)


def test_both_sides_stand_on_it(imprint, sheets):
    for one in imprint.language.disagreements.disagreements:
        pdf = sheets[f"disagreement-{one.key}"]
        text = letters(pdf.pages[0].extract_text())
        reader = imprint.reader()
        wanted = [one.of(imprint.edition).question]
        wanted += [part for side in one.of(imprint.edition).sides for part in (side.position, side.source, side.ours)]
        for words in wanted:
            assert letters(plain(reader.runs(words))) in text
        patterns = [imprint.language.patterns[key] for key in one.patterns]
        for pattern in patterns:
            assert letters(pattern.name(imprint.edition)) in text
        assert set(addresses(pdf)) == {LICENCE, *(imprint.permalink(pattern) for pattern in patterns)}
        assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_without_such_pairs_there_is_no_sheet(imprint, monkeypatch):
    monkeypatch.setattr(imprint.language, "disagreements", None)
    assert list(disagreement_sheets(imprint)) == []
