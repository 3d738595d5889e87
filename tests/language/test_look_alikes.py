"""A name in letters that pass for others is not taken."""

import pytest

from macros.text.scripts import deceiving_letter


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Zo’n café – “ja”", ""),
        ("Ÿ-Ærø", ""),
        ("Привет", ""),
        ("Zеt open", "е"),
        ("𝐙et open", "𝐙"),
        ("ﬁets", "ﬁ"),
        ("саса", "с"),
        ("e\u0301\u0302", "\u0302"),
    ],
)
def test_the_first_letter_that_deceives_is_named(name, letter):
    assert deceiving_letter(name) == letter
