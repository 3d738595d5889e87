"""`init`: the start of a pattern language of its own."""

import argparse
import os
from functools import partial
from pathlib import Path
from typing import Any, Final

from macros.authoring.start import write_start
from macros.commands.outcome import FINE, CommandError, declare_language
from macros.findings.messages import command_text

_ENGINE: Final = Path(__file__).resolve().parents[2]


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser("init", help="write the start of a pattern language of your own in an empty folder")
    command.add_argument("folder", type=Path, help="where to; it is made when it is not there")
    declare_language(command)
    command.set_defaults(run=run, needs_language=False)


def run(chosen: argparse.Namespace) -> int:
    """Write the start; a folder with something in it stays as it is."""
    say = partial(command_text, chosen.lang)
    folder = Path(os.path.realpath(chosen.folder))  # a link to itself is told when the folder is made
    if folder.is_relative_to(_ENGINE):
        raise CommandError(say("init.inside", folder=str(folder), engine=str(_ENGINE)))
    try:
        write_start(folder, _ENGINE)
    except FileExistsError as error:
        raise CommandError(say("init.not-empty", folder=str(folder))) from error
    print(say("init.written", folder=str(folder)))
    return FINE
