"""The page of the glossary."""

import re

import pytest

from macros.model.editions import EDITIONS
from macros.pages.glossary import glossary_list


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_glossary_has_every_word_in_the_order_of_the_alphabet(language, render, edition):
    words = re.findall(r'<dt id="([a-z-]+)">(.*?)</dt>', glossary_list(render(edition)))
    assert {key for key, _word in words} == {one.key for one in language.glossary.terms}
    shown = [word.lower() for _key, word in words]
    assert shown == sorted(shown)
