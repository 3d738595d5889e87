"""The map: every pattern and relation is drawn once, names have room, and the list says the same."""

import lxml.html
import pytest

from macros.checks import check
from macros.model.editions import EDITIONS, ROOTS
from macros.pages.map_shapes import Box, curve, hull, place_name
from macros.pages.pattern_map import pattern_map
from macros.pages.renderer import Renderer


@pytest.fixture(scope="module")
def language(root):
    return check(root).language


def tree(language, edition):
    return lxml.html.fromstring(pattern_map(Renderer(language, edition, ROOTS[edition], {})))


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_pattern_is_a_link_called_by_number_and_name(language, edition):
    page = tree(language, edition)
    labels = {int(one.get("data-node")): one.get("aria-label") for one in page.xpath("//a[@data-node]")}
    assert labels == {one.id: f"{one.id} {one.name(edition)}" for one in language.published()}


def test_every_relation_is_a_line_of_its_kind(language):
    drawn = [
        (one.get("class").split()[-1], *map(int, one.get("data-ends").split()))
        for one in tree(language, "nl").xpath("//*[@data-ends]")
        if "inside" not in one.get("class")
    ]
    written = [
        (relation.kind, pattern.id, language.patterns[relation.target].id)
        for pattern in language.published()
        for relation in pattern.fields.relations
    ]
    assert sorted(drawn) == sorted(written)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_list_has_every_pattern_with_every_relation(language, edition):
    for item in tree(language, edition).xpath("//li[@data-near]"):
        pattern = next(one for one in language.published() if one.id == int(item.get("data-near")))
        linked = [" ".join(one.text_content().split()) for one in item.xpath(".//dd/a")]
        others = [tie.pattern for tie in language.ties(pattern.key)]
        assert linked == [f"{one.id} {one.name(edition)}" for one in others]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_legend_says_what_the_list_says(language, edition):
    page = tree(language, edition)
    kinds = [one.text_content().strip() for one in page.xpath("//ul[@class='map-legend']/li")]
    assert {word for kind in kinds for word in kind.split(" · ")} == {
        one.text for one in page.xpath("//li[@data-near]//dt")
    }


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_chapter_has_its_name_inside_the_frame(language, edition):
    page = tree(language, edition)
    names = [one.text_content() for one in page.xpath("//*[contains(@class, 'land-name')]")]
    chapters = language.vocabulary.chapters
    assert names == [f"{number} {one.of(edition).name}" for number, one in enumerate(chapters, 1)]


def test_an_outline_goes_around_all_points():
    square = [(0, 0), (10, 0), (10, 10), (0, 10)]
    assert sorted(hull([*square, (5, 5), (2, 7), (10, 5)])) == sorted(square)
    assert hull([(3, 4)]) == [(3, 4)]


def test_a_line_runs_from_rim_to_rim():
    assert curve((0, 0), (100, 0), 10) == "M10 2Q50 8 90 2"


def test_a_name_stands_where_it_hides_no_pattern():
    own = [(100, 100), (130, 100)]
    assert place_name(60, own, own, []).bottom < 100
    crowd = [(x, 80) for x in range(0, 360, 10)]
    assert place_name(60, own, [*own, *crowd], []).bottom > 100
    taken = place_name(60, own, own, [])
    assert not place_name(60, own, own, [taken]).covers(taken)
    assert Box(0, 10, 10).covers(Box(5, 15, 12))
