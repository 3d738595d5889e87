"""What can be copied names its pattern and its source, and holds nothing but words, headings, lists and links."""

import itertools
import json
from dataclasses import replace

import lxml.html
import markdown_it
import pytest

from macros.exports.clipboard.parts import part
from macros.exports.clipboard.pieces import pieces
from macros.exports.clipboard.text import inline
from macros.exports.footnote import footnotes
from macros.exports.imprint import Imprint
from macros.exports.reference import pattern_reference
from macros.view.prose import TAGS

ALLOWED = TAGS | {"h2", "h3", "b", "i", "small", "span"}
ATTRIBUTES = {"href", "lang"}


def everything(pattern, imprint):
    """Yield every piece with HTML and text."""
    made = pieces(pattern, imprint)
    yield from made["link"].values()
    for editions in made["footnote"].values():
        for styles in editions.values():
            yield from styles.values()
    yield from (made["basis"], made["summary"], made["pattern"], made["proposal"], part(pattern, imprint))
    yield from (made["summary"]["after"], made["pattern"]["after"])


def elements(html):
    """Return every element in HTML."""
    return list(lxml.html.fragment_fromstring(html, create_parent="main").iterdescendants())


def test_a_text_closes_with_where_it_comes_from(imprint):
    for pattern in imprint.patterns():
        note = footnotes(pattern_reference(pattern, imprint), imprint).note
        *_, closing, licence = part(pattern, imprint)["text"].split("\n\n")
        assert closing == inline(note)
        assert "CC BY 4.0" in licence
        made = pieces(pattern, imprint)
        for kind in ("summary", "pattern"):
            assert "CC BY 4.0" in made[kind]["after"]["text"]
            assert made[kind]["title"] == f"{pattern.id} {pattern.name(imprint.edition)}"


def test_the_three_forms_of_a_text_have_the_same_headings(imprint):
    for pattern in imprint.patterns():
        one = part(pattern, imprint)
        headings = [element.text_content() for element in elements(one["html"]) if element.tag in ("h2", "h3")]
        tokens = markdown_it.MarkdownIt().parse(one["markdown"])
        assert headings == [
            after.content for token, after in itertools.pairwise(tokens) if token.type == "heading_open"
        ]
        assert not [heading for heading in headings if f"\n\n{heading}\n\n" not in one["text"]]


def test_nothing_brings_a_look_or_leaves_the_web(imprint):
    for pattern in imprint.patterns():
        for piece in everything(pattern, imprint):
            for element in elements(piece["html"]):
                assert element.tag in ALLOWED
                assert set(element.attrib) <= ATTRIBUTES
                assert element.get("href", "https://").startswith("https://")


def test_what_a_contributor_writes_stays_words(hostile):
    pattern = hostile.language.patterns["no-one-says-no"]
    for piece in everything(pattern, hostile):
        json.dumps(piece, ensure_ascii=False).encode()
        found = elements(piece["html"])
        assert {element.tag for element in found} <= ALLOWED
        assert {name for element in found for name in element.attrib} <= ATTRIBUTES
    assert "<script>alert(1)</script>" in part(pattern, hostile)["text"]


@pytest.mark.parametrize("kind", ["summary", "pattern"])
def test_a_text_in_the_other_language_says_which(language, kind):
    pattern = language.patterns["no-one-says-no"]
    alone = replace(pattern, fields=pattern.fields.model_copy(update={"texts": {"nl": pattern.fields.of("nl")}}))
    patterns = {**language.patterns, pattern.key: alone}
    english = Imprint(replace(language, patterns=patterns, _ties=None, _linked=None), "en", "https://patterns.example/")
    made = pieces(alone, english)[kind]
    assert (made["title"], made["language"]) == ("70 Niemand zegt nee", "nl")
    begins = pattern.fields.of("nl").summary.partition(" ")[0]
    assert f'<span lang="nl">{begins}' in made["html"]
