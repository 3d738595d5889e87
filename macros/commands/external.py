"""`external`: whether the links to other sites still answer. It uses the network, and says so in a report."""

import argparse
from typing import Any

from macros.commands.outcome import FINDINGS, FINE, declare_language, tell
from macros.language.reading import read_language


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser("external", help="ask other sites whether our links to them still answer")
    declare_language(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Ask for every address on another site and print the report as Markdown."""
    from macros.linkcheck.external import State, ask_all, external_links, known_to_refuse, report

    refusing, findings = known_to_refuse(chosen.root)
    if findings:
        return tell(findings, chosen.lang)
    places = external_links(read_language(chosen.root).language)
    answers = ask_all(places, refusing)
    print(report(answers, places))
    return FINDINGS if any(answer.state is State.BROKEN for answer in answers.values()) else FINE
