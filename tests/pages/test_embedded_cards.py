"""The card of a pattern, for a page of another site."""

from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from macros.language.reading import read_language
from macros.pages.embedded_cards import embed_line, embedded_cards
from macros.pages.renderer import Renderer
from macros.pages.settings import Settings

HARM = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def language(root):
    return read_language(root).language


def shown(language, edition, key, policy=""):
    renderer = Renderer(language, edition, "", {}, Settings(url="https://patterns.example/"))
    (card,) = embedded_cards(renderer, [language.patterns[key]])
    return card.address, html.fromstring(card.html(renderer, policy))


@pytest.mark.parametrize(
    ("edition", "address", "page", "name"),
    [
        ("nl", "p/70/card/", "../../../patronen/niemand-zegt-nee/", "Niemand zegt nee"),
        ("en", "en/p/70/card/", "../../../patterns/no-one-says-no/", "No One Says No"),
    ],
)
def test_it_shows_the_pattern_and_opens_it_in_the_whole_window(language, edition, address, page, name):
    where, card = shown(language, edition, "no-one-says-no", "default-src 'none'")
    assert where == address
    assert card.get("lang") == edition
    assert " ".join(card.find(".//h1").text_content().split()) == f"70 {name}"
    links = card.findall(".//a")
    assert links[0].get("href").replace("../en/", "") == page
    assert all(link.get("target") == "_top" for link in links)
    assert card.find(".//svg") is not None
    assert card.xpath("//script") == []
    assert card.xpath("string(//meta[@http-equiv]/@content)") == "default-src 'none'"


def test_search_engines_keep_the_page_of_the_pattern(language):
    _, card = shown(language, "nl", "no-one-says-no")
    assert card.xpath("string(//link[@rel='canonical']/@href)") == "https://patterns.example/patronen/niemand-zegt-nee/"
    assert card.xpath("string(//meta[@name='robots']/@content)") == "noindex"


def test_a_draft_has_none_and_harm_stays_text(language):
    pattern = language.patterns["no-one-says-no"]
    texts = {**pattern.fields.texts, "nl": pattern.fields.of("nl").model_copy(update={"name": HARM, "summary": HARM})}
    harmed = replace(pattern, fields=pattern.fields.model_copy(update={"texts": texts}))
    changed = replace(language, patterns={**language.patterns, pattern.key: harmed}, _ties=None, _linked=None)
    _, card = shown(changed, "nl", pattern.key)
    assert card.xpath("//script") == []
    assert HARM in card.find(".//h1").text_content()
    draft = replace(pattern, fields=pattern.fields.model_copy(update={"status": "draft"}))
    assert list(embedded_cards(Renderer(language, "nl", "", {}), [draft])) == []


def test_the_line_to_paste_leads_to_the_card(language):
    renderer = Renderer(language, "nl", "meenemen/", {}, Settings(url="https://patterns.example/"))
    code: Any = html.fragment_fromstring(embed_line(renderer, language.patterns["no-one-says-no"]))
    frame = html.fragment_fromstring(str(code.text_content()))
    assert (frame.tag, frame.get("src")) == ("iframe", "https://patterns.example/p/70/card/")
    assert frame.get("title") == "70 Niemand zegt nee"
