"""Every PDF can be archived (PDF/A-2a) and read aloud (PDF/UA-1), as far as the named checks see."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from macros.exports.pdf import typesetting
from macros.exports.pdf.pattern import pattern_pdf
from macros.model.editions import EDITIONS, ROOTS
from tests.tools.pdf_standards import wrong


@pytest.mark.parametrize("every", [len(EDITIONS), pytest.param(1, marks=pytest.mark.thorough)])
def test_every_kind_of_pdf_keeps_to_both_standards(imprint, exported, every):
    """By turns a file of one edition and of another: they have the same names, and are made alike."""
    root = exported / ROOTS[imprint.edition]
    handouts = [root / f"p/{pattern.id}/{pattern.id}.pdf" for pattern in imprint.patterns()[::12]]
    files = [*handouts, *sorted((root / "downloads").glob("*.pdf"))]
    found = {file.name: wrong(file.read_bytes()) for file in files[EDITIONS.index(imprint.edition) % every :: every]}
    assert len(found) > 30 // every
    assert {name: those for name, those in found.items() if those} == {}


@pytest.mark.parametrize(
    ("standards", "broken"),
    [
        ([], {"claims", "output_intent", "tagged"}),
        (["ua-1"], {"claims", "output_intent"}),
        (["a-2b"], {"claims"}),
    ],
)
def test_the_checks_see_what_a_pdf_of_less_lacks(imprint, monkeypatch, standards, broken):
    monkeypatch.setattr(typesetting, "_STANDARDS", standards)
    found = wrong(pattern_pdf(imprint.language.patterns["no-one-says-no"], imprint))
    assert {check.partition(":")[0] for check in found} >= broken


@pytest.mark.parametrize("character", ["\ue000", "\uf8ff", "\ufeff", "\U000f0000"])
def test_a_character_that_an_archive_refuses_is_shown_as_missing(imprint, monkeypatch, character):
    monkeypatch.setattr("macros.exports.pdf.pattern.title", lambda *_: f"een {character} 漢")
    monkeypatch.setattr("macros.exports.pdf.pattern.summary_of", lambda *_: character)
    monkeypatch.setattr("macros.exports.pdf.pattern.words", lambda _: f"in {character} 漢")
    pdf = pattern_pdf(imprint.language.patterns["no-one-says-no"], imprint)
    assert wrong(pdf) == []
    assert "\ufffd" in PdfReader(BytesIO(pdf)).pages[0].extract_text()
