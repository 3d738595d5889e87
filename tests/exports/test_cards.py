"""The deck of cards: a group that has only the cards knows who takes part and what is needed before the first step."""

from collections import Counter

import pytest
from pypdf import PdfReader

from macros.exports.pdf.cards import _BEFORE
from macros.text.sentences import in_short
from macros.view.blocks import plain

SMALLEST, FOOT = 9, 7.5
"""Points of the letters on the back of a card, and of those below it that say where it comes from."""


@pytest.fixture(scope="module")
def deck(imprint, exported):
    return PdfReader(exported / ("en/downloads" if imprint.edition == "en" else "downloads") / "cards.pdf")


def letters(text):
    return "".join(text.split()).replace("\u00ad", "").replace("-", "")


def test_the_back_of_a_card_says_who_takes_part_and_what_is_needed(imprint, deck):
    words = letters("".join(page.extract_text() for page in deck.pages))
    of = imprint.words
    for pattern in imprint.patterns():
        run = pattern.text(imprint.edition)[0].run
        who, need = (in_short(plain(imprint.reader().runs(told)), _BEFORE) for told in (run.who, run.need))
        assert "…" not in who + need, pattern.key
        assert letters(f"{of.run_who}: {who} {of.run_need}: {need}. 1.") in words, pattern.key


def test_the_letters_of_a_card_are_not_too_small(deck):
    for page in deck.pages[3::2]:
        sizes: Counter[float] = Counter()

        def note(text, cm, tm, _font, size, sizes=sizes):
            sizes[round(abs(size * tm[3] * cm[3]), 1)] += len(text.strip())

        page.extract_text(visitor_text=note)
        assert min(size for size, count in sizes.items() if count > 100 and size != FOOT) >= SMALLEST
