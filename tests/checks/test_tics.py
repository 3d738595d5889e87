"""The turns of phrase that tire are counted, and the pages that have most of them named."""

import re

import pytest

from macros.__main__ import main
from macros.checks.readability import readability, reading_ease
from macros.checks.turns_of_phrase import tics
from macros.language.reading import read_language
from tests.tools.languages import CASE_AT, CASES, with_case

WRITTEN = {
    "who-comma": ("Wie kijkt, ziet meer.", "Whoever looks, sees more."),
    "semicolon": ("Kijk goed; wacht dan.", "Look well; then wait."),
    "three-in-a-row": ("Neem brood, kaas en wijn mee.", "Bring bread, cheese and wine."),
    "not-x-but-y": ("Het gaat niet om haast, maar om kijken.", "It is not about haste, but about looking."),
    "pattern-as-subject": ("[[ask-twice]] helpt.", "[[ask-twice]] helps."),
    "dash": ("Kijk \u2014 en wacht.", "Look \u2014 and wait."),
    "question": ("Is dat zo?", "Is that so?"),
}


@pytest.fixture
def language(tmp_path):
    return with_case(tmp_path / "language", CASES / "valid" / "short.yml")


@pytest.mark.parametrize("name", WRITTEN)
def test_a_turn_of_phrase_is_counted_in_both_languages(language, name):
    before = tics(read_language(language).language)
    case, (nl, en) = language / CASE_AT, WRITTEN[name]
    text = case.read_text("utf-8")
    for plain, written in (
        ("Zet de deur open en zeg dat hij openstaat.", nl),
        ("Open the door and say that it is open.", en),
    ):
        assert plain in text
        text = text.replace(plain, f'"{written}"')
    case.write_text(text, "utf-8")
    after = tics(read_language(language).language)
    for edition in ("nl", "en"):
        where = f"the-case ({edition})"
        assert after[name][where] == before[name][where] + 1


def test_every_turn_of_phrase_is_tried(language):
    assert set(tics(read_language(language).language)) == set(WRITTEN)


def test_a_harder_text_has_a_lower_figure_and_its_long_sentences_are_listed(language):
    case = language / CASE_AT
    before = readability(read_language(language).language)["the-case", "nl"]
    plain = "Zet de deur open en zeg dat hij openstaat."
    hard = "Samenwerkingsverbanden verantwoorden organisatieoverstijgende " + "verantwoordelijkheden, " * 26 + "altijd."
    case.write_text(case.read_text("utf-8").replace(plain, hard), "utf-8")
    after = readability(read_language(language).language)["the-case", "nl"]
    assert after.ease < before.ease
    assert (len(before.long), [one.startswith("Samenwerkings") for one in after.long]) == (0, [True])


def test_the_figure_is_that_of_the_formula():
    # 206.84 - 0.93 * 4 - 77 * 5 / 4: one sentence of four words, five syllables.
    assert reading_ease(["Ik zie een tafel."], "nl") == pytest.approx(206.84 - 0.93 * 4 - 77 * 5 / 4)


def test_the_command_prints_them(language, capsys):
    assert main(["--root", str(language), "tics"]) == 0
    said = capsys.readouterr().out
    assert re.search(r"^readability \(nl\): \d+ on average", said, re.MULTILINE)
    assert re.search(r"^who-comma: \d+ in \d+ texts$", said, re.MULTILINE)
