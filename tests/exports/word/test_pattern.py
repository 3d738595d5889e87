"""A pattern in Word: real headings, lists and links, as many as the pattern has."""

import subprocess
from io import BytesIO
from itertools import pairwise

import pytest
from docx import Document
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

from macros.exports.colophon import colophon
from macros.exports.reference import pattern_reference
from macros.exports.word.pattern import pattern_word
from macros.view.blocks import Heading, Items, plain
from macros.view.library import title
from macros.view.outline import outline
from tests.exports.outlines import links_of, runs_of


@pytest.fixture(scope="module")
def documents(imprint, exported):
    """Every pattern of an edition with the document that a reader downloads."""
    folder = exported / ("en" if imprint.edition == "en" else "")
    return [(pattern, Document(folder / f"p/{pattern.id}/{pattern.id}.docx")) for pattern in imprint.patterns()]


def blocks_of(pattern, imprint):
    return [*outline(imprint.view(pattern), imprint), *colophon(pattern_reference(pattern, imprint), imprint)]


def test_headings_lists_and_links_are_those_of_the_pattern(imprint, documents):
    for pattern, document in documents:
        blocks = blocks_of(pattern, imprint)
        styles = [paragraph.style.name for paragraph in document.paragraphs]
        headings = [block for block in blocks if isinstance(block, Heading)]
        assert [style for style in styles if style.startswith("Heading")] == [
            f"Heading {one.level}" for one in headings
        ]
        for ordered, style in ((False, "List Bullet"), (True, "List Number")):
            items = [len(block.items) for block in blocks if isinstance(block, Items) and block.ordered is ordered]
            assert styles.count(style) == sum(items)
        leads = [
            document.part.rels[link.get(qn("r:id"))].target_ref
            for link in document.element.body.iter(qn("w:hyperlink"))
        ]
        assert leads == links_of(blocks)


def test_the_words_are_those_of_the_pattern(imprint, documents):
    for pattern, document in documents:
        said = [paragraph.text for paragraph in document.paragraphs]
        for block in blocks_of(pattern, imprint):
            for runs in runs_of(block):
                assert any(plain(runs) in text for text in said)


def test_each_says_what_it_is(imprint, documents):
    for pattern, document in documents:
        told = document.core_properties
        assert told.title == title(pattern, imprint.edition)
        assert told.author == imprint.author
        assert told.language == {"nl": "nl-NL", "en": "en-GB"}[imprint.edition]
        assert told.modified.date() == imprint.language.text_date(pattern, imprint.edition).day
        (spoken,) = document.styles.element.iter(qn("w:rPrDefault"))
        assert spoken.find(f".//{qn('w:lang')}").get(qn("w:val")) == told.language


def test_every_style_used_is_there(documents):
    for _, document in documents[:3]:
        known = {style.style_id for style in document.styles}
        used = {one.get(qn("w:val")) for tag in ("w:pStyle", "w:rStyle") for one in document.element.iter(qn(tag))}
        assert used <= known


def test_no_style_keeps_a_font_of_its_own_in_another_document(documents):
    for _, document in documents[:3]:
        by_id = {style.style_id: style for style in document.styles}
        used = {one.get(qn("w:val")) for tag in ("w:pStyle", "w:rStyle") for one in document.element.iter(qn(tag))}
        for name in used:
            style = by_id[name]
            while style.base_style is not None:
                style = style.base_style
            assert style.style_id in {"Normal", "DefaultParagraphFont"}, name


def test_every_word_says_its_language(imprint, documents):
    own = {"nl": "nl-NL", "en": "en-GB"}[imprint.edition]
    for _, document in documents:
        said = {
            language.get(qn("w:val")) if (language := run.find(f"{qn('w:rPr')}/{qn('w:lang')}")) is not None else ""
            for run in document.element.body.iter(qn("w:r"))
            if run.find(qn("w:t")) is not None
        }
        assert own in said
        assert said <= {"nl-NL", "en-GB"}


