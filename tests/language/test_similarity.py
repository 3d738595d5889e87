"""Patterns like this one: at most three, published, not linked to it, and the nearest first."""

import pytest

from macros.checks import check
from macros.language.similarity import MOST, similar


@pytest.fixture(scope="module")
def language(root):
    return check(root).language


def test_none_of_them_is_linked_already(language):
    for pattern in language.published():
        linked = {tie.pattern.key for tie in language.ties(pattern.key)} | language.linked()[pattern.key]
        linked |= {one.key for one in language.mentions(pattern.key)}
        alike = similar(pattern, language)
        assert 0 < len(alike) <= MOST
        assert not linked & {one.key for one in alike}
        assert pattern not in alike
        assert all(one.published for one in alike)


def test_one_with_the_same_neighbours_and_fields_comes_first(language):
    keys = [one.key for one in similar(language.patterns["one-face-one-plan"], language)]
    assert keys[0] == "the-chain-as-a-school"
