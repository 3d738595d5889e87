"""A reader sees word by word what changed, and text stays text."""

from macros.view.comparison import compare


def test_what_went_and_what_came_are_marked():
    assert compare("De traagste bepaalt.", "De snelste bepaalt.") == (
        "De <del>traagste</del><ins>snelste</ins> bepaalt."
    )


def test_the_same_text_has_no_marks():
    assert compare("Een ja bindt.", "Een ja bindt.") == "Een ja bindt."


def test_markup_in_a_text_is_shown_as_it_stands():
    assert compare("", "<script>alert(1)</script>") == "<ins>&lt;script&gt;alert(1)&lt;/script&gt;</ins>"
