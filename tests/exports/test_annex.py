"""A bundle in short: a row of a table, or a summary alone, the same in every kind of file."""

import re
from io import BytesIO

import lxml.html
import markdown_it
import pytest
from docx import Document
from lxml import etree
from openxml_audit import OpenXmlValidator

from macros.exports import annex
from macros.exports.clipboard.annex import end, head, row
from macros.exports.clipboard.parts import part
from macros.exports.imprint import LICENCE
from macros.exports.properties import of_pattern
from macros.exports.word.annex import TABLE_END, closing, table_row, table_start
from macros.exports.word.body import Body
from macros.exports.word.bundle import pattern_pieces
from macros.exports.word.package import word_file
from macros.view.blocks import plain
from macros.view.library import summary_of


def tree(html):
    return lxml.html.fromstring(html)


def said(html):
    """The words of each cell of a row in HTML."""
    return [cell.text_content() for cell in tree(f"<table>{html}</table>").xpath("//td | //th")]


def test_a_row_is_number_name_summary_evidence_and_permalink(imprint):
    for pattern in imprint.patterns():
        view = imprint.view(pattern)
        wanted = [
            str(pattern.id),
            pattern.name(imprint.edition),
            summary_of(view, imprint),
            plain(view.evidence),
            imprint.permalink(pattern),
        ]
        assert [plain(cell) for cell in annex.cells(pattern, imprint)] == wanted
        made = row(pattern, imprint)
        assert said(made["html"]) == wanted
        assert made["text"].split("\t") == wanted
        table = markdown_it.MarkdownIt().enable("table").render(f"{head(imprint)['markdown']}\n{made['markdown']}")
        cells = [one.text_content() for one in tree(table).xpath("//td")]
        assert cells == wanted


def test_below_the_table_stand_the_date_and_the_licence(imprint):
    made = end(imprint)
    assert f'<a href="{LICENCE}">CC BY 4.0</a>' in made["html"]
    assert LICENCE in made["text"]
    assert imprint.words.day(imprint.revised()) in made["text"]


@pytest.mark.parametrize("kind", ["summary", "brief"])
def test_in_short_a_pattern_says_where_it_stands_and_leaves_the_licence_to_the_end(imprint, kind):
    for pattern in imprint.patterns()[::8]:
        whole = part(pattern, imprint)
        short, view = whole[kind], imprint.view(pattern)
        assert short["title"] == whole["title"]
        assert summary_of(view, imprint) in short["text"]
        *_, last = short["text"].split("\n\n")
        assert imprint.permalink(pattern) in last
        assert plain(view.evidence) in last
        assert imprint.words.day(view.dated.day) in last
        assert LICENCE not in short["html"] + short["text"] + short["markdown"]
        assert imprint.words.cite_as not in short["text"]
        assert len(short["text"]) < len(whole["text"]) / 2
        assert imprint.permalink(pattern) in pattern_pieces(pattern, imprint)[kind]["links"]


def test_in_brief_a_pattern_has_its_problem_and_what_to_do_and_no_other_section(imprint):
    for pattern in imprint.patterns()[::8]:
        brief = part(pattern, imprint)["brief"]
        headings = [one.text for one in tree(f"<main>{brief['html']}</main>").iter("h2")]
        assert headings == [imprint.words.problem, imprint.words.intervention]


def test_the_table_keeps_to_the_schemas_of_word(imprint, tmp_path):
    patterns = imprint.patterns()[:6]
    rows = [table_row(pattern, imprint) for pattern in patterns]
    last = closing(imprint)
    table = Body(0, imprint.edition, parts=[table_start(imprint), *(one.xml for one in rows), TABLE_END, last.xml])
    for one in (*rows, last):
        table.links |= one.links
    file = tmp_path / "table.docx"
    file.write_bytes(word_file([table], of_pattern(patterns[0], imprint)))
    assert OpenXmlValidator().validate(file).errors == []
    assert len(Document(str(file)).tables[0].rows) == 7
    assert set(re.findall(r'<w:hyperlink r:id="([^"]*)"', table.xml)) == table.links.keys()


@pytest.mark.parametrize("made", [row, table_row])
def test_harm_stays_text(hostile, made):
    told = made(hostile.language.patterns["no-one-says-no"], hostile)
    text = told["html"] if isinstance(told, dict) else told.xml
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    if isinstance(told, dict):
        assert len(said(told["html"])) == told["text"].count("\t") + 1 == 5
        assert "\n" not in told["markdown"]
    else:
        spaces = 'xmlns:w="w" xmlns:r="r"'
        assert len(etree.parse(BytesIO(f"<t {spaces}>{text}</t>".encode())).findall(".//{w}tc")) == 5
