"""A pattern laid out: its ties from both sides, and a text borrowed from the other language."""

import pytest

from macros.language.reading import read_language
from macros.model.editions import EDITIONS
from macros.view.library import source_runs
from macros.view.pattern_view import pattern_view
from tests.tools.languages import CASE_AT, CASES, small_language, with_case


@pytest.fixture
def small(tmp_path):
    return read_language(small_language(tmp_path / "language")).language


def ties(language, key):
    laid_out = pattern_view(language.patterns[key], language, "nl")
    return [(group.kind, group.label, [tie.pattern.key for tie in group.ties]) for group in laid_out.ties]


def fields_of(language, key):
    return [section.field for section in pattern_view(language.patterns[key], language, "en").sections]


def test_a_tie_stands_on_both_sides_in_the_words_of_each(small):
    assert ties(small, "look-first") == [
        ("balances", "Tegenpool", ["ask-twice"]),
        ("leads_to", "Leidt naar", ["choose-and-go"]),
    ]
    assert ties(small, "choose-and-go") == [("follows", "Volgt op", ["look-first"])]
    assert ties(small, "ask-twice") == [("balances", "Tegenpool", ["look-first"])]


def test_the_reason_of_a_tie_is_told_from_both_sides(small):
    for key in ("look-first", "ask-twice"):
        (tie,) = next(
            group.ties for group in pattern_view(small.patterns[key], small, "en").ties if group.kind == "balances"
        )
        assert tie.why is not None
        assert tie.why.of("en") == "Looking is quick, asking twice takes time."


def test_a_pattern_that_is_only_mentioned_says_by_which(tmp_path):
    root = with_case(tmp_path / "language", CASES / "valid" / "short.yml")
    text = (root / CASE_AT).read_text("utf-8").replace("needs: look-first", "needs: ask-twice")
    (root / CASE_AT).write_text(text.replace("Open the door and", "See [[look-first]] and"), "utf-8")
    language = read_language(root).language
    assert [one.key for one in pattern_view(language.patterns["look-first"], language, "nl").mentions] == ["the-case"]


def test_sections_stand_in_the_order_of_the_page_and_only_with_text(small):
    assert fields_of(small, "ask-twice") == ["signals", "problem", "forces", "intervention", "run", "moves", "examples"]
    assert fields_of(small, "look-first")[:3] == ["signals", "context", "problem"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_missing_language_is_borrowed_marked_and_told(tmp_path, edition):
    root = with_case(tmp_path / "language", CASES / "valid" / "one-language.yml")
    language = read_language(root).language
    laid_out = pattern_view(language.patterns["the-case"], language, edition)
    assert (laid_out.language, laid_out.borrowed) == ("nl", edition == "en")
    assert laid_out.text.name == "Zet de deur open"


@pytest.mark.parametrize(("spoken", "edition", "marked"), [("en", "nl", "en"), ("en", "en", None), ("nl", "en", "nl")])
def test_the_title_of_a_source_is_marked_with_its_language(language, spoken, edition, marked):
    source = language.sources.sources[0].model_copy(update={"language": spoken})
    (title,) = [run for run in source_runs(source, edition, "") if run.text == source.title]
    assert title.language == marked
