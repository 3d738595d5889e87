"""Words are counted as readers see them."""

import pytest

from macros.checks.lengths import count_words
from macros.language.language import Language


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Zet de deur open.", 4),
        ("“Zet, de … deur” – open?!", 4),
        ("zo’n e-mail en/of 1.000 auto's", 5),
        ("ja,nee(misschien)wel", 4),
        ("een_twee drie_", 3),
        ("[[no-one-says-no|het woord nee]] en [[nee]]", 5),
        ("", 0),
    ],
)
def test_a_word_is_letters_and_digits_with_no_more_than_a_sign_between(text, count):
    assert count_words(text, Language(), "nl") == count
