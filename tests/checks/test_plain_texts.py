"""Most texts are plain and only looked at in passing: what is wrong in one of the others is found all the same."""

import pytest

from macros.checks import check
from tests.tools.languages import CASE_AT, small_language

WRONG = {
    "a letter written as its number": ('"Zolang \\ufb01jn kiezen uitblijft, gebeurt er niets."', "ligature"),
    "quotations in one another further on": ("|-\n    Zolang niemand kiest:\n\n    > > > > > niets", "nesting"),
    "a list behind a sentence": (">-\n    Zolang niemand kiest.\n    2. Gebeurt er niets.", "layout.list"),
    "a heading on a line of its own": (">-\n    Zolang niemand kiest,\n    ## gebeurt er niets.", "layout.heading"),
    "a comment behind a text of two lines": ("Zolang niemand\n    kiest, #3 en 4", "comment-in-text"),
    "the number of a page on the second line": ("Zolang niemand\n    12", "page-number"),
}


@pytest.mark.parametrize(("problem", "message"), WRONG.values(), ids=WRONG)
def test_it_is_found(tmp_path, problem, message):
    file = small_language(tmp_path / "language") / CASE_AT.with_name("choose-and-go.yml")
    before, field, after = file.read_text("utf-8").partition("  problem: ")
    assert field
    file.write_text(before + field + problem + "\n" + after.partition("\n")[2], "utf-8")
    assert message in {finding.message for finding in check(tmp_path / "language").findings}
