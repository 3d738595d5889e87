"""The table of mistakes: each is reported on its line, with its cause and what to write, and nothing else is blamed."""

from collections import Counter

import pytest

from macros.checks import check
from macros.findings.finding import Severity
from macros.findings.messages import LANGUAGES
from macros.findings.report import as_text
from tests.tools.mistakes import FOLDER, findings_on, make, name_of, read_mistake, unchanged

MISTAKES = sorted(FOLDER.glob("*.txt"))


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """What is found in the unchanged language: warnings on its short texts, and no error."""
    findings = check(unchanged(tmp_path_factory.mktemp("unchanged") / "language")).findings
    assert not [one for one in findings if one.severity is Severity.ERROR]
    return Counter(map(name_of, findings))


@pytest.mark.parametrize("case", MISTAKES, ids=lambda path: path.stem)
def test_the_report_on(case, known, tmp_path):
    mistake = read_mistake(case)
    root = unchanged(tmp_path / "language")
    make(root, mistake)
    found = findings_on(root, known)
    assert "\n\n".join(as_text(found, language) for language in LANGUAGES) + "\n" == mistake.report


def test_there_are_many():
    assert len(MISTAKES) >= 120
