"""Findings that were there before a change, told apart without their place: it moves when lines are added above."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping

from macros.findings.finding import Finding

Known = set[tuple[str, str, str]]
"""Message, what was written and the holes of each finding."""


def known(findings: Iterable[Finding]) -> Known:
    """Return findings as those that are known."""
    return {_told_apart(finding) for finding in findings}


def known_from(report: bytes) -> Known:
    """Return the findings of a report that `report.as_json` made, however a shell has stored it: in UTF-8 or UTF-16.

    Raises:
        ValueError: when it is no JSON.
        RecursionError: when it is nested too deep.
        KeyError: when a finding lacks something.
        TypeError: when it is no list of findings.
    """
    rows = json.loads(report)
    if not isinstance(rows, list):
        raise TypeError(type(rows).__name__)
    return {(row["id"], row["written"], _holes(row["holes"])) for row in rows}


def new_findings(findings: Iterable[Finding], before: Known, changed: Collection[str] = ()) -> Iterator[Finding]:
    """Yield the findings in files that a change touches, and those elsewhere that were not known before it.

    Args:
        findings: after the change.
        before: those that were known.
        changed: the paths of the files that it touches.
    """
    for finding in findings:
        if finding.place.path in changed or _told_apart(finding) not in before:
            yield finding


def _told_apart(finding: Finding) -> tuple[str, str, str]:
    return finding.message, finding.written, _holes(finding.holes)


def _holes(holes: Mapping[str, object]) -> str:
    return json.dumps(dict(holes), sort_keys=True)
