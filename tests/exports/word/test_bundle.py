"""A bundle in Word, put together from its pieces as the page does it."""

import io
import json
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from macros.exports.word.bundle import pattern_pieces
from macros.view.library import title


@pytest.fixture(scope="module")
def pieces(imprint, exported):
    folder = exported / ("en" if imprint.edition == "en" else "") / "assets/word"
    return {path.stem: json.loads(path.read_text("utf-8")) for path in folder.iterdir()}


def joined(pieces, numbers, folder):
    """Join texts, and zip them."""
    files = dict(pieces["shell"]["parts"])
    own = {"title": "Titel", "created": "2026-11-28T10:00:00Z", "modified": "2026-11-28T10:00:00Z"}
    for piece, (name, before) in pieces["shell"]["before"].items():
        start, mark, end = files[name].rpartition(before)
        added = own.get(piece) or "".join(pieces[str(number)][piece] for number in numbers)
        files[name] = start + added + mark + end
    for number in numbers:
        for name, way in pieces[str(number)]["images"].items():
            files[name] = (folder / way).read_bytes()
    written = io.BytesIO()
    with ZipFile(written, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return written


@pytest.fixture
def bundle(pieces, imprint, exported):
    folder = exported / ("en" if imprint.edition == "en" else "") / "assets/word"
    return lambda numbers: joined(pieces, numbers, folder)


def test_a_bundle_holds_its_patterns_in_order(imprint, bundle):
    patterns = {pattern.id: pattern for pattern in imprint.patterns()}
    numbers = [70, 12, 7, 3, 81, 44]
    document = Document(bundle(numbers))
    titles = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"]
    assert titles == [title(patterns[number], imprint.edition) for number in numbers]
    leads = [
        document.part.rels[link.get(qn("r:id"))].target_ref for link in document.element.body.iter(qn("w:hyperlink"))
    ]
    assert {imprint.permalink(patterns[number]) for number in numbers} <= set(leads)


def test_a_bundle_keeps_to_the_schemas(bundle, tmp_path):
    file = tmp_path / "bundle.docx"
    file.write_bytes(bundle([70, 12]).getvalue())
    assert OpenXmlValidator().validate(file).errors == []


def test_a_link_tells_the_place_of_its_pattern_in_the_same_bundle(imprint, pieces):
    numbers = {str(pattern.id): pattern for pattern in imprint.patterns()}
    leads = {name: place for number in numbers for name, place in pieces[number]["leads"].items()}
    assert {pieces[number]["place"] for number in numbers} >= set(leads.values())
    for number in numbers:
        for name, place in pieces[number]["leads"].items():
            (pattern,) = [one for one in imprint.patterns() if pieces[str(one.id)]["place"] == place]
            assert f'Id="{name}"' in pieces[number]["links"]
            assert imprint.permalink(pattern) in pieces[number]["links"]


def test_a_bundle_of_every_pattern_gives_no_name_twice(pieces, bundle):
    document = Document(bundle(sorted(int(name) for name in pieces if name != "shell")))
    ids = [one.get(qn("w:id")) for one in document.element.body.iter(qn("w:bookmarkStart"))]
    assert len(ids) == len(set(ids)) == len(pieces) - 1
    numbering = [one.get(qn("w:numId")) for one in document.part.numbering_part.element.iter(qn("w:num"))]
    assert len(numbering) == len(set(numbering))


def test_harm_stays_text_in_the_pieces(hostile):
    made = pattern_pieces(hostile.language.patterns["no-one-says-no"], hostile)
    assert "<script" not in str(made)
    assert "&lt;script&gt;" in made["body"]
