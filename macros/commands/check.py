"""`check`: every finding in the patterns and pages."""

import argparse
import gc
from pathlib import Path
from typing import Any

from macros.checks import check
from macros.checks.layout import changed_files, changed_files_are_in_layout
from macros.commands.outcome import CommandError, declare_language, tell
from macros.findings.known import Known, known_from, new_findings
from macros.findings.messages import command_text
from macros.findings.report import REPORTS


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser("check", help="read every file and report all findings")
    command.add_argument("--format", choices=list(REPORTS), default="text", help="shape of the report")
    command.add_argument(
        "--against",
        type=Path,
        metavar="FILE",
        help="leave out what this report in JSON of an earlier check has too, but for files that changed since (git)",
    )
    declare_language(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Check and report."""
    gc.disable()  # the command ends before any rubbish could matter
    reading = check(chosen.root, beside=True)
    findings = [*reading.findings, *changed_files_are_in_layout(chosen.root, reading.language)]
    if chosen.against:
        findings = list(new_findings(findings, _known(chosen), changed_files(chosen.root)))
    return tell(sorted(findings, key=lambda finding: finding.place), chosen.lang, chosen.format)


def _known(chosen: argparse.Namespace) -> Known:
    """Return what an earlier check found.

    Raises:
        CommandError: when the file is no report of one.
    """
    try:
        return known_from(chosen.against.read_bytes())
    except (ValueError, KeyError, TypeError, RecursionError) as error:  # of JSON too
        raise CommandError(command_text(chosen.lang, "check.against", path=str(chosen.against))) from error
