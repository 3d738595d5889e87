"""A very long word or address stays within the page, whatever one downloads."""

from dataclasses import replace

import pypdfium2
import pytest

from macros.exports.book import books
from macros.exports.imprint import Imprint
from macros.exports.pdf.book import book_pdf
from macros.exports.pdf.cards import cards_pdf
from macros.exports.pdf.pattern import pattern_pdf
from macros.model.example import Example
from macros.model.run import Run, RunStep
from macros.model.text import BasisText, Variant
from tests.exports.conftest import SITE

WORD = "w" * 120
ADDRESS = f"https://example.org/{'a1' * 60}"
KEY = "no-one-says-no"
MARGIN = 20
"""Points that every page and every card leaves free at both sides."""


@pytest.fixture(scope="module")
def wordy(language):
    """The Dutch edition of a language in which every text of pattern 70 holds a very long word and address."""
    pattern = language.patterns[KEY]
    long = f"Een {WORD} en [{ADDRESS}]({ADDRESS})."
    told = pattern.fields.texts["nl"].model_copy(
        update={
            "name": f"Een {WORD}",
            "summary": long,
            "signals": [long, long],
            "context": long,
            "problem": f"{long}\n\n> {long}\n\n- {long}",
            "forces": [long, long],
            "intervention": long,
            "run": Run.model_construct(
                kind="meeting",
                clients="present",
                who=long,
                minutes=30,
                need=long,
                open=f"‘{long}’",
                open_at=1,
                steps=[RunStep.model_construct(minutes=10, do=long)] * 3,
                leave_with=long,
                stalls=long,
                ten_minutes=long,
            ),
            "question": long,
            "moves": {"team-lead": long},
            "examples": [Example.model_construct(scene=long)],
            "variants": [Variant.model_construct(name=WORD, text=long)],
            "pitfalls": [long],
            "takes": WORD,
            "can_start": WORD,
            "basis": BasisText.model_construct(source=long, partly=long),
        }
    )
    patterns = {
        KEY: replace(pattern, fields=pattern.fields.model_copy(update={"texts": pattern.fields.texts | {"nl": told}}))
    }
    return Imprint(replace(language, patterns=language.patterns | patterns, _ties=None, _linked=None), "nl", SITE)


def outside(pdf, columns=1, skip=0):
    """Return the texts of a PDF that stand in its margins, and how many of its letters are the word's.

    Args:
        pdf: the file.
        columns: how many columns a page has; each has margins of its own.
        skip: how many pages come before, with another layout.
    """
    found, letters = [], 0
    for number, page in enumerate(list(pypdfium2.PdfDocument(pdf))[skip:], 1 + skip):
        text = page.get_textpage()
        letters += text.get_text_range().count("w")
        for place in range(text.count_chars()):
            left, _bottom, right, _top = text.get_charbox(place)
            column = page.get_width() / columns
            if left % column < MARGIN or right % column > column - MARGIN:
                found.append(f"page {number}, {left:.0f} to {right:.0f}: {text.get_text_range(place, 20)}")
                break
    return found, letters


def test_a_long_word_stays_within_a_handout(wordy):
    found, letters = outside(pattern_pdf(wordy.language.patterns[KEY], wordy))
    assert letters > 10 * len(WORD), "the word must be there to be measured"
    assert not found


def test_a_long_word_stays_within_a_book(wordy):
    book = next(book for book in books(wordy) if KEY in book.places)
    found, letters = outside(book_pdf(book))
    assert letters > 10 * len(WORD)
    assert not found


def test_a_long_word_stays_within_its_card(wordy):
    found, letters = outside(cards_pdf(wordy, wordy.language.published()), columns=2, skip=2)
    assert letters > 3 * len(WORD)
    assert not found


def test_a_long_word_is_copied_from_a_pdf_as_it_was_written(wordy):
    pages = pypdfium2.PdfDocument(pattern_pdf(wordy.language.patterns[KEY], wordy))
    text = "".join("".join(page.get_textpage().get_text_range() for page in pages).split())
    assert WORD in text
    assert ADDRESS in text