def test_the_facts_and_what_follows_stand_on_one_page(documents):
    for pattern, document in documents:
        if pattern.withdrawal:
            continue
        *_, facts, _colophon = [place for place, one in enumerate(document.paragraphs) if one.style.name == "Heading 2"]
        *kept, last = document.paragraphs[facts + 1 :]
        assert len(kept) > 5
        assert all(one.paragraph_format.keep_with_next or one.style.name == "Heading 2" for one in kept)
        assert not last.paragraph_format.keep_with_next


def test_the_minutes_of_a_step_stand_on_the_page_of_what_they_are_for(documents):
    kept = [
        (one.paragraph_format.keep_with_next, after.style.name)
        for _, document in documents
        for one, after in pairwise(document.paragraphs)
        if one.style.name == "List Number" and one.text.split()[1:] in (["minuten"], ["minutes"])
    ]
    assert kept
    assert set(kept) == {(True, "List Continue")}


def test_they_keep_to_the_schemas_and_open_without_a_mode_for_old_documents(imprint, exported):
    folder = exported / ("en" if imprint.edition == "en" else "")
    for file in (folder / "p/70/70.docx", next(iter(sorted((folder / "downloads").glob("route-*.docx"))))):
        assert OpenXmlValidator().validate(file).errors == []
        settings = Document(str(file)).settings.element
        (mode,) = [one for one in settings.iter(qn("w:compatSetting")) if one.get(qn("w:name")) == "compatibilityMode"]
        assert mode.get(qn("w:val")) == "15"


def test_a_second_numbered_list_starts_at_one(hostile):
    document = Document(BytesIO(pattern_word(hostile.language.patterns["no-one-says-no"], hostile)))
    numbered = {one.get(qn("w:val")) for one in document.element.iter(qn("w:numId"))}
    numbering = document.part.numbering_part.element
    for name in numbered:
        (num,) = [one for one in numbering.iter(qn("w:num")) if one.get(qn("w:numId")) == name]
        assert num.find(f".//{qn('w:startOverride')}").get(qn("w:val")) == "1"


def test_libreoffice_opens_them_as_they_are(soffice, exported, hostile, tmp_path):
    harmed = tmp_path / "harmed.docx"
    harmed.write_bytes(pattern_word(hostile.language.patterns["no-one-says-no"], hostile))
    route = min((exported / "downloads").glob("route-*.docx"))
    files = [exported / "p/70/70.docx", exported / "en/p/3/3.docx", harmed, route]
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    subprocess.run(
        [soffice, home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *files],
        check=True,
        capture_output=True,
    )
    for file in files:
        pdf = PdfReader(tmp_path / f"{file.stem}.pdf")
        assert any("/URI" in note.get_object().get("/A", {}) for page in pdf.pages for note in page.get("/Annots", []))
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "harmed.pdf").pages)
    assert "<script>alert(1)</script>" in text
    laid_out = PdfReader(tmp_path / f"{route.stem}.pdf")
    told = pages_told(Document(str(route)))
    found = {
        " ".join(str(one.title).split()): (laid_out.get_destination_page_number(one) or 0) + 1
        for one in flat(laid_out.outline)
    }
    assert all(abs(page - found[name]) <= 1 for name, page in told.items()), "the contents name the pages"
    assert all(len(page.extract_text().splitlines()) > 6 for page in laid_out.pages), "no page has only a few lines"


def flat(outline):
    """Every entry of the outline of a PDF."""
    for one in outline:
        yield from flat(one) if isinstance(one, list) else [one]


def pages_told(document):
    """What each line of the contents says before Word has filled in the pages."""
    lines = [one for one in document.paragraphs if one.style.name.startswith("toc ")]
    assert lines
    told = [[one.text for one in line._p.iter(qn("w:t"))] for line in lines]
    return {" ".join("".join(words).split()): int(page) for *words, page in told}
