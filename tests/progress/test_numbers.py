"""Numbers in lines are written as the language of the person writes them."""

import pytest

from macros.progress.numbers import number, seconds, size


@pytest.mark.parametrize(
    ("written", "nl", "en"),
    [
        (lambda language: number(2185, language), "2.185", "2,185"),
        (lambda language: number(1234.5, language, 1), "1.234,5", "1,234.5"),
        (lambda language: number(0, language), "0", "0"),
        (lambda language: seconds(0.94, language), "0,9 s", "0.9 s"),
        (lambda language: seconds(28.4, language), "28 s", "28 s"),
        (lambda language: seconds(9.97, language), "10 s", "10 s"),
        (lambda language: seconds(59.7, language), "1 min 0 s", "1 min 0 s"),
        (lambda language: seconds(175, language), "2 min 55 s", "2 min 55 s"),
        (lambda language: size(136_400_000, language), "136 MB", "136 MB"),
        (lambda language: size(1_250_000, language), "1,2 MB", "1.2 MB"),
        (lambda language: size(9_960_000, language), "10 MB", "10 MB"),
    ],
)
def test_a_number_has_the_marks_of_its_language(written, nl, en):
    assert (written("nl"), written("en")) == (nl, en)
