"""The page for who draws shows every symbol."""

import re

from macros.model.editions import EDITIONS
from macros.pages.symbols import symbol_list


def test_every_symbol_is_shown_with_its_name(language, render):
    html = symbol_list(render(EDITIONS[0]))
    assert re.findall(r"<code>(.*?)</code>", html) == [*language.pictures.symbols.shapes]
    assert html.count("<svg") == len(language.pictures.symbols.shapes) > 20
