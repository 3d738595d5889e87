"""The diagnosis: every row once, under its situation and with its way on, and a card of each pattern."""

import json
import re

import pytest
from markupsafe import escape

from macros.language.addresses import pattern_address
from macros.language.signal_rows import grouped_rows, signal_rows
from macros.model.editions import EDITIONS
from macros.pages.diagnosis import cards, diagnosis, missing_cells


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_row_stands_once_and_is_a_link_to_the_pattern_to_begin_with(language, render, edition):
    renderer = render(edition)
    page = diagnosis(renderer)
    found = re.findall(r'<li id="([^"]+)" data-place="([^"]+)"><a href="([^"]+)">(.*?)</a></li>', page)
    rows = {
        row.id: (f"{at}.{place}", renderer.places.pattern(row.start[0].key))
        for at, (_group, listed) in enumerate(grouped_rows(language))
        for place, row in enumerate(listed)
    }
    assert {name: (place, href) for name, place, href, _text in found} == rows
    assert len(found) == len(rows) == len(signal_rows(language))
    texts = {name: text for name, _place, _href, text in found}
    for signal in language.situations.signals:
        assert texts[signal.key] == escape(renderer.prose.plain(signal.signal.of(edition)))


@pytest.mark.parametrize("edition", EDITIONS)
def test_ten_rows_stand_before_the_groups(language, render, edition):
    page = diagnosis(render(edition))
    before = page.partition("<details")[0]
    assert before.count("data-place") == 10
    names = [group.of(edition) for group in language.situations.diagnosis.groups]
    assert [str(escape(name)) for name in names] == re.findall(r"<summary>(.*?)</summary>", page)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_question_leads_into_the_diagnosis(language, render, edition):
    renderer = render(edition)
    there = renderer.places.page("situations")
    assert re.findall(r'href="([^"]+)"', missing_cells(renderer)) == [
        f"{there}?missing={answer.force}" for answer in language.situations.diagnosis.answers
    ]


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_card_says_where_to_begin_what_then_and_what_to_watch_for(language, render, edition):
    renderer = render(edition)
    found = json.loads(cards(renderer))["patterns"]
    assert set(map(int, found)) == {pattern.id for pattern in language.published()}
    assert all(card["ten"] and card["begin"] and card["watch"]["text"] for card in found.values())
    card = found["70"]
    opposite = next(tie for tie in language.ties("no-one-says-no") if tie.kind == "balances")
    assert card["watch"] == {
        "pattern": opposite.pattern.id,
        "text": renderer.plain(opposite.why, opposite.why.of(edition)),
    }
    run = language.patterns["no-one-says-no"].text(edition)[0].run
    assert card["ten"] == renderer.prose.plain(run.ten_minutes)
    assert card["address"] == pattern_address(language.patterns["no-one-says-no"], edition)


def test_what_is_retired_has_no_card_and_no_row(language, render):
    pattern = language.patterns["small-table-open-windows"]
    fields = pattern.fields.model_copy(update={"status": "draft"})
    language.patterns[pattern.key] = type(pattern)(pattern.key, pattern.chapter, pattern.document, fields)
    renderer = render("nl")
    assert "58" not in json.loads(cards(renderer))["patterns"]
    assert 'id="58.1"' not in diagnosis(renderer)
