"""Which of the findings are reported: no more than a person reads, and none that only follows from another."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby, islice
from typing import Final

from macros.findings.finding import MAX_FINDINGS, Finding, Place, Severity

MAX_OF_A_CHECK: Final = 2000
"""One check stops here: each finding takes its time, and a file can be made to give hundreds of thousands."""


def first_findings(findings: Iterator[Finding]) -> list[Finding]:
    """Return the findings of one check, as far as they are worth the time; one more tells where it stopped.

    That one is an error where an error may have been left out, and a warning after nothing but warnings.
    """
    first = list(islice(findings, MAX_OF_A_CHECK))
    if further := next(findings, None):
        wrong = any(one.severity is Severity.ERROR for one in (*first, further))
        severity = Severity.ERROR if wrong else Severity.WARNING
        first.append(Finding(Place(further.place.path), "too-many-findings", severity=severity))
    return first


def reported(findings: list[Finding]) -> list[Finding]:
    """Return the findings of all checks as they are reported: ordered by place, none that another one explains."""
    found = _without_echoes(findings)
    found.sort(key=lambda finding: (finding.place, finding.message, finding.written))
    return list(_few_for_each_file(found))


def _few_for_each_file(findings: list[Finding]) -> Iterator[Finding]:
    """Yield the first `MAX_FINDINGS` errors of each file and as many of the rest, with a finding where there are more.

    Args:
        findings: ordered by place.
    """
    for path, group in groupby(findings, key=lambda finding: finding.place.path):
        counts: Counter[bool] = Counter()
        for finding in group:
            counts[finding.severity is Severity.ERROR] += 1
            if counts[finding.severity is Severity.ERROR] <= MAX_FINDINGS:
                yield finding
        for is_error, count in counts.items():
            if count > MAX_FINDINGS:
                severity = Severity.ERROR if is_error else Severity.WARNING
                holes = {"count": count - MAX_FINDINGS}
                yield Finding(Place(path), "too-many-findings.counted", holes, severity=severity)


def _without_echoes(findings: list[Finding]) -> list[Finding]:
    """Leave out what only follows from another finding.

    Of findings at one place that is first what is no list or text at all, then what a check knows to be unknown, and
    then how a key is spelt; a name that is another's has its address too. And while a file has an error, its warnings
    wait: mending it may change them.
    """
    wrong_kind = {one.place for one in findings if one.rule == "wrong-kind"}
    unknown = {one.place for one in findings if one.rule.startswith("unknown-")} - wrong_kind
    same_name = {one.place for one in findings if one.message == "duplicate-name"}
    with_errors = {one.place.path for one in findings if one.severity is Severity.ERROR}
    return [
        one
        for one in findings
        if not (one.rule.startswith("unknown-") and one.place in wrong_kind)
        and not (one.message in ("wrong-value.key", "wrong-value.letter") and one.place in unknown)
        and not (one.message == "duplicate-slug.name" and one.place in same_name)
        and not (one.severity is Severity.WARNING and one.place.path in with_errors)
    ]
