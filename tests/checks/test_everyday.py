"""A word of everyday.yml that no text holds any more is a warning, for whoever changed the text did no wrong."""

import pytest

from macros.checks import check
from macros.findings.finding import Severity
from tests.tools.languages import CASES, with_case


@pytest.mark.parametrize("ours", ["tweedee", "tweede nee"])
def test_a_word_that_stands_nowhere_is_told_with_one_that_does(tmp_path, ours):
    root = with_case(tmp_path / "language", CASES / "valid/every-field")
    everyday = root / "patterns/everyday.yml"
    everyday.write_text(everyday.read_text("utf-8").replace("ours: [tweede]", f"ours: [{ours}]"), "utf-8")
    (found,) = [one for one in check(root).findings if one.place.path == "patterns/everyday.yml"]
    assert (found.rule, found.severity) == ("everyday-unknown", Severity.WARNING)
    assert (found.place.line, found.written, found.advice.nearest) == (3, ours, ("tweede",))
