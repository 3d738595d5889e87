"""Slides: a deck of the whole language and of each route, which other programs open and a house template can dress."""

import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.package import Package

from macros.exports.imprint import LICENCE
from macros.exports.slides.decks import decks, pattern_slide
from macros.exports.slides.layouts import HEIGHT, LAYOUTS, PATTERN, SOURCE, TEXT
from macros.exports.slides.presentation import presentation
from macros.exports.slides.text import Line, lines, scale_of, shortened
from macros.view.blocks import Paragraph, Run, plain
from macros.view.library import title

LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
ROUTE = "route-before-you-start"


@pytest.fixture(scope="module")
def deck(imprint):
    return next(one for one in decks(imprint) if one.name == ROUTE)


@pytest.fixture(scope="module")
def made(deck):
    return presentation(deck)


def test_a_deck_is_as_python_pptx_makes_it_which_looks_through_all_slides_for_each(deck, made, monkeypatch):
    looked = []
    walk = Package.iter_rels

    def walked(package):
        looked.append(package)
        return walk(package)

    monkeypatch.setattr(Package, "iter_rels", walked)
    assert presentation(deck) == made
    seldom = len(looked)
    monkeypatch.setattr("macros.exports.slides.presentation.GrowingPackage", Package)
    assert presentation(deck) == made
    assert seldom < len(deck.parts[0].slides) < len(looked) - seldom


@pytest.fixture(scope="module")
def slides(made):
    return list(Presentation(BytesIO(made)).slides)


def links(part):
    return {one.target_ref for one in part.rels.values() if one.is_external}


def test_there_is_one_of_the_whole_language_and_one_of_each_route(imprint):
    whole, *routes = decks(imprint)
    shown = [slide.view.pattern.key for part in whole.parts for slide in part.slides]
    assert shown == [
        pattern.key
        for chapter in imprint.language.vocabulary.chapters
        for pattern in imprint.language.in_chapter(chapter.key)
    ]
    assert [one.name for one in routes] == [f"route-{route.key}" for route in imprint.language.routes.routes]
    for deck, route in zip(routes, imprint.language.routes.routes, strict=True):
        (part,) = deck.parts
        assert [slide.view.pattern.key for slide in part.slides] == [step.pattern for step in route.steps]


def test_every_slide_has_a_title_of_its_own_that_is_read_first(imprint, deck, slides):
    patterns = [title(slide.view.pattern, imprint.edition) for part in deck.parts for slide in part.slides]
    said = [slide.shapes.title.text_frame.text for slide in slides]
    assert said == [deck.title, imprint.words.slide_order, *patterns, imprint.words.slide_closing]
    assert len(set(said)) == len(said)
    assert all(slide.shapes[0].shape_id == slide.shapes.title.shape_id for slide in slides)


def test_all_stands_in_boxes_of_the_layout(slides):
    """Then it takes on the look of the presentation that it is pasted into: no font, size or colour is its own."""
    for slide in slides:
        assert all(shape.is_placeholder for shape in slide.shapes)
        xml = zipped_text(slide)
        assert not any(own in xml for own in ("<a:latin", "srgbClr", " sz="))


def zipped_text(slide):
    return slide.part.blob.decode()


def test_a_slide_says_what_its_pattern_is_about_and_where_it_comes_from(imprint, deck, slides):
    for told, slide in zip(deck.parts[0].slides, slides[2:-1], strict=True):
        view, said = told.view, " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        (picture,) = [
            one for one in slide.shapes if one.shape_type == MSO_SHAPE_TYPE.PLACEHOLDER and not one.has_text_frame
        ]
        assert picture.element.nvPicPr.cNvPr.get("descr") == view.picture.text
        for words in (imprint.words.problem, imprint.words.intervention, plain(view.evidence)):
            assert words in said
        assert (view.text.question or view.text.run.open) in said
        assert {imprint.permalink(view.pattern), LICENCE} <= links(slide.part)


def text_of(slide, index):
    (text,) = [one.text_frame.text for one in slide.placeholders if one.placeholder_format.idx == index]
    return text


def test_the_title_slide_and_the_last_one_say_each_thing_once(imprint):
    """Also where the site and its publisher have one name."""
    for publisher in ("", "Stichting Samen"):
        own = replace(imprint, publisher=publisher)
        for deck in list(decks(own))[:2]:
            first, *_, last = Presentation(BytesIO(presentation(replace(deck, parts=[])))).slides
            for slide in (first, last):
                said = "\n".join((slide.shapes.title.text_frame.text, text_of(slide, TEXT)))
                for words in filter(None, (own.name, publisher, deck.title, own.words.day(own.revised()))):
                    assert said.replace(deck.address, "").count(words) == 1, said
                assert said.count(deck.address) == 1
                assert links(slide.part) == {deck.address, LICENCE}


def test_the_second_slide_tells_the_order(imprint, deck, slides):
    names = [title(slide.view.pattern, imprint.edition) for slide in deck.parts[0].slides]
    assert text_of(slides[1], TEXT).splitlines() == names
    route = next(one for one in imprint.language.routes.routes if deck.name == f"route-{one.key}")
    notes = slides[1].notes_slide.notes_text_frame.text
    assert all(plain(imprint.runs(step.why)) in notes for step in route.steps)
    whole = next(decks(imprint))
    assert [plain(line.runs) for line in lines(whole.order)] == [
        f"{number} {plain(part.name)}" for number, part in enumerate(whole.parts, 1)
    ]


