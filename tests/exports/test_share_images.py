"""The images that a chat shows with a link: there is one for everything, it is small, and its words stay within it."""

import json
import re
import struct
from dataclasses import replace
from datetime import UTC, datetime
from unicodedata import normalize

import pypdfium2
import pytest

from macros.exports import share_images as made
from macros.exports.imprint import Imprint
from macros.exports.share_images import pattern_image, share_images
from macros.language.addresses import is_export, share_image
from macros.model.editions import ROOTS
from macros.pictures import png, typst_process
from tests.exports.conftest import HARM, SITE

WIDE, HIGH = 1200, 630
LARGEST = 60_000
WORD = "w" * 120


@pytest.fixture(scope="module")
def files(imprint, exported):
    """The images of an edition in the site, by address."""
    images = (exported / ROOTS[imprint.edition]).glob("assets/share/*")
    return {path.relative_to(exported).as_posix(): path.read_bytes() for path in images}


@pytest.fixture(scope="module")
def laid_out(imprint):
    """Each image with its page of a PDF."""
    images = share_images(imprint)
    return list(zip(images, drawn(images, imprint), strict=True))


def drawn(images, imprint):
    """Return the images as pages of a PDF, in which the place of each letter can be asked for."""
    items = f"[{','.join(json.dumps(made._data(image, imprint)) for image in images)}]"
    (pdf,) = typst_process.made(png._TEMPLATES / "share.typ", {"items": items}, at=datetime(2026, 11, 22, tzinfo=UTC))
    return pypdfium2.PdfDocument(pdf)


def letters(text):
    """Return text without what breaking lines does to it."""
    return re.sub(r"[\s\ufffe-]", "", normalize("NFKC", text))


def boxes(page):
    """Yield each letter with its box: left, bottom, right, top."""
    text = page.get_textpage()
    for place in range(text.count_chars()):
        letter = text.get_text_range(place, 1)
        if letter.strip():
            yield letter, text.get_charbox(place)


def test_there_is_one_for_everything(imprint, files):
    language, edition = imprint.language, imprint.edition
    names = [str(pattern.id) for pattern in language.published()]
    names += [f"case-{key}" for key in language.cases]
    names += [f"chapter-{chapter.key}" for chapter in language.vocabulary.chapters]
    names += [f"route-{route.key}" for route in language.routes.routes]
    assert set(files) == {share_image(name, edition) for name in [*names, "site"]}
    assert all(map(is_export, files))


def test_each_is_a_png_of_the_size_of_a_preview(files):
    for address, content in files.items():
        assert content[:8] == b"\x89PNG\r\n\x1a\n", address
        assert struct.unpack(">II", content[16:24]) == (WIDE, HIGH)
        assert len(content) <= LARGEST, address


def test_the_same_is_made_twice_and_nothing_unchanged_again(imprint, tmp_path, monkeypatch):
    items = [json.dumps(made._data(image, imprint)) for image in share_images(imprint)[:3]]
    first = png.pages("share", items, few_colours=True, kept=tmp_path / "one")
    assert png.pages("share", items, few_colours=True, kept=tmp_path / "two") == first
    monkeypatch.setattr(png, "compiled", lambda *_: pytest.fail("drawn again"))
    assert png.pages("share", items, few_colours=True, kept=tmp_path / "one") == first


def test_the_words_are_all_there_and_stay_within(imprint, laid_out):
    for image, page in laid_out:
        found = list(boxes(page))
        said = "".join(letter for letter, _box in found)
        for words in (image.title, image.text, image.label, imprint.name):
            assert letters(words) in letters(said), (image.name, words)
        assert all(left >= 0 and right <= WIDE - 40 and bottom >= 30 for _, (left, bottom, right, _top) in found)


def test_nothing_stands_on_the_name_of_the_site(imprint, laid_out):
    for image, page in laid_out:
        below = {letter for letter, (left, bottom, _right, _top) in boxes(page) if left > 500 and bottom < 74}
        assert image.name == "site" or below <= set(imprint.name), image.name


@pytest.mark.parametrize("name", [f"Een {WORD}", "Verantwoordelijkheidsverdelingsafspraken " * 6, HARM])
def test_a_name_of_any_length_stays_within(language, name):
    pattern = language.patterns["no-one-says-no"]
    told = pattern.fields.texts["nl"].model_copy(update={"name": name, "problem": f"{WORD} {name}"})
    long = replace(pattern, fields=pattern.fields.model_copy(update={"texts": {**pattern.fields.texts, "nl": told}}))
    imprint = Imprint(replace(language, patterns={**language.patterns, pattern.key: long}), "nl", SITE)
    (page,) = drawn([pattern_image(imprint, long)], imprint)
    assert all(right <= WIDE - 40 for _letter, (_left, _bottom, right, _top) in boxes(page))
    (content,) = png.pages("share", [json.dumps(made._data(pattern_image(imprint, long), imprint))], few_colours=True)
    assert len(content) <= LARGEST


def test_who_cannot_see_it_hears_what_it_says(imprint):
    for image in share_images(imprint):
        assert image.title in image.alt()
        assert len(image.alt()) <= 420
    pattern = imprint.language.patterns["no-one-says-no"]
    said = pattern_image(imprint, pattern).alt()
    assert said.startswith(f"70 {pattern.name(imprint.edition)}. ")
    assert imprint.view(pattern).picture.text.split(".")[0] in said


def test_a_retired_pattern_has_the_image_of_the_site(imprint):
    pattern = imprint.language.patterns["no-one-says-no"]
    gone = replace(pattern, fields=pattern.fields.model_copy(update={"status": "retired"}))
    assert pattern_image(imprint, gone).name == "site"
