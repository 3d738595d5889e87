"""What `check` accepts, a whole build can make: the edges of what a language may hold stand on pages and in exports."""

from datetime import date
from unicodedata import normalize

import pytest
import yaml
from lxml import html

from macros.exports.imprint import Imprint
from macros.exports.make import IN_EACH_EDITION, SHARED
from macros.language.reading import read_language
from macros.model.editions import EDITIONS, ROOTS
from macros.yaml.reader import parse
from tests.exports.test_edges import EDGES, of_every_category
from tests.hostile.test_refused import PROSE, WHOLE, is_prose, put, ways
from tests.site.once import built_once
from tests.site.workplace import Workplace
from tests.tools.languages import CASES
from tests.tools.publishing import publish_texts

SHORT = parse((CASES / "valid" / "short.yml").read_bytes(), "short.yml").data
EMPTIEST = {field: value for field, value in SHORT.items() if field != "en"}
KINDS = ("part_of", "needs", "leads_to", "balances")
RELATED = 200
"""Relations of one pattern, which has one with each of the emptiest."""
FIRST, HUB, EVERYWHERE = 1000, 2000, 3000
EARLIEST = date(2026, 11, 22)


def named(data, number, name):
    """A pattern under its own number, name and address."""
    data = {**data, "id": str(number)}
    for edition in EDITIONS:
        if edition in data:
            data[edition] = {**data[edition], "name": f"{name} {number}", "slug": f"edge-{number}-{edition}"}
            data[edition].pop("aliases", None)
    return data


def shortest(data, number):
    """A pattern with the shortest texts that no other one has."""
    for at, way in enumerate([way for way in ways(data) if is_prose(way)]):
        data = put(data, way, f"a {number} {at}")
    return data


def write(root):
    """Write the patterns with the edges; the first ones are published."""

    def pattern(number, data, name="Een rand"):
        text = yaml.safe_dump(named(data, number, name), allow_unicode=True, sort_keys=False, width=10**9)
        (root / f"patterns/deciding/edge-{number}.yml").write_text(text, "utf-8")

    for number in range(FIRST, FIRST + RELATED):
        pattern(number, shortest(EMPTIEST, number), "Een leeg patroon")
    publish_texts(root, EARLIEST)
    relations = [
        {KINDS[number % len(KINDS)]: f"edge-{number}", "why": {one: f"{one} {number}" for one in EDITIONS}}
        for number in range(FIRST, FIRST + RELATED)
    ]
    pattern(HUB, {**WHOLE, "relations": relations}, "Een vol patroon")
    data = WHOLE
    for at, way in enumerate(PROSE):
        data = put(data, way, f"{at} {of_every_category()}")
    pattern(EVERYWHERE, data, "Alle tekens")
    for number, text in enumerate(EDGES.values(), EVERYWHERE + 1):
        data = shortest(WHOLE, number)
        pattern(number, data | {one: data[one] | {"context": text, "problem": text} for one in EDITIONS})


def build(root, folder):
    place = Workplace(root, folder, small=True)
    write(folder)
    return place.build()


@pytest.fixture(scope="session")
def site(root, tmp_path_factory):
    """The site of the small language with the edges in it."""
    return built_once("edges", tmp_path_factory, lambda folder: build(root, folder))


def page(site, edition, number):
    (forward,) = html.parse(site / ROOTS[edition] / f"p/{number}/index.html").xpath("//link[@rel='canonical']/@href")
    return html.parse(site / forward.removeprefix("https://patterns.example/") / "index.html").getroot()


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_pattern_has_its_page(site, edition):
    for number in (FIRST, HUB, EVERYWHERE, *range(EVERYWHERE + 1, EVERYWHERE + 1 + len(EDGES))):
        assert f" {number}" in page(site, edition, number).findtext(".//title")


def test_the_page_names_every_relation(site):
    shown = page(site, "nl", HUB).find(".//article").text_content()
    assert [number for number in range(FIRST, FIRST + RELATED) if f"nl {number}" not in shown] == []


def test_every_character_is_on_the_page_as_it_was_written(site):
    shown = "".join(page(site, "nl", EVERYWHERE).find(".//article").itertext()).split()
    assert [word for word in normalize("NFC", of_every_category()).split() if word not in shown] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_exports_carry_as_much(site, edition, monkeypatch):
    language = read_language(site.parent).language
    own = [language.patterns[f"edge-{number}"] for number in (FIRST, HUB, EVERYWHERE)]
    monkeypatch.setattr(Imprint, "patterns", lambda _imprint: own)
    made = [
        address
        for files in IN_EACH_EDITION + SHARED
        if not files.__name__.startswith("book_")
        for address, content in files(Imprint(language, edition, "https://patterns.example/"))
        if content
    ]
    for number in (FIRST, HUB, EVERYWHERE):
        assert {one.rpartition(".")[2] for one in made if f"/{number}" in one} >= {"pdf", "docx", "bib", "json"}
