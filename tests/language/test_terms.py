"""The words of the glossary are found in the forms they take, alone and whole."""

import pytest

from macros.language.glossary_terms import Terms
from macros.model.vocabulary import GlossaryTerm


def term(key, mark, word, *also):
    text = {"term": word, "also": list(also), "meaning": "Iets."}
    return GlossaryTerm.model_validate({"key": key, "origin": "general", "nl": text, "en": text} | mark)


MARKED = {"mark": "true"}
TERMS = Terms(
    [
        term("team", MARKED, "wijkteam", "wijkteams", "sociaal wijkteam"),
        term("wmo", MARKED, "Wmo"),
        term("broad", {}, "gemeente"),
    ],
    "nl",
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Het wijkteam belt.", ["wijkteam"]),
        ("WIJKTEAMS en de wmo", ["WIJKTEAMS", "wmo"]),
        ("een sociaal\nwijkteam", ["sociaal\nwijkteam"]),
        ("wijkteamleider, Wmo-consulent, her-wmo", []),
        ("de gemeente", []),
        ("", []),
    ],
)
def test_words_are_found(text, found):
    assert [match.group() for match in TERMS.expression.finditer(text)] == found


def test_a_word_leads_to_its_term():
    found = TERMS.get("Sociaal\nwijkteam")
    assert found
    assert found.key == "team"


@pytest.mark.parametrize("text", ["w\u0131jkteam", "W\u0130JKTEAM"])
def test_letters_that_pass_for_those_of_a_word_stop_nothing(text):
    assert TERMS.expression.search(text)
    assert TERMS.get(text) is None


def test_nothing_is_found_without_marked_terms():
    assert not Terms([], "nl").expression.search("wijkteam")
