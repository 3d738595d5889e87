"""The compass is drawn from data, with its words as text, and says what is inferred."""

from xml.etree import ElementTree as ET

import pytest

from macros.model.editions import EDITIONS
from macros.pages.compass import HEIGHT, WIDTH, cycle_drawing, forces_drawing

SVG = "{http://www.w3.org/2000/svg}"


def drawing(made):
    figure = ET.fromstring(made)  # noqa: S314 - what we drew ourselves
    return figure, figure.find(f"{SVG}svg")


def words_of(element):
    return " ".join(" ".join(element.itertext()).split())


def arrows(svg, *, inferred):
    """Return the arrows that are dotted, or those that are not."""
    paths = [path.get("class").split() for path in svg.findall(f"{SVG}path")]
    return [path for path in paths if "arrow" in path and ("inferred" in path) is inferred]


@pytest.mark.parametrize("edition", EDITIONS)
def test_forces_and_stagnations_are_links_in_the_language_of_the_reader(language, render, edition):
    renderer = render(edition)
    figure, svg = drawing(forces_drawing(renderer))
    vocabulary, compass = language.vocabulary, language.situations.compass
    shown = {words_of(link): link.get("href") for link in svg.iter(f"{SVG}a")}
    names = {term.key: term.of(edition).name for term in (*vocabulary.driving_forces, *vocabulary.stagnations)}
    wanted = [(one.force, one.pattern) for one in compass.forces]
    wanted += [(one.stagnation, one.pattern) for one in compass.passages]
    assert shown == {names[key]: renderer.places.pattern(pattern) for key, pattern in wanted}
    assert renderer.words("drawing_inferred_krachten") in words_of(figure)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_cycle_has_every_step_with_who_leads_it(language, render, edition):
    renderer = render(edition)
    figure, svg = drawing(cycle_drawing(renderer))
    shown = [words_of(link) for link in svg.iter(f"{SVG}a")]
    assert shown == [f"{one.step.of(edition)} {one.lead.of(edition)}" for one in language.situations.compass.cycle]
    assert renderer.words("complex_problem") in words_of(svg)
    assert renderer.words("drawing_inferred_kringloop") in words_of(figure)
    assert len(arrows(svg, inferred=True)) == len(shown)


def test_what_is_inferred_is_dotted_and_nothing_else(language, render):
    _figure, svg = drawing(forces_drawing(render("nl")))
    inferred = [one for one in language.situations.compass.passages if one.basis == "inferred"]
    assert len(arrows(svg, inferred=True)) == len(inferred) == 1
    assert len(arrows(svg, inferred=False)) == 2
    assert len(svg.findall(f".//{SVG}a/{SVG}text[@class='stagnation inferred']")) == 1


@pytest.mark.parametrize("draw", [forces_drawing, cycle_drawing])
def test_what_leads_to_a_pattern_has_the_colour_of_its_chapter(language, render, draw):
    renderer = render("nl")
    _figure, svg = drawing(draw(renderer))
    chapters = {
        renderer.places.pattern(pattern.key): renderer.language.chapter_numbers()[pattern.chapter]
        for pattern in language.published()
    }
    groups = [group for group in svg.findall(f"{SVG}g") if group.find(f"{SVG}a") is not None]
    assert len(groups) >= 5
    for group in groups:
        assert group.get("class") == f"chapter-{chapters[group.find(f'{SVG}a').get('href')]}"


@pytest.mark.parametrize("draw", [forces_drawing, cycle_drawing])
def test_a_drawing_has_a_name_and_a_description_and_no_style_of_its_own(render, draw):
    _figure, svg = drawing(draw(render("en")))
    ids = {element.get("id") for element in svg.iter()}
    assert set(svg.get("aria-labelledby").split()) <= ids
    assert words_of(svg.find(f"{SVG}title"))
    assert words_of(svg.find(f"{SVG}desc"))
    assert not [element for element in svg.iter() if element.get("style") or element.tag == f"{SVG}style"]
    for span in svg.iter(f"{SVG}tspan"):
        assert 0 < float(span.get("x")) < WIDTH
        assert 0 < float(span.get("y")) < HEIGHT


def test_there_is_no_drawing_without_its_data(language, render):
    language.situations = language.situations.model_copy(update={"compass": None})
    assert forces_drawing(render("nl")) == cycle_drawing(render("nl")) == ""
