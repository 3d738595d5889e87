"""What is made of a picture: for a page, as files in concrete colours, and as PNG, the same each time."""

import re
from pathlib import Path

import pytest
from lxml import etree

from macros.language.reading import read_language
from macros.pictures.colours import SCHEMES, palettes
from macros.pictures.picture import picture_from
from macros.pictures.png import pngs
from macros.pictures.symbols import symbols_from
from macros.pictures.variants import file_text, inline
from macros.yaml.files import read_text
from macros.yaml.text_file import text_from

HERE = Path(__file__).parent
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 160">'


@pytest.fixture(scope="module")
def symbols():
    return symbols_from(read_text(HERE / "symbols.svg", HERE))


def shapes_of(body, symbols):
    picture = picture_from(text_from(f"{HEAD}{body}</svg>".encode(), "a.svg"), symbols)
    assert picture.shapes, picture.findings
    return picture.shapes


def drawn(body, symbols):
    return re.sub(r"^<svg[^>]*>|</svg>$", "", inline(shapes_of(body, symbols)))


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("M 10,10 L 20 , 20 z", "M10 10L20 20z"),
        ("M10 10 20 20 30 30", "M10 10L20 20 30 30"),
        ("m10 10-5-5", "m10 10l-5-5"),
        ("M10.000 10.126L+20-.5", "M10 10.13L20-.5"),
        ("M10 10.5.5L0.5.25", None),
        ("M10 10h10v-10H5", "M10 10h10v-10H5"),
        ("M10 10A5 5 0 0120 20", "M10 10A5 5 0 0 1 20 20"),
        ("M10 10a5 5 0 01.5.5", "M10 10a5 5 0 0 1 .5 .5"),
        ("M10 10Q20 20 30 10T50 10", "M10 10Q20 20 30 10T50 10"),
        ("M10 10L20 20M30 30L40 40", "M10 10L20 20M30 30L40 40"),
    ],
)
def test_a_path_is_written_anew(written, made, symbols):
    picture = picture_from(text_from(f'{HEAD}<path d="{written}"/></svg>'.encode(), "a.svg"), symbols)
    shown = re.findall(r' d="([^"]*)"', inline(picture.shapes)) if picture.shapes else [None]
    assert shown == [made]


def test_a_symbol_stands_in_its_place(symbols):
    assert drawn('<use href="#calendar" class="p h" transform="translate( 120, 80 ) scale(1.15)"/>', symbols) == (
        '<g class="h p" transform="translate(120 80)scale(1.15)">'
        '<path d="M-18-16C-6-17 6-15.5 18-16 17.5-4 18.5 8 18 18 6 17.5-6 18.5-18 18-17.5 6-18.5-4-18-16Z"/>'
        '<path class="d" d="M-9-21V-12M9-21V-12"/></g>'
    )


def test_comments_and_references_are_gone(symbols):
    assert drawn('<!-- a --><circle cx="2&#48;" cy="20" r="8"/>', symbols) == '<circle cx="20" cy="20" r="8"/>'


def test_a_thumbnail_has_no_details(symbols):
    shapes = shapes_of('<path class="d" d="M10 10H20"/><path d="M30 30H40"/>', symbols)
    assert 'class="d"' in inline(shapes)
    assert "M10" not in inline(shapes, small=True)
    assert "M10" not in file_text(shapes, palettes(1)["light"], small=True)


def test_a_picture_has_its_text_or_is_hidden(symbols):
    shapes = shapes_of('<path d="M10 10H20"/>', symbols)
    assert 'role="img" aria-label="A &quot;sheet&quot; &lt;thin&gt;"' in inline(shapes, 'A "sheet" <thin>')
    assert 'aria-hidden="true"' in inline(shapes)
    title = etree.fromstring(file_text(shapes, palettes(1)["light"], "Jan & <b>").encode())[0]
    assert title.text == "Jan & <b>"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_file_has_colours_of_its_own(scheme, symbols):
    shapes = shapes_of('<path class="h p" d="M10 10H20"/><path class="t" d="M30 30H40"/>', symbols)
    text = file_text(shapes, palettes(3)[scheme])
    for colour in re.findall(r"#[0-9a-f]{6}", text):
        assert colour in vars_of(palettes(3)[scheme])
    assert {"class", "style"} & {name for one in etree.fromstring(text.encode()).iter() for name in one.attrib} == set()


def vars_of(palette):
    return {palette.ink, palette.paper, palette.hue}


def test_grey_has_no_colour():
    for chapter in range(1, 8):
        for colour in vars_of(palettes(chapter)["grey"]):
            assert colour[1:3] == colour[3:5] == colour[5:7]


def test_a_png_has_its_width_and_is_made_once(tmp_path, symbols):
    drawing = file_text(shapes_of('<path class="h" d="M10 10H200V100"/>', symbols), palettes(1)["print"])
    (first,) = pngs([drawing], 300, tmp_path)
    assert first.startswith(b"\x89PNG")
    assert (int.from_bytes(first[16:20]), int.from_bytes(first[20:24])) == (300, 200)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"kept")
    assert pngs([drawing], 300, tmp_path) == [b"kept"]
    kept.unlink()
    assert pngs([drawing, drawing], 300, tmp_path) == [first, first]


def test_every_picture_of_the_language_is_made_the_same_twice(root):
    def made():
        language = read_language(root).language
        pictures = language.pictures
        return {path: inline(pictures.at(path).shapes) for path in pictures.paths()}

    first = made()
    assert first == made()
    assert len(first) > 20
    for text in first.values():
        assert len(text) < 4000
        assert re.search(r' id=|style=|url\(|href|"[^"]*:', text) is None
