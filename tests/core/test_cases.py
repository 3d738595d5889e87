"""The cases in tests/cases: what a person may write, and what `check` says of what a person may not.

A new test is a new file: `valid/<name>.yml`, or `invalid/<name>.yml` (a folder when it takes more than one file) with
the report it must give beside it in `<name>.txt`. `warned/<name>.yml` is a file in which only the writing is at fault.
"""

import ast
from pathlib import Path

import pytest

from macros.core.checks import check
from macros.core.findings import Severity
from macros.core.report import as_text
from tests.tools.languages import CASE_AT, CASES, with_case

VALID = sorted((CASES / "valid").iterdir())
INVALID = sorted(path for path in (CASES / "invalid").iterdir() if path.suffix != ".txt")
WARNED = sorted(path for path in (CASES / "warned").iterdir() if path.suffix != ".txt")
CORE = Path(__file__).parents[2] / "macros" / "core"


@pytest.mark.parametrize("case", VALID, ids=lambda path: path.stem)
def test_no_error_in(case, tmp_path):
    findings = check(with_case(tmp_path / "language", case)).findings
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize("case", INVALID, ids=lambda path: path.stem)
def test_the_report_on(case, tmp_path):
    """Without the warnings, which the small language is full of: its texts are too short for a reader."""
    findings = check(with_case(tmp_path / "language", case)).findings
    shown = [finding for finding in findings if finding.severity is not Severity.WARNING]
    assert as_text(shown) + "\n" == case.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("case", WARNED, ids=lambda path: path.stem)
def test_the_warnings_on(case, tmp_path):
    findings = check(with_case(tmp_path / "language", case)).findings
    shown = [finding for finding in findings if finding.place.path == CASE_AT.as_posix()]
    assert as_text(shown) + "\n" == case.with_suffix(".txt").read_text("utf-8")


def test_no_report_is_left_without_its_case():
    assert {path.stem for path in (CASES / "invalid").glob("*.txt")} == {path.stem for path in INVALID}
    assert {path.stem for path in (CASES / "warned").glob("*.txt")} == {path.stem for path in WARNED}


RULE_AT = {"Finding": 1, "_add": 3, "self._add": 1}
"""Call by which the core makes a finding -> which of its arguments is the rule."""

SHOWN_ELSEWHERE = {
    *("size", "unreadable", "symbolic-link", "not-a-file", "name-twice", "too-many", "too-deep"),
    *("copied", "ledger-line-removed"),
}
"""Rules that no text file can show or may: test_files.py, test_fingerprints.py and test_history.py do."""


def rules_of(module):
    """The rules that a module of the core gives: in its calls, and first in the tuples that become findings."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        given: list[ast.expr] = []
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            at = RULE_AT.get(called, len(node.args))
            given = node.args[at : at + 1]
            if called == "said.append":
                given = getattr(node.args[0], "elts", [])[:1]
        elif isinstance(node, ast.Lambda) and isinstance(node.body, ast.Tuple):
            given = node.body.elts[:1]
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
            given = [one for one in node.value.elts[:1] if len(node.value.elts) == 2]
        yield from (rule.value for rule in given if isinstance(rule, ast.Constant) and isinstance(rule.value, str))


def test_every_rule_has_its_case():
    modules = [
        *CORE.glob("checks/*.py"),
        *(CORE / f"{name}.py" for name in ("files", "reading", "source", "textfile", "validation")),
    ]
    rules = {rule for module in modules for rule in rules_of(module)}
    assert {"alias", "wrong-value", "orphan"} <= rules, "the rules are no longer found in the code"
    reports = "".join(report.read_text("utf-8") for report in CASES.glob("*/*.txt"))
    assert {rule for rule in rules - SHOWN_ELSEWHERE if f"[{rule}]" not in reports} == set()
