"""How a command ends: its exit code, its findings, or why it could not run."""

import argparse
import os
from collections.abc import Iterable
from typing import Final

from macros.findings.finding import Finding, Severity
from macros.findings.messages import LANGUAGES, language_of
from macros.findings.report import REPORTS

FINE: Final = 0
FINDINGS: Final = 1
COULD_NOT_RUN: Final = 2


class CommandError(Exception):
    """Why the command could not run, in words for the person who gave it."""


def declare_language(command: argparse.ArgumentParser) -> None:
    """Give a command the option that names the language of its messages."""
    command.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=language_of(os.environ),
        help="language of the messages (default: that of LC_ALL, LC_MESSAGES or LANG, else nl)",
    )


def tell(findings: Iterable[Finding], language: str, shape: str = "text") -> int:
    """Print findings in a language and in one of the shapes of `REPORTS`, and return the exit code they give."""
    shown = list(findings)
    report = REPORTS[shape](shown, language)
    if report:
        print(report)
    return FINDINGS if any(finding.severity is Severity.ERROR for finding in shown) else FINE
