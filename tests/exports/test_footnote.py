"""A footnote names pattern, number, date, source with year, strength of the evidence and permalink."""

import pytest

from macros.exports.footnote import footnotes
from macros.exports.imprint import Imprint
from macros.exports.reference import pattern_reference
from macros.view.blocks import plain
from macros.view.evidence import MOST_WORDS

EXPECTED = {
    ("nl", "author_date"): "Samenwerkpatronen. (2026, november 22). Niemand zegt nee [Patroon 70]. "
    "https://patterns.example/p/70/",
    ("nl", "in_text"): "(Samenwerkpatronen, 2026, patroon 70)",
    ("nl", "note"): "‘Niemand zegt nee’, patroon 70 in Samenwerkpatronen (tekst van 22 november 2026), "
    "https://patterns.example/p/70/. Naar: 1 + 1 = 3 (auteur niet vermeld, z.j.), blog van een adviseur. "
    "Bron: één praktijkgeval (een blog). Werkwijze: deels van de redactie. Gemeld door lezers: nog niet.",
    ("en", "author_date"): "Patterns for Working Together. (2026, November 22). No One Says No [Pattern 70]. "
    "https://patterns.example/en/p/70/",
    ("en", "in_text"): "(Patterns for Working Together, 2026, pattern 70)",
    ("en", "note"): "‘No One Says No’, pattern 70 in Patterns for Working Together (text of 22 November 2026), "
    "https://patterns.example/en/p/70/. After: 1 + 1 = 3 (author not named, n.d.), blog post by an adviser. "
    "Source: one case (a blog post). Method: partly by the editors. Reported by readers: not yet.",
}


@pytest.mark.parametrize("style", ["author_date", "in_text", "note"])
def test_the_footnote_of_pattern_70(imprint, style):
    made = footnotes(pattern_reference(imprint.language.patterns["no-one-says-no"], imprint), imprint)
    assert plain(getattr(made, style)) == EXPECTED[imprint.edition, style]


def test_the_permalink_is_a_link(imprint):
    made = footnotes(pattern_reference(imprint.language.patterns["no-one-says-no"], imprint), imprint)
    link, _source = [run for run in made.note if run.url]
    assert link.text == link.url == imprint.permalink(imprint.language.patterns["no-one-says-no"])


def test_a_source_without_author_or_address_leads_to_what_is_known_of_it(imprint):
    made = footnotes(pattern_reference(imprint.language.patterns["no-one-says-no"], imprint), imprint)
    _link, source = [run for run in made.note if run.url]
    page = {"nl": "verantwoording", "en": "en/from-source-to-pattern"}[imprint.edition]
    assert (source.text, source.url) == ("1 + 1 = 3", f"https://patterns.example/{page}/#one-plus-one")


def test_a_source_with_an_address_leads_there(language):
    imprint = Imprint(language, "nl", "https://patterns.example/")
    source = language.source("one-plus-one").model_copy(update={"url": "https://blog.example/1"})
    assert [run.url for run in imprint.source(source) if run.url] == ["https://blog.example/1"]


def test_a_publisher_is_cited_with_the_site(language):
    imprint = Imprint(language, "nl", "https://patterns.example/", "Stichting & Zn")
    made = footnotes(pattern_reference(language.patterns["no-one-says-no"], imprint), imprint)
    assert plain(made.author_date) == (
        "Stichting & Zn. (2026, november 22). Niemand zegt nee [Patroon 70]. Samenwerkpatronen. "
        "https://patterns.example/p/70/"
    )
    assert "(Stichting & Zn, tekst van 22 november 2026)" in plain(made.note)
    assert plain(made.in_text) == "(Stichting & Zn, 2026, patroon 70)"


def test_every_pattern_names_its_sources_and_evidence(imprint):
    for pattern in imprint.patterns():
        note = plain(footnotes(pattern_reference(pattern, imprint), imprint).note)
        for use in pattern.fields.sources:
            source = imprint.language.source(use.source)
            assert source is not None
            assert source.title in note
        assert imprint.words.seen_in_practice in note
        label = plain(imprint.view(pattern).evidence)
        assert note.endswith(label)
        assert len(label.split()) <= MOST_WORDS


def test_a_footnote_may_lead_to_the_text_of_its_date(imprint):
    pattern = imprint.language.patterns["no-one-says-no"]
    dated = f"{imprint.permalink(pattern)}2026-11-22/"
    made = footnotes(pattern_reference(pattern, imprint), imprint, imprint.dated(pattern))
    for runs in (made.note, made.author_date):
        assert next(run.url for run in runs if run.url) == dated
