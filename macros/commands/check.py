"""`check`: every finding in the patterns and pages."""

import argparse
import gc
from typing import Any

from macros.checks import check
from macros.checks.layout import changed_files_are_in_layout
from macros.commands.outcome import declare_language, tell
from macros.findings.report import REPORTS


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser("check", help="read every file and report all findings")
    command.add_argument("--format", choices=list(REPORTS), default="text", help="shape of the report")
    declare_language(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Check and report."""
    gc.disable()  # the command ends before any rubbish could matter
    reading = check(chosen.root)
    findings = [*reading.findings, *changed_files_are_in_layout(chosen.root, reading.language)]
    return tell(sorted(findings, key=lambda finding: finding.place), chosen.lang, chosen.format)
