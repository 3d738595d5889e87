"""Keywords hold the words that our own texts avoid: people find a pattern by them, and no file shows them."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from macros.exports.citation import FORMATS
from macros.exports.imprint import Imprint
from macros.exports.metadata import linked_data, metadata
from macros.exports.pdf.pattern import pattern_pdf
from macros.exports.reference import pattern_reference
from macros.exports.word.pattern import pattern_word

KEYWORD = "draagvlakcreatie"


@pytest.fixture(scope="module")
def imprint(language):
    """The Dutch edition of a language whose pattern 70 is found by one word alone."""
    pattern = language.patterns["no-one-says-no"]
    text = pattern.fields.of("nl").model_copy(update={"keywords": [KEYWORD]})
    patterns = language.patterns | {
        pattern.key: replace(
            pattern, fields=pattern.fields.model_copy(update={"texts": {**pattern.fields.texts, "nl": text}})
        )
    }
    return Imprint(replace(language, patterns=patterns, _ties=None, _linked=None), "nl", "https://patterns.example/")


@pytest.fixture
def pattern(imprint):
    return imprint.language.patterns["no-one-says-no"]


@pytest.mark.parametrize("ending", FORMATS)
def test_a_citation_brings_no_tags_along(imprint, pattern, ending):
    assert KEYWORD not in FORMATS[ending]([pattern_reference(pattern, imprint)])


def test_the_head_of_the_page_gives_zotero_none(imprint, pattern):
    assert KEYWORD not in f"{metadata(pattern, imprint)} {linked_data(pattern, imprint)}"


@pytest.fixture
def pdf(imprint, pattern):
    return PdfReader(BytesIO(pattern_pdf(pattern, imprint)))


def test_the_properties_of_a_pdf_show_none(pdf):
    assert KEYWORD not in f"{pdf.metadata} {pdf.trailer['/Root']['/Metadata'].get_data().decode()}"


def test_the_properties_of_a_word_file_show_none(imprint, pattern):
    with zipfile.ZipFile(BytesIO(pattern_word(pattern, imprint))) as file:
        assert not [name for name in file.namelist() if KEYWORD in file.read(name).decode("utf-8", "replace")]
