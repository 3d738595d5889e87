"""The patterns that somebody names are found, and a number that names none is not taken for one."""

import pytest

from macros.contributions.mentioned import mentioned_in, places_of
from macros.language.reading import read_language
from tests.tools.languages import small_language


@pytest.fixture(scope="module")
def language(tmp_path_factory):
    return read_language(small_language(tmp_path_factory.mktemp("mentioned") / "language")).language


@pytest.mark.parametrize(
    ("answer", "keys"),
    [
        ("3", ["choose-and-go"]),
        ("3 Kies en ga", ["choose-and-go"]),
        ("Patroon 3: iets", ["choose-and-go"]),
        ("3, 4", ["choose-and-go", "the-old-way"]),
        ("nr. 3 en 4", ["choose-and-go", "the-old-way"]),
        ("Kies en ga", ["choose-and-go"]),
        ("choose and go", ["choose-and-go"]),
        ("https://voorbeeld.example/p/3/", ["choose-and-go"]),
        ("stap 3", []),
        ("30% van de tijd", []),
        ("99", []),
        ("", []),
        ("geen", []),
        ("04-12345678", []),
        ("04 12345678, 3", ["choose-and-go"]),
        ("3-4-2024, nr. 4", ["the-old-way"]),
    ],
)
def test_the_patterns_in(answer, keys, language):
    assert mentioned_in(answer, language).patterns == keys


@pytest.mark.parametrize(
    ("answer", "signs"),
    [
        ("3, bel Fatima op 06-12345678", ["Fatima", "06-12345678"]),
        ("Kies en ga, van mevrouw Jansen", ["mevrouw Jansen"]),
        ("Choose and Go", []),
        ("3 Choose and Go", []),
        ("3 Choose Peter", ["Peter"]),
        ("geen", []),
    ],
)
def test_what_may_identify_somebody_beside_the_patterns(answer, signs, language):
    assert [answer[one.start : one.end] for one in mentioned_in(answer, language).signs] == signs


@pytest.mark.parametrize(
    "sentence", ["In 2014 the speakers\u00a0 went to look.", "“In 2014 the speakers went to look”"]
)
def test_the_place_of_a_sentence(sentence, language):
    assert [str(place)[:30] for place in places_of(sentence, language)] == ["patterns/cases/the-walk.yml:14"]


def test_a_word_is_no_sentence(language):
    assert list(places_of("look", language)) == []
