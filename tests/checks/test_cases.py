"""The cases in tests/cases: what a person may write, and what `check` says of what a person may not.

A new test is a new file: `valid/<name>.yml`, or `invalid/<name>.yml` (a folder when it takes more than one file) with
the report it must give beside it in `<name>.txt`, in Dutch and then in English. `warned/<name>.yml` is a file in which
only the writing is at fault. `mistakes/` has a form of its own: see tests/tools/mistakes.py.
Pictures have tests/pictures.
"""

import re
from pathlib import Path

import pytest

from macros.checks import check
from macros.findings.finding import Severity
from macros.findings.messages import LANGUAGES, catalogue
from macros.findings.report import as_text
from tests.tools.languages import CASE_AT, CASES, with_case

VALID = sorted((CASES / "valid").iterdir())
INVALID = sorted(path for path in (CASES / "invalid").iterdir() if path.suffix != ".txt")
WARNED = sorted(path for path in (CASES / "warned").iterdir() if path.suffix != ".txt")
LINKS = Path(__file__).parents[2] / "macros" / "linkcheck"


def in_both_languages(findings):
    """The report in Dutch, an empty line, and the report in English."""
    return "\n\n".join(as_text(findings, language) for language in LANGUAGES) + "\n"


@pytest.mark.parametrize("case", VALID, ids=lambda path: path.stem)
def test_no_error_in(case, tmp_path):
    findings = check(with_case(tmp_path / "language", case)).findings
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize("case", INVALID, ids=lambda path: path.stem)
def test_the_report_on(case, tmp_path):
    """Without the warnings, which the small language is full of: its texts are too short for a reader."""
    findings = check(with_case(tmp_path / "language", case)).findings
    shown = [finding for finding in findings if finding.severity is not Severity.WARNING]
    assert in_both_languages(shown) == case.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("case", WARNED, ids=lambda path: path.stem)
def test_the_warnings_on(case, tmp_path):
    findings = check(with_case(tmp_path / "language", case)).findings
    shown = [finding for finding in findings if finding.place.path == CASE_AT.as_posix()]
    assert in_both_languages(shown) == case.with_suffix(".txt").read_text("utf-8")


def test_no_report_is_left_without_its_case():
    assert {path.stem for path in (CASES / "invalid").glob("*.txt")} == {path.stem for path in INVALID}
    assert {path.stem for path in (CASES / "warned").glob("*.txt")} == {path.stem for path in WARNED}


SHOWN_ELSEWHERE = {
    "contribution.characters": "test_form.py",
    "contribution.identifying": "test_form.py",
    "contribution.name-unasked": "test_form.py",
    "contribution.no-name": "test_form.py",
    "contribution.words": "test_form.py",
    "not-formatted": "test_fmt.py",
    "labels-missing": "test_editions.py",
    "pattern-in-no-group": "test_signal_rows.py",
    "record-part": "test_schema_changes.py",
    "too-many-findings": "test_time.py",
    "too-many-findings.counted": "test_time.py",
    "received.missing": "test_received.py",
    "size": "test_files.py",
    "unreadable": "test_files.py",
    "unreadable.missing": "test_check.py",
    "unreadable.no-folder": "test_check.py",
    "symbolic-link": "test_files.py",
    "not-a-file": "test_files.py",
    "name-twice": "test_files.py",
    "too-many.files": "test_files.py",
    "too-deep": "test_files.py",
    "copied": "test_fingerprints.py",
    "everyday-unknown": "test_everyday.py",
    "published-url-removed": "test_growth.py",
    "record-removed": "test_growth.py",
    "record-changed.since": "test_growth.py",
    "record-changed": "test_published.py",
    "record-by-hand": "test_growth.py",
    "withdrawal-removed": "test_growth.py",
    "record-forged": "test_growth.py",
    "record-number": "test_published.py",
    "record-date.day": "test_published.py",
    "record-date.order": "test_published.py",
    "record-empty": "test_published.py",
    "to-be-published": "test_published.py",
    "to-be-published.changed": "test_published.py",
    "to-be-corrected": "test_published.py",
    "corrected-again": "test_published.py",
    "edition-older": "test_published.py",
    "published-url-line.first": "test_growth.py",
    "syntax.other": "test_anything.py",
    "wrong-value.other": "test_anything.py",
    "misplaced.picture": "test_collection.py",
    "picture-pair.pattern": "test_collection.py",
    "picture-pair.text": "test_collection.py",
    "picture-pair.file": "test_collection.py",
    "svg-element.group": "test_collection.py",
    "svg-element.symbol": "test_collection.py",
    "svg-id": "test_collection.py",
    "svg-id.twice": "test_collection.py",
}
"""Messages that no text file can show or may, and the test that does."""


def shown_by(message):
    """Matches a message in a report, whatever fills its holes."""
    return re.compile(": " + re.sub(r"\\\{\w+\\\}", r"[^\\n]*", re.escape(message.wrong)))


def test_every_message_has_its_case():
    """Those of the built site have tests/linkcheck."""
    reports = "".join(report.read_text("utf-8") for report in CASES.glob("*/*.txt"))
    of_the_site = {word for module in LINKS.glob("*.py") for word in re.findall(r'"([a-z.-]+)"', module.read_text())}
    wanted = catalogue().keys() - of_the_site - SHOWN_ELSEWHERE.keys()
    unseen = {
        name for name in wanted for message in catalogue()[name].values() if not shown_by(message).search(reports)
    }
    assert unseen == set()
