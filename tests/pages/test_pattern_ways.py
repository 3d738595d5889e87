"""The ways from a pattern to others: every relation once, in its place, and the numbers before and after."""

from collections import Counter

import lxml.html
import pytest

from macros.checks import check
from macros.model.editions import EDITIONS, ROOTS
from macros.pages.patterns import pattern_page
from macros.pages.renderer import Renderer

PLACES = {"part_of": "above", "contains": "below"}
PAGES = {
    "contribute": "draag-bij/",
    "sources": "verantwoording/",
    "words": "woorden/",
    "map": "kaart/",
    "patterns": "patronen/",
}


@pytest.fixture(scope="module")
def language(root):
    return check(root).language


def tree(language, key, edition):
    return lxml.html.fromstring(
        pattern_page(Renderer(language, edition, f"{ROOTS[edition]}x/y/", PAGES), language.patterns[key])
    )


def numbers(elements):
    return [int(one.text_content()) for one in elements]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("key", ["no-one-says-no", "a-network-you-can-hold", "not-always-the-key"])
def test_no_pattern_is_named_twice_and_each_stands_in_its_place(language, key, edition):
    web = tree(language, key, edition).xpath("//section[@class='pattern-web']")[0]
    named = Counter(numbers(web.xpath(".//a/span[@class='no']")))
    assert named
    assert set(named.values()) == {1}
    for kind, place in PLACES.items():
        wanted = [tie.pattern.id for tie in language.ties(key) if tie.kind == kind]
        assert numbers(web.xpath(f".//div[@class='{place}']//span[@class='no']")) == wanted
    opposite = {tie.pattern.id for tie in language.ties(key) if tie.kind == "balances"}
    beside = numbers(web.xpath(".//div[@class='left' or @class='right']//span[@class='no']"))
    assert set(beside) == opposite
    assert {tie.pattern.id for tie in language.ties(key)} <= named.keys()


def test_a_reason_stands_beside_the_pattern(language):
    web = tree(language, "no-one-says-no", "nl").xpath("//section[@class='pattern-web']")[0]
    assert "terwijl een knelpunt iemand nodig heeft die beslist." in web.text_content()


def test_the_map_opens_at_the_pattern(language):
    (link,) = tree(language, "no-one-says-no", "nl").xpath("//section[@class='pattern-web']/p/a/@href")
    assert link == "../../kaart/?pattern=70"


@pytest.mark.parametrize(
    ("key", "wanted"),
    [("not-always-the-key", [("next", 2)]), ("no-one-says-no", [("prev", 69), ("next", 71)])],
)
def test_the_numbers_before_and_after_lead_on(language, key, wanted):
    links = tree(language, key, "nl").xpath("//nav[contains(@class, 'pattern-turns')]//a")
    assert [(one.get("rel"), int(one.xpath("span[@class='no']")[0].text)) for one in links] == wanted


def test_the_last_one_leads_back_only(language):
    last = language.published()[-1]
    links = tree(language, last.key, "en").xpath("//nav[contains(@class, 'pattern-turns')]//a/@rel")
    assert links == ["prev"]


def test_the_breadcrumb_leads_to_the_chapter_and_to_all_patterns(language):
    (crumbs,) = tree(language, "no-one-says-no", "nl").xpath("//nav[@aria-label='Kruimelpad']")
    said = " ".join(crumbs.text_content().split())
    assert said == "Patronen › 6 Sturen, besluiten, ruimte geven › Patroon 70"
    assert crumbs.xpath("a/@href") == ["../../patronen/", "../../hoofdstukken/sturen-besluiten-ruimte-geven/"]
