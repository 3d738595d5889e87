"""The words that checks look for follow the language that is read, also when another one is read after it."""

from macros.checks.wording import wording
from macros.model.edition_words import EditionWords
from macros.model.editions import OWN_WORDS


def test_the_words_are_those_of_the_language_that_was_read_last(monkeypatch):
    for jargon in (["beleidskader"], ["draachflak"]):
        monkeypatch.setitem(OWN_WORDS, "fy", EditionWords(jargon=jargon))
        assert wording().jargon["fy"] == jargon
        assert wording() is wording()
    monkeypatch.delitem(OWN_WORDS, "fy")
    assert "fy" not in wording().jargon
