"""The overview: what each pattern can be chosen by, and which texts are new."""

from datetime import date

import lxml.html
import pytest

from macros.checks import check
from macros.language.reading import read_language
from macros.model.editions import EDITIONS, ROOTS
from macros.pages.overview import FIRST, FURTHER, overview
from macros.pages.renderer import Renderer
from tests.tools.languages import small_language
from tests.tools.publishing import publish_texts

FIELDS = {
    "role": "can_start",
    "time": "takes",
    "evidence": "confidence",
    "level": "levels",
    "phase": "phases",
    "force": "driving_force",
    "stuck": "answers",
}
FILE = "patterns/deciding/choose-and-go.yml"


@pytest.fixture(scope="module")
def language(root):
    return check(root).language


def tree(language, edition):
    return lxml.html.fromstring(overview(Renderer(language, edition, ROOTS[edition], {})))


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_pattern_stands_in_it_once_with_its_own_values(language, edition):
    rows = tree(language, edition).xpath("//li[@data-pattern]")
    assert [int(row.get("data-pattern")) for row in rows] == [one.id for one in language.published()]
    for row, pattern in zip(rows, language.published(), strict=True):
        assert row.get("data-chapter") == pattern.chapter
        assert int(row.get("data-ties")) == len(language.ties(pattern.key))
        for name, field in FIELDS.items():
            value = getattr(pattern.fields, field)
            keys = value if isinstance(value, list) else [str(value)]
            assert row.get(f"data-{name}").split() == keys


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_value_says_how_many_patterns_have_it(language, edition):
    page = tree(language, edition)
    assert [one.get("name") for one in page.xpath("//select")] == [*FIRST, *FURTHER]
    for select in page.xpath("//select"):
        for option in select.xpath("option[@value!='']"):
            rows = page.xpath("//li[@data-pattern]")
            having = [row for row in rows if option.get("value") in row.get(f"data-{select.get('name')}").split()]
            assert option.text_content().endswith(f" ({len(having)})")


def test_both_editions_name_the_same_values(language):
    named = [
        [(select.get("name"), select.xpath("option/@value")) for select in tree(language, edition).xpath("//select")]
        for edition in EDITIONS
    ]
    assert named[0] == named[-1]


def test_a_line_says_how_long_and_who(language):
    (row,) = tree(language, "nl").xpath("//li[@data-pattern='70']")
    assert row.xpath("p[@class='line']")[0].text_content() == "Eén bijeenkomst · procesbegeleider of teamleider"


def revised(folder):
    language = read_language(folder).language
    found = tree(language, "nl").xpath("//section[@class='overview-revised']//li")
    return [" ".join(row.text_content().split()) for row in found]


def test_what_was_revised_last_is_named_and_nothing_while_all_texts_are_of_one_day(tmp_path):
    folder = small_language(tmp_path / "language")
    assert revised(folder) == []
    publish_texts(folder, date(2026, 11, 28))
    assert revised(folder) == []
    file = folder / FILE
    file.write_text(file.read_text("utf-8").replace("Zolang niemand kiest", "Zolang niemand durft te kiezen"), "utf-8")
    assert revised(folder) == []
    publish_texts(folder, date(2027, 1, 5))
    assert revised(folder) == ["3 Kies en ga 5 januari 2027"]
