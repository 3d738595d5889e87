"""The matrix of where collaboration gets stuck, and the page of each stagnation."""

import pytest
from markupsafe import escape

from macros.model.editions import EDITIONS
from macros.pages.situations import stagnation_matrix, stagnation_page


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_matrix_has_a_cell_for_each_level_of_each_stagnation(language, render, edition):
    renderer = render(edition)
    page = stagnation_matrix(renderer)
    assert page.count('<dd class="symptom">') == 9
    for cell in language.situations.matrix:
        assert escape(renderer.prose.plain(cell.symptom.of(edition))) in page
        assert f'href="{renderer.places.pattern(cell.start[0])}"' in page
    assert renderer.prose.inline(language.situations.origins.matrix.of(edition)) in page


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
