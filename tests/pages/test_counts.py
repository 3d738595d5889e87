"""A page says how many patterns, lessons and sources there are by counting them, in digits or in words."""

import re
from pathlib import Path

import pytest

from macros.language.reading import read_language
from macros.model.editions import EDITIONS
from macros.view.counts import COUNTS, counted
from macros.view.labels import Labels
from macros.written_pages.macro_signatures import COUNT_FORMS, COUNTED
from tests.tools.languages import small_language

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("docs/*/**/*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
NUMBER = "|".join(
    [
        r"[0-9][0-9.,]*",
        *(word for edition in EDITIONS for word in Labels(edition)("numbers").split() if word not in ("één", "one")),
        r"[a-zë]*(?:tig|tien)",
        r"[a-z]+(?:ty|teen)(?:-[a-z]+)?",
    ]
)
COUNTED_THING = "patronen|lessen|bronnen|gevallen|hoofdstukken|patterns|lessons|sources|cases|chapters"
SPELT_OUT = re.compile(rf"\b(?:{NUMBER})\s+(?:[^\W\d_]+\s+)?(?:{COUNTED_THING})\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def language():
    return read_language(ROOT).language


def test_check_knows_what_can_be_counted():
    assert tuple(COUNTS) == COUNTED


def test_what_is_counted_is_what_there_is(language):
    def count(what):
        return int(counted(language, Labels("nl"), what))

    published = [one for one in language.patterns.values() if one.published]
    assert count("patterns") == len(published) > 0
    assert count("chapters") == len({one.chapter for one in published})
    carried = sum(use.lesson is not None for one in published for use in one.fields.sources)
    assert count("lessons") == carried + count("opening-lessons")
    assert 0 < count("patterns-with-more-lessons") < len(published)


@pytest.mark.parametrize(
    ("edition", "form", "said"),
    [("nl", "digits", "3"), ("nl", "words", "drie"), ("en", "words", "three"), ("nl", "capital", "Drie")],
)
def test_a_small_number_can_be_a_word(tmp_path, edition, form, said):
    language = read_language(small_language(tmp_path / "language")).language
    assert counted(language, Labels(edition), "patterns", form) == said


@pytest.mark.parametrize("form", COUNT_FORMS)
def test_a_number_above_twelve_is_in_digits(monkeypatch, language, form):
    for count, digits in ((12, form == "digits"), (13, True)):
        monkeypatch.setitem(COUNTS, "patterns", lambda _language, count=count: count)
        assert counted(language, Labels("en"), "patterns", form).isdigit() == digits


def test_a_language_without_anything_has_none_of_it(tmp_path):
    (tmp_path / "patterns").mkdir()
    empty = read_language(tmp_path).language
    assert {counted(empty, Labels("en"), what, "words") for what in COUNTS} == {"zero"}


@pytest.mark.parametrize("edition", EDITIONS)
def test_one_is_written_as_the_language_has_it(edition):
    words = Labels(edition)
    numbers, capitals = words("numbers").split(), words("numbers_capital").split()
    assert len(numbers) == len(capitals) == 13
    assert words("numbers_capital").split()[1] == {"nl": "Eén", "en": "One"}[edition]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_page_spells_out_what_can_be_counted(path, language):
    # What was measured of a language of some size stays so, whatever size it has now.
    text = re.sub(r"<!-- Made by `make bench`.*<!-- End", "", path.read_text("utf-8"), flags=re.DOTALL)
    assert [match.group() for match in SPELT_OUT.finditer(text)] == [], 'write {{ count("patterns") }}'
    totals = {str(COUNTS[what](language)) for what in ("patterns", "lessons")}
    assert set(re.findall(r"\b\d{2,}\b", text)) & totals == set()


@pytest.mark.parametrize(
    "text",
    ["83 patronen", "vijf bronnen", "tachtig patronen", "five Dutch sources", "ninety-one lessons", "1.000 patterns"],
)
def test_a_number_that_is_spelt_out_is_found(text):
    assert SPELT_OUT.fullmatch(text)
