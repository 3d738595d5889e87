"""What a language tells of the words of an edition that the code does not know."""

import pytest

from macros.checks.wording import wording
from macros.language.reading import read_language
from macros.language.search_words import rules_of
from tests.tools.languages import CASES, small_language
from tests.tools.search_matching import typed_words


@pytest.fixture
def frisian(tmp_path):
    """Reads the small language with its Frisian edition, with or without what it tells of Frisian."""

    def read(*, told):
        folder = small_language(tmp_path / "language")
        for path in (CASES / "three-editions/patterns").iterdir():
            if told or not path.name.startswith("words."):
                (folder / "patterns" / path.name).write_bytes(path.read_bytes())
        assert read_language(folder).language.editions

    return read


def test_an_edition_is_searched_by_the_rules_that_its_language_tells(frisian):
    frisian(told=True)
    rules = rules_of("fy")
    assert rules.stems("Buorren buorkes, maatregels") == ["buorr", "buor", "matregel"]
    assert (typed_words("de buorren", rules), rules.numbers["3"]) == (["buorren"], "trije")


def test_the_checks_of_prose_look_for_the_words_that_the_language_tells(frisian):
    frisian(told=True)
    assert wording().jargon["fy"] == ["draachflak"]
    assert "jimme" in wording().address["fy"]
    assert "draagvlak" in wording().jargon["nl"]


def test_without_them_words_count_as_they_stand_and_nothing_is_looked_for(frisian):
    frisian(told=False)
    assert rules_of("fy").stems("Buorren") == ["buorren"]
    assert "fy" not in wording().jargon
