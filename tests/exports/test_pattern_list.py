"""The list of patterns for a spreadsheet: every published pattern with its facts, as CSV and as XLSX."""

import csv
import re
from datetime import date, timedelta
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from macros.exports.pattern_list.csv_file import list_csv
from macros.exports.pattern_list.files import list_files
from macros.exports.pattern_list.table import Column, Table, table
from macros.exports.pattern_list.xlsx_file import list_xlsx
from macros.language.addresses import collection

FORMULAS = ["=1+1", "+31 6", "-2", "@SUM(A1)", "\t=1+1", "\r=1+1", '=HYPERLINK("https://evil.example","x")']
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def listed(imprint):
    return table(imprint)


@pytest.fixture(scope="module")
def made(imprint):
    return dict(list_files(imprint))


def part(xlsx, name):
    with ZipFile(BytesIO(xlsx)) as package:
        return etree.fromstring(package.read(name))


def sheet_rows(xlsx):
    """The cells of a sheet as a spreadsheet program reads them."""
    texts = ["".join(one.itertext()) for one in part(xlsx, "xl/sharedStrings.xml").iter(f"{MAIN}si")]
    rows = []
    for row in part(xlsx, "xl/worksheets/sheet1.xml").iter(f"{MAIN}row"):
        values = [(cell.get("t"), cell.findtext(f"{MAIN}v")) for cell in row]
        rows.append([texts[int(value)] if kind == "s" else value for kind, value in values])
    return rows


def test_every_published_pattern_has_a_row_with_its_facts(imprint, listed):
    assert [row[0] for row in listed.rows] == sorted(one.id for one in imprint.language.published())
    names = [column.name for column in listed.columns]
    for row in listed.rows:
        told = dict(zip(names, row, strict=True))
        (pattern,) = (one for one in imprint.language.published() if one.id == told["number"])
        view = imprint.view(pattern)
        for fact in (*view.line, *view.facts):
            assert told[fact.field] == (view.dated.day if fact.field == "revised" else fact.value)
        assert told["permalink"] == imprint.permalink(pattern)
        assert all(use.source.title in str(told["sources"]) for use in view.citations)


def test_no_two_columns_have_one_heading(listed):
    headings = [column.heading for column in listed.columns]
    assert len({heading.lower() for heading in headings}) == len(headings)


def test_the_csv_opens_right_in_a_dutch_spreadsheet(imprint, listed, made):
    written = made[collection("list", imprint.edition, "csv")]
    assert written.startswith(b"\xef\xbb\xbf"), "the mark by which Excel knows UTF-8"
    assert written.count(b"\r\n") == written.count(b"\n") == len(listed.rows) + 1
    heading, *rows = csv.reader(StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";")
    assert heading == [column.heading for column in listed.columns]
    assert rows == [[str(cell) for cell in row] for row in listed.rows]


def test_the_xlsx_holds_the_same(imprint, listed, made):
    _, *rows = sheet_rows(made[collection("list", imprint.edition, "xlsx")])
    for read, row in zip(rows, listed.rows, strict=True):
        told = [
            date(1899, 12, 30) + timedelta(float(value)) if isinstance(cell, date) else value
            for value, cell in zip(read, row, strict=True)
        ]
        assert [str(value or "") for value in told] == [str(cell) for cell in row]


def test_the_xlsx_says_what_it_is_and_keeps_its_header_in_view(imprint, listed, made):
    xlsx = made[collection("list", imprint.edition, "xlsx")]
    told = {etree.QName(one).localname: one.text for one in part(xlsx, "docProps/core.xml")}
    assert told["title"].startswith(imprint.name)
    assert told["language"] == {"nl": "nl-NL", "en": "en-GB"}[imprint.edition]
    assert told["created"] == told["modified"] == f"{imprint.revised()}T00:00:00Z"
    sheet = part(xlsx, "xl/worksheets/sheet1.xml")
    assert next(sheet.iter(f"{MAIN}pane")).get("state") == "frozen"
    filtered = next(part(xlsx, "xl/tables/table1.xml").iter(f"{MAIN}autoFilter")).get("ref")
    assert re.fullmatch(rf"A1:[A-Z]+{len(listed.rows) + 1}", filtered)
    links = {one.get("Target") for one in part(xlsx, "xl/worksheets/_rels/sheet1.xml.rels")}
    assert {imprint.permalink(pattern) for pattern in imprint.language.published()} <= links


def test_both_are_the_same_bytes_every_time(imprint, made):
    assert dict(list_files(imprint)) == made


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_a_formula(imprint, formula):
    harmed = Table([Column("name", formula, "short"), Column("basis", "b", "long")], [[formula, formula]])
    told = list(csv.reader(StringIO(list_csv(harmed).decode("utf-8-sig"), newline=""), delimiter=";"))
    assert told == [[f"'{formula}", "b"], [f"'{formula}"] * 2]
    xlsx = list_xlsx(harmed, imprint)
    assert not list(part(xlsx, "xl/worksheets/sheet1.xml").iter(f"{MAIN}f"))
    assert {cell.get("t") for cell in part(xlsx, "xl/worksheets/sheet1.xml").iter(f"{MAIN}c")} == {"s"}


def test_the_xlsx_keeps_to_the_schemas(made, tmp_path):
    for address, content in made.items():
        if address.endswith(".xlsx"):
            (tmp_path / "list.xlsx").write_bytes(content)
            assert OpenXmlValidator().validate(tmp_path / "list.xlsx").errors == []
