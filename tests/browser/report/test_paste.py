"""Pasted into LibreOffice, what was copied has real headings, lists and links."""

import re
import subprocess

import pytest
from docx import Document
from docx.oxml.ns import qn
from playwright.sync_api import expect

from tests.browser.report.conftest import permalink, styled

PATIENCE = 120
TAKE_PASTED = """() => addEventListener("paste", ({ clipboardData }) => {
  globalThis.pasted = clipboardData.getData("text/html");
})"""
"""Takes what is pasted as it stands on the clipboard: a browser that reads it for a page makes its links whole."""
FIELD = re.compile(r'HYPERLINK "([^"]+)"(?: \\l "([^"]+)")?')


@pytest.fixture
def pasted(soffice, tmp_path):
    """Let LibreOffice read rich text with the reader that it pastes with; return the document it makes of it."""

    def paste(html):
        (tmp_path / "clip.html").write_text(f'<meta charset="utf-8">{html}', encoding="utf-8")
        subprocess.run(
            [
                soffice,
                f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
                "--headless",
                "--infilter=HTML (StarWriter)",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                tmp_path,
                tmp_path / "clip.html",
            ],
            check=True,
            capture_output=True,
            timeout=PATIENCE,
        )
        return Document(str(tmp_path / "clip.docx"))

    return paste


def links(document):
    """Return the addresses that a document leads to: LibreOffice makes a field of a link with a part in its address."""
    fields = (FIELD.search(one.text or "") for one in document.element.body.iter(qn("w:instrText")))
    return {
        document.part.rels[link.get(qn("r:id"))].target_ref
        for link in document.element.body.iter(qn("w:hyperlink"))
        if link.get(qn("r:id"))
    } | {"#".join(filter(None, field.groups())) for field in fields if field}


def test_a_whole_pattern_keeps_its_headings_lists_and_links(pattern_page, clip, pasted, words, edition, language):
    page = pattern_page()
    page.locator(".report-choices").evaluate("details => { details.open = true }")
    page.select_option(".report [name=shape]", "3")
    page.locator("[data-copy=pattern]").click()
    expect(page.locator(".report [role=status]")).not_to_be_empty()
    document = pasted(clip().html)
    pattern = language.patterns["no-one-says-no"]
    styles = styled(document)
    assert styles[0] == ("Heading 3", f"70 {pattern.name(edition)}")
    assert ("Heading 4", words.intervention) in styles
    signals = [one for one in document.paragraphs if one.text in pattern.text(edition)[0].signals]
    assert len(signals) == len(pattern.text(edition)[0].signals)
    assert all(one._p.pPr.numPr is not None for one in signals)
    assert permalink(70, edition) in links(document)
    assert permalink(66, edition) in links(document)


def test_a_footnote_is_one_paragraph_with_a_link(pattern_page, clip, pasted, edition):
    page = pattern_page()
    page.locator("[data-copy=footnote]").click()
    expect(page.locator(".report [role=status]")).not_to_be_empty()
    copied = clip()
    document = pasted(copied.html)
    assert [one.text for one in document.paragraphs if one.text] == [copied.tree.text_content()]
    assert permalink(70, edition) in links(document)
    assert links(document) == set(copied.links())


def test_a_box_is_a_table_with_a_border(pattern_page, clip, pasted, edition):
    page = pattern_page()
    page.locator(".report-choices").evaluate("details => { details.open = true }")
    page.select_option(".report [name=shape]", "box")
    page.locator("[data-copy=summary]").click()
    expect(page.locator(".report [role=status]")).not_to_be_empty()
    document = pasted(clip().html)
    (table,) = document.tables
    assert len(table._cells) == 1
    assert table._cells[0].paragraphs[0].runs[0].bold
    assert permalink(70, edition) in links(document)
    borders = {one.get(qn("w:val")) for one in table._cells[0]._tc.iter(qn("w:top"))}
    assert borders - {"none", "nil"}


def test_the_note_of_a_quotation_becomes_a_footnote(pattern_page, clip, pasted, words, edition):
    page = pattern_page()
    page.locator(".pattern-problem p").first.evaluate("element => getSelection().selectAllChildren(element)")
    page.get_by_role("button", name=words.copy_quote).click()
    expect(page.locator(".report [role=status]")).not_to_be_empty()
    assert clip().text.startswith("“")
    page.evaluate(TAKE_PASTED)
    page.keyboard.press("Control+v")
    document = pasted(page.evaluate("globalThis.pasted"))
    (paragraph,) = [one for one in document.paragraphs if one.text]
    assert paragraph._p.xpath(".//w:footnoteReference")
    (notes,) = [part.blob.decode() for part in document.part.package.iter_parts() if "footnotes" in part.partname]
    assert permalink(70, edition).removeprefix("https://") in notes
