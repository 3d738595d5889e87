"""Posters: one side of paper with every pattern, or with the steps of a route, tagged like the other PDFs."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from macros.exports.pdf.poster import posters
from macros.language.addresses import POSTER_PAPERS, is_export, poster
from macros.model.editions import ROOTS
from tests.exports.test_book import alternatives_of

SIZES = {"a2": (1684, 1191), "a3": (1191, 842)}


@pytest.fixture(scope="module")
def made(imprint, exported):
    """The posters of an edition in the site, by address."""
    files = (exported / ROOTS[imprint.edition]).glob("downloads/poster-*")
    return {path.relative_to(exported).as_posix(): path.read_bytes() for path in files}


def fitting(text):
    """Return text without what breaking lines does to it."""
    return re.sub(r"[\s\u00ad-]", "", text)


def test_there_is_one_for_each_paper_and_each_route(imprint, made):
    names = [*POSTER_PAPERS, *(f"route-{route.key}" for route in imprint.language.routes.routes)]
    assert set(made) == {poster(name, imprint.edition) for name in names}
    assert all(map(is_export, made))


@pytest.mark.parametrize("paper", POSTER_PAPERS)
def test_the_whole_language_is_on_one_side(imprint, made, paper):
    pdf = PdfReader(BytesIO(made[poster(paper, imprint.edition)]))
    (page,) = pdf.pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == SIZES[paper]
    text = fitting(page.extract_text())
    for pattern in imprint.language.published():
        assert fitting(f"{pattern.id} {pattern.name(imprint.edition)}") in text
    for chapter in imprint.language.vocabulary.chapters:
        assert fitting(chapter.of(imprint.edition).name) in text


def test_a_route_shows_its_steps_in_order(imprint, made):
    for route in imprint.language.routes.routes:
        (page,) = PdfReader(BytesIO(made[poster(f"route-{route.key}", imprint.edition)])).pages
        text, place = fitting(page.extract_text()), 0
        for step in route.steps:
            pattern = imprint.language.patterns[step.pattern]
            place = text.find(fitting(f"{pattern.id} {pattern.name(imprint.edition)}"), place)
            assert place >= 0, (route.key, pattern.key)


def test_each_is_tagged_with_title_language_and_pictures(imprint, made):
    for address, content in made.items():
        pdf = PdfReader(BytesIO(content))
        root = pdf.root_object
        assert root["/MarkInfo"]["/Marked"], address  # type: ignore[index]
        assert root["/Lang"] == imprint.edition
        assert pdf.metadata
        assert pdf.metadata.title
        assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()  # type: ignore[attr-defined]
    said = set(alternatives_of(PdfReader(BytesIO(made[poster("a3", imprint.edition)]))))
    assert {imprint.view(pattern).picture.text for pattern in imprint.language.published()} <= said


def test_the_same_is_made_twice(imprint, made):
    address, content = next(posters(imprint))
    assert made[address] == content
