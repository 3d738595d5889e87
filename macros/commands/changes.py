"""Changes to files, as a command shows them before it makes them, and a person's yes."""

import argparse
import sys
from collections.abc import Sequence
from difflib import unified_diff
from functools import partial

from macros.authoring.file_changes import Change, make
from macros.commands.outcome import CommandError
from macros.findings.messages import command_text


def declare_consent(command: argparse.ArgumentParser) -> None:
    """Give a command the options that let it change files without asking, or only show what it would do."""
    either = command.add_mutually_exclusive_group()
    either.add_argument("--yes", action="store_true", help="do it without asking")
    either.add_argument("--dry-run", action="store_true", help="only show what would change")


def show(changes: Sequence[Change], lang: str) -> None:
    """Print which lines of which files change."""
    for change in changes:
        if change.new_path != change.path:
            print(command_text(lang, "changes.moves", path=change.path, new=change.new_path))
        lines = unified_diff(change.before.splitlines(), change.after.splitlines(), n=0, lineterm="")
        shown = [line for line in lines if not line.startswith(("---", "+++"))]
        if shown:
            print(change.path, *shown, sep="\n  ")


def carry_out(changes: Sequence[Change], chosen: argparse.Namespace) -> bool:
    """Make the changes after a person's yes, and say so; return whether they were made.

    With `--dry-run` nothing is made.

    Raises:
        CommandError: when the person does not want them.
    """
    if chosen.dry_run:
        return False
    if not _agreed(chosen, len(changes)):
        raise CommandError(command_text(chosen.lang, "changes.none"))
    make(chosen.root, changes)
    print(_done(len(changes), chosen.lang))
    return True


def _agreed(chosen: argparse.Namespace, count: int) -> bool:
    # Asks where there is a terminal.
    say = partial(command_text, chosen.lang)
    if chosen.yes:
        return True
    if not sys.stdin.isatty():
        print(say("changes.add-yes"))
        return False
    answer = input(say("changes.one-file") if count == 1 else say("changes.files", count=count))
    return answer.strip().lower() in ("y", "yes", "j", "ja")


def _done(count: int, lang: str) -> str:
    say = partial(command_text, lang)
    return say("changes.done-one") if count == 1 else say("changes.done", count=count)