def test_every_slide_but_the_first_has_its_number(slides):
    numbers = [
        [
            one.text_frame._txBody.xpath(".//a:fld[@type='slidenum']/a:t")[0].text
            for one in slide.placeholders
            if one.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER
        ]
        for slide in slides
    ]
    assert numbers == [[], *([str(place)] for place in range(2, len(slides) + 1))]


def test_the_notes_hold_what_a_speaker_needs_besides(imprint, deck, slides):
    for told, slide in zip(deck.parts[0].slides, slides[2:-1], strict=True):
        notes = slide.notes_slide.notes_text_frame.text
        for words in (imprint.words.signals, imprint.words.pitfalls, imprint.words.basis, imprint.words.cite_as):
            assert (words in notes) == bool(words != imprint.words.pitfalls or told.view.section("pitfalls"))
        for step in told.view.text.run.steps:
            assert imprint.words.minutes(step.minutes) in notes


def test_every_word_says_its_language(imprint, slides):
    for slide in slides:
        for part in [slide, *([slide.notes_slide] if slide.has_notes_slide else [])]:
            frames = [shape.text_frame for shape in part.shapes if shape.has_text_frame]
            spoken = {run.font._element.get("lang") for frame in frames for one in frame.paragraphs for run in one.runs}
            assert spoken <= set(LANGUAGES.values())
            assert not frames or not spoken or LANGUAGES[imprint.edition] in spoken


def test_all_that_is_said_fits(imprint):
    (box,) = [one for one in PATTERN.boxes if one.index == TEXT]
    (source,) = [one for one in PATTERN.boxes if one.index == SOURCE]
    assert source.size >= 12
    for pattern in imprint.language.published():
        slide = pattern_slide(pattern, imprint, [])
        assert scale_of(list(lines(slide.text)), box), pattern.key
        # The source line is not set smaller than its 12 points.
        assert scale_of([Line(slide.source)], source) == 100, pattern.key


def test_a_text_that_is_too_long_is_whole_in_the_notes(deck):
    (part,) = deck.parts
    long = "Dit is een zin. " * 200
    told = replace(part.slides[0], text=[Paragraph((Run(long.strip()),))])
    _, _, slide, _ = Presentation(BytesIO(presentation(replace(deck, parts=[replace(part, slides=[told])])))).slides
    text = text_of(slide, TEXT)
    assert text.endswith("zin. …")
    assert len(text) < 1500
    assert long.strip() in slide.notes_slide.notes_text_frame.text


def test_words_without_end_are_cut():
    (box,) = [one for one in PATTERN.boxes if one.index == TEXT]
    assert scale_of(shortened(list(lines([Paragraph((Run("woord " * 2000),))])), box), box)


def test_harm_stays_text(hostile):
    pattern = hostile.language.patterns["no-one-says-no"]
    deck = next(
        one for one in decks(hostile) if any(pattern.key == two.view.pattern.key for two in one.parts[0].slides)
    )
    slide = next(one for one in Presentation(BytesIO(presentation(deck))).slides if "<script>" in one.shapes.title.text)
    assert "<script>alert(1)</script>" in slide.notes_slide.notes_text_frame.text
    assert links(slide.part) <= {hostile.permalink(pattern), LICENCE}


def test_the_same_is_made_twice(deck, made):
    assert presentation(deck) == made
    with zipfile.ZipFile(BytesIO(made)) as package:
        assert {entry.date_time[3:] for entry in package.infolist()} == {(0, 0, 0)}


def test_each_says_what_it_is(imprint, deck, made):
    told = Presentation(BytesIO(made)).core_properties
    assert (told.title, told.author, told.language) == (deck.title, imprint.author, LANGUAGES[imprint.edition])
    assert told.modified.date() == imprint.revised()


@pytest.mark.parametrize("name", ["handbook", ROUTE])
def test_they_keep_to_the_schemas(imprint, exported, name):
    file = exported / ("en" if imprint.edition == "en" else "") / f"downloads/{name}.pptx"
    assert OpenXmlValidator().validate(file).errors == []


def test_the_slides_of_the_whole_language_are_in_parts_by_chapter(imprint, exported):
    file = exported / ("en" if imprint.edition == "en" else "") / "downloads/handbook.pptx"
    with zipfile.ZipFile(file) as package:
        told = package.read("ppt/presentation.xml").decode()
        names = {layout.label for layout in LAYOUTS}
        assert len(names) == sum(name.startswith("ppt/slideLayouts/slide") for name in package.namelist())
    assert told.count("<p14:section ") == len(imprint.language.vocabulary.chapters) + 2
    assert told.count("<p14:sldId ") == told.count("<p:sldId ") == len(Presentation(file).slides)


def test_libreoffice_opens_them_and_no_text_runs_into_the_source(soffice, made, tmp_path):
    (tmp_path / "deck.pptx").write_bytes(made)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [soffice, home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "deck.pptx"]
    subprocess.run(command, check=True, capture_output=True)
    pdf = pypdfium2.PdfDocument(tmp_path / "deck.pdf")
    assert len(pdf) == len(Presentation(BytesIO(made)).slides)
    for page in list(pdf)[2:-1]:
        text, height = page.get_textpage(), page.get_height()
        bottoms = [height - text.get_charbox(place)[1] for place in range(text.count_chars())]
        assert max(bottoms) < height
        # Between the text and the source line, in millimetres from the top.
        assert not [one for one in bottoms if 165 < one / height * HEIGHT < 170]
    pdf.close()
