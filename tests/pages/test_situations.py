"""The diagnosis shows every signal and every cell with its patterns and what it rests on."""

import re

import pytest
from markupsafe import escape

from macros.model.editions import EDITIONS
from macros.pages.situations import signal_list, spring_table, stagnation_matrix, stagnation_page


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_signal_stands_once_with_patterns_and_basis(language, render, edition):
    renderer = render(edition)
    page = signal_list(renderer)
    items = dict(re.findall(r'<li id="([a-z-]+)"><p class="signal">(.*?)</li>', page, re.DOTALL))
    assert list(items) == [
        signal.key
        for stagnation in [*(term.key for term in language.vocabulary.stagnations), None]
        for signal in language.situations.signals
        if signal.stagnation == stagnation
    ]
    assert len(items) == len(language.situations.signals) == 30
    for signal in language.situations.signals:
        item = items[signal.key]
        assert escape(renderer.prose.plain(signal.signal.of(edition))) in item
        assert re.findall(r'pattern-link" href="([^"]*)"', item) == [
            renderer.places.pattern(key) for key in [*signal.start, *signal.then]
        ]
        said = renderer.words("stated_in" if signal.basis == "stated" else "inferred_from")
        assert f'{said} <a href="{renderer.places.page("sources", signal.source)}"' in item


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_matrix_has_a_cell_for_each_level_of_each_stagnation(language, render, edition):
    renderer = render(edition)
    page = stagnation_matrix(renderer)
    assert len(re.findall("<td><p", page)) == 9
    assert page.count(renderer.words("basis_inferred")) + page.count(renderer.words("basis_stated")) == 9
    for cell in language.situations.matrix:
        assert escape(renderer.prose.plain(cell.symptom.of(edition))) in page
    assert renderer.prose.inline(language.situations.origins.matrix.of(edition)) in page


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_dry_spring_stands_in_the_table(language, render, edition):
    page = spring_table(render(edition))
    assert page.count("<li>") == len(language.situations.springs)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_stagnation_has_its_own_signals_and_cells_and_patterns(language, render, edition):
    renderer = render(edition)
    for stagnation in language.vocabulary.stagnations:
        page = stagnation_page(renderer, stagnation)
        own = [signal for signal in language.situations.signals if signal.stagnation == stagnation.key]
        assert page.count('<p class="signal">') == len(own) > 0
        assert page.count('<section class="level-cell">') == 3
        for pattern in language.published():
            if stagnation.key in pattern.fields.answers:
                assert f'href="{renderer.places.pattern(pattern.key)}"' in page


def test_a_draft_is_not_linked(language, render):
    first = language.situations.signals[0]
    pattern = language.patterns[first.start[0]]
    fields = pattern.fields.model_copy(update={"status": "draft"})
    language.patterns[pattern.key] = type(pattern)(pattern.key, pattern.chapter, pattern.document, fields)
    renderer = render("nl")
    assert renderer.places.pattern(pattern.key) not in signal_list(renderer)
