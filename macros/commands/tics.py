"""`tics`: the turns of phrase that tire a reader."""

import argparse
from typing import Any

from macros.checks.readability import readability_report
from macros.checks.turns_of_phrase import tics_report
from macros.commands.outcome import FINE
from macros.language.reading import read_language


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser("tics", help="count the turns of phrase that tire and how hard pages are to read")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Count and report."""
    language = read_language(chosen.root).language
    print(tics_report(language), readability_report(language), sep="\n")
    return FINE
