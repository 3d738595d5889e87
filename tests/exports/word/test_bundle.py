"""A bundle in Word, put together from its pieces as the page does it."""

import io
import json
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from macros.exports.word.bundle import pattern_pieces
from macros.view.outline import title


@pytest.fixture(scope="module")
def pieces(imprint, exported):
    folder = exported / ("en" if imprint.edition == "en" else "") / "assets/word"
    return {path.stem: json.loads(path.read_text("utf-8")) for path in folder.iterdir()}


def bundle(pieces, numbers):
    """Join texts, and zip them."""
    files = dict(pieces["shell"]["parts"])
    for piece, (name, before) in pieces["shell"]["before"].items():
        start, mark, end = files[name].rpartition(before)
        files[name] = start + "".join(pieces[str(number)][piece] for number in numbers) + mark + end
    written = io.BytesIO()
    with ZipFile(written, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return Document(written)


def test_a_bundle_holds_its_patterns_in_order(imprint, pieces):
    patterns = {pattern.id: pattern for pattern in imprint.patterns()}
    numbers = [70, 12, 7, 3, 81, 44]
    document = bundle(pieces, numbers)
    titles = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert titles == [title(patterns[number], imprint.edition) for number in numbers]
    leads = [
        document.part.rels[link.get(qn("r:id"))].target_ref for link in document.element.body.iter(qn("w:hyperlink"))
    ]
    assert {imprint.permalink(patterns[number]) for number in numbers} <= set(leads)


def test_a_bundle_of_every_pattern_gives_no_name_twice(pieces):
    document = bundle(pieces, sorted(int(name) for name in pieces if name != "shell"))
    ids = [one.get(qn("w:id")) for one in document.element.body.iter(qn("w:bookmarkStart"))]
    assert len(ids) == len(set(ids)) == len(pieces) - 1
    numbering = [one.get(qn("w:numId")) for one in document.part.numbering_part.element.iter(qn("w:num"))]
    assert len(numbering) == len(set(numbering))


def test_harm_stays_text_in_the_pieces(hostile):
    made = pattern_pieces(hostile.language.patterns["no-one-says-no"], hostile)
    assert "<script" not in "".join(made.values())
    assert "&lt;script&gt;" in made["body"]
