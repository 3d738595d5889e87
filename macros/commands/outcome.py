"""How a command ends: its exit code, its findings, or why it could not run."""

from collections.abc import Iterable
from typing import Final

from macros.core.findings import Finding, Severity
from macros.core.report import REPORTS

FINE: Final = 0
FINDINGS: Final = 1
COULD_NOT_RUN: Final = 2


class CommandError(Exception):
    """Why the command could not run, in words for the person who gave it."""


def tell(findings: Iterable[Finding], shape: str = "text") -> int:
    """Print findings in one of the shapes of `REPORTS` and return the exit code they give."""
    shown = list(findings)
    report = REPORTS[shape](shown)
    if report:
        print(report)
    return FINDINGS if any(finding.severity is Severity.ERROR for finding in shown) else FINE
