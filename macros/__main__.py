"""The commands of the project: `python -m macros check`, `new`, `rename`, …; `python -m macros --help` lists them.

Exit codes: 0 fine, 1 findings, 2 the command could not run.
"""

import argparse
import io
import sys
from importlib import import_module
from pathlib import Path
from typing import Final

from macros.commands.outcome import COULD_NOT_RUN, CommandError
from macros.language.editions import read_editions

COMMANDS: Final = {
    "check": "check",
    "fmt": "fmt",
    "init": "init",
    "new": "new",
    "receive": "receive",
    "revise": "revise",
    "rename": "rename",
    "retire": "retire",
    "links": "links",
    "publish": "publish",
    "withdraw": "withdraw",
    "external": "external",
    "sheet": "sheet",
    "map": "pattern_map",
    "tics": "tics",
    "schema": "schema",
}
"""Command -> its module in `macros/commands/`."""
_INTERRUPTED: Final = 130
"""The exit code that shells give what Ctrl-C ended."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:  # Ctrl-C
        return _INTERRUPTED


def _run(arguments: list[str] | None) -> int:
    place = argparse.ArgumentParser(add_help=False)
    place.add_argument("--root", type=Path, default=Path(), help="the repository root (default: this folder)")
    # Some commands have an option for each edition. What is wrong with the editions is told by what the command reads.
    before, rest = place.parse_known_args(arguments)
    read_editions(before.root.resolve())
    parser = argparse.ArgumentParser(
        prog="python -m macros", description="Check and extend the pattern language.", parents=[place]
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    # Only the one that is asked for is imported: all of them take a fifth of a second.
    asked = next((word for word in rest if not word.startswith("-")), "")
    for module in [COMMANDS[asked]] if asked in COMMANDS else COMMANDS.values():
        import_module(f"macros.commands.{module}").declare(commands)
    chosen = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that does not know a letter still gets the finding.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        if getattr(chosen, "needs_language", True):
            chosen.root = _repository(chosen.root)
        return int(chosen.run(chosen))
    except CommandError as refusal:
        print(refusal, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename or ''}: {error.strerror or error}", file=sys.stderr)
    return COULD_NOT_RUN


def _repository(root: Path) -> Path:
    root = root.resolve()
    if not (root / "patterns").is_dir():
        raise CommandError(f"{root} has no folder patterns; run this from the repository root")
    return root


if __name__ == "__main__":
    sys.exit(main())
