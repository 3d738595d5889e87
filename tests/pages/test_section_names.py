"""Sections have a name in each edition's own language, and go on answering to the one that all editions had."""

import re

import pytest
from markupsafe import Markup

from macros.model.editions import EDITIONS
from macros.model.sections import SECTIONS
from macros.view.section_names import FORMER, section_name, section_names


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_section_has_a_name_of_its_own(edition):
    names = section_names(edition)
    assert names.keys() == FORMER.keys()
    assert len(set(names.values())) == len(names)
    assert not {field for field in names if names[field] in set(FORMER.values()) - {FORMER[field]}}
    assert [section_name(written, edition) for written in SECTIONS.values()] == [names[field] for field in SECTIONS]
    assert section_name("nothing", edition) == ""


def test_names_are_those_of_the_language():
    assert section_names("nl") == FORMER, "published addresses stay"
    assert section_names("en")["forces"] == "forces"
    assert section_names("en")["intervention"] == "therefore"


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_page_answers_both_names_and_leads_to_its_own(language, render, edition):
    renderer = render(edition)
    html = str(renderer.pattern(language.patterns["no-one-says-no"], Markup()))
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(set(ids)) == len(ids)
    headings = set(re.findall(r'<h2 id="([^"]+)"', html))
    for field in ("signals", "forces", "intervention", "run", "moves", "examples", "relations", "basis"):
        assert section_names(edition)[field] in headings
        assert FORMER[field] in ids
    assert f'href="#{section_names(edition)["ten_minutes"]}"' in html
    assert {section_names(edition)["ten_minutes"], FORMER["ten_minutes"]} <= set(ids)
    assert renderer.places.pattern("no-one-says-no", "daarom").endswith(f"#{section_names(edition)['intervention']}")
