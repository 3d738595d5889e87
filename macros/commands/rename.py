"""`rename`: another name, address or key for a pattern, everywhere at once."""

import argparse
import sys
from difflib import unified_diff
from typing import Any

from macros.commands.named import pattern_named
from macros.commands.outcome import FINDINGS, FINE, CommandError, declare_language, tell
from macros.core.editions import EDITIONS, Edition
from macros.core.findings import Severity
from macros.core.language import Language, Pattern
from macros.core.reading import read_language
from macros.core.rename import Change, Wish, addresses_after, make, objections, plan, still_named


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser(
        "rename",
        help="give a pattern another name, address or key, everywhere at once",
        description="Shows what it will do, and does it after a yes. Old addresses go on working.",
    )
    command.add_argument("pattern", metavar="key", help="the key of the pattern: its file name without .yml")
    for edition in EDITIONS:
        command.add_argument(f"--{edition}", metavar="NAME", help=f"the new name in {edition}, between quotation marks")
    for edition in EDITIONS:
        command.add_argument(
            f"--slug-{edition}", metavar="SLUG", help=f"an address in {edition} that does not follow from the name"
        )
    command.add_argument("--key", metavar="KEY", help="the new key, by which files refer to it")
    command.add_argument("--yes", action="store_true", help="do it without asking")
    declare_language(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Show the plan, ask, and carry it out whole or not at all."""
    language, pattern = _found(chosen)
    wish = _wish(chosen)
    try:
        changes = plan(chosen.root, language, pattern, wish)
    except LookupError as error:
        raise CommandError(f"{error.args[0]}; nothing was changed") from error
    if not changes:
        options = " or ".join(f"--{edition}" for edition in EDITIONS)
        raise CommandError(f"Nothing would change: give a new name with {options}, or a new --key.")
    if wish.key != pattern.key and wish.key in language.patterns:
        raise CommandError(f'there is a pattern "{wish.key}" already; nothing was changed')
    wrong = objections(chosen.root, changes)
    if wrong:
        tell(wrong, chosen.lang)
        print("Nothing was changed.")
        return FINDINGS
    _show(language, pattern, wish, changes)
    if not chosen.yes and not _agreed(len(changes)):
        raise CommandError("Nothing was changed.")
    make(chosen.root, changes)
    print(f"Done: {len(changes)} file{'s' * (len(changes) != 1)} changed.")
    return FINE


def _found(chosen: argparse.Namespace) -> tuple[Language, Pattern]:
    reading = read_language(chosen.root)
    errors = [finding for finding in reading.findings if finding.severity is Severity.ERROR]
    if errors:
        tell(errors, chosen.lang)
        raise CommandError("A wrong file might refer to this pattern. Mend it first; nothing was changed.")
    return reading.language, pattern_named(chosen.pattern, reading.language)


def _wish(chosen: argparse.Namespace) -> Wish:
    def given(option: str) -> dict[Edition, str]:
        values = {edition: getattr(chosen, f"{option}{edition}") for edition in EDITIONS}
        return {edition: " ".join(value.split()) for edition, value in values.items() if value}

    return Wish(key=chosen.key or "", names=given(""), slugs=given("slug_"))


def _show(language: Language, pattern: Pattern, wish: Wish, changes: list[Change]) -> None:
    for change in changes:
        if change.new_path != change.path:
            print(f"{change.path} becomes {change.new_path}")
        lines = unified_diff(change.before.splitlines(), change.after.splitlines(), n=0, lineterm="")
        shown = [line for line in lines if not line.startswith(("---", "+++"))]
        if shown:
            print(change.path, *shown, sep="\n  ")
    for old, new in addresses_after(pattern, wish):
        print(f"/{old} goes on working and leads to /{new}")
    for path, line, name in still_named(language, pattern, wish):
        print(f'{path}:{line}: says "{name}"; look whether that should change too')


def _agreed(count: int) -> bool:
    if not sys.stdin.isatty():
        print("To do this, add --yes.")
        return False
    answer = input(f"Change {'this file' if count == 1 else f'these {count} files'}? [y/N] ")
    return answer.strip().lower() in ("y", "yes", "j", "ja")
