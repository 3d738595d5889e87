"""A word of the glossary is marked where a page first uses it, and nowhere it would do harm."""

import re

import pytest
from markupsafe import Markup

from macros.language.glossary_terms import Terms
from macros.model.editions import EDITIONS
from macros.model.vocabulary import GlossaryTerm
from macros.view.marked_prose import MarkedProse


def term(key, *forms):
    text = {"term": forms[0], "also": list(forms[1:]), "meaning": "Iets."}
    return GlossaryTerm.model_validate({"key": key, "origin": "general", "mark": "true", "nl": text, "en": text})


@pytest.fixture
def prose():
    terms = Terms([term("team", "wijkteam", "sociaal wijkteam"), term("amp", "amp"), term("lt", "lt")], "nl")
    return MarkedProse(lambda key, _section: (f"../{key}/", "Het wijkteam"), terms, lambda key: f"../woorden/#{key}")


MARK = '<a class="term" href="../woorden/#team" aria-describedby="term-team">{}</a>'


def test_the_first_use_is_marked_and_no_other(prose):
    assert (
        prose.block("Een wijkteam en nog een wijkteam.") == f"<p>Een {MARK.format('wijkteam')} en nog een wijkteam.</p>"
    )
    assert prose.inline("Weer het wijkteam.") == "Weer het wijkteam."
    assert list(prose.used) == ["team"]


def test_a_word_keeps_its_own_form(prose):
    assert MARK.format("Sociaal\nwijkteam") in prose.block("*Sociaal\nwijkteam*")


@pytest.mark.parametrize(
    "text", ["[het wijkteam](https://example.org/)", "[[de-sleutel|ons wijkteam]]", "[[de-sleutel]]"]
)
def test_no_link_stands_in_a_link(prose, text):
    assert prose.inline(text).count("<a ") == 1
    assert not prose.used


def test_emphasis_is_kept(prose):
    assert prose.inline("het **wijkteam**") == f"het <strong>{MARK.format('wijkteam')}</strong>"


def test_characters_written_out_are_no_words(prose):
    assert prose.inline("a & b < c") == "a &amp; b &lt; c"


def test_plain_words_are_left_alone(prose):
    assert prose.plain("Het wijkteam") == "Het wijkteam"
    assert not prose.used


def test_what_a_person_writes_stays_harmless(prose):
    made = prose.block('<img src=x onerror=alert(1)> wijkteam <a class="term" href="javascript:x">wijkteam</a>')
    assert "<img" not in made
    assert made.count("<a ") == 1
    assert MARK.format("wijkteam") in made


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_page_explains_each_word_it_marks(language, render, edition):
    renderer = render(edition)
    marked = 0
    for pattern in language.published():
        page = renderer.pattern(pattern, Markup())
        links = re.findall(r'<a class="term" href="([^"]*)" aria-describedby="([^"]*)"', page)
        notes = re.findall(r'<p id="(term-[^"]*)" role="tooltip">[^<]+</p>', page)
        assert [described for _href, described in links] == notes
        assert len(set(notes)) == len(notes)
        assert all(href == renderer.places.page("words", note.removeprefix("term-")) for href, note in links)
        headings = re.findall(r"<h[1-3].*?</h[1-3]>", page, re.DOTALL)
        assert not [heading for heading in headings if 'class="term"' in heading]
        marked += len(links)
    assert marked > 30


def test_a_text_borrowed_from_the_other_language_is_not_marked(language, render):
    """The English glossary knows the Dutch word ggz, but tells in English what it means."""
    known = language.terms("en").expression
    pattern = next(one.pattern for one in language.texts() if one.edition == "nl" and known.search(one.text))
    fields = pattern.fields.model_copy(update={"texts": {"nl": pattern.fields.of("nl")}})
    borrowed = type(pattern)(pattern.key, pattern.chapter, pattern.document, fields)
    language.patterns[pattern.key] = borrowed
    page = render("en").pattern(borrowed, Markup())
    assert 'class="term"' not in page
