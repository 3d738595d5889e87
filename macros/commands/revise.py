"""`revise`: keep a published text under its date and give the new one a date of its own."""

import argparse
from datetime import UTC, datetime
from typing import Any

from macros.commands.named import pattern_named
from macros.commands.outcome import FINE, CommandError
from macros.core.editions import EDITIONS, Edition
from macros.core.reading import read_language
from macros.core.revise import CannotReviseError, accept_spelling, plan


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser("revise", help="keep a published text under its date and date the new one today")
    command.add_argument("key", help="the pattern's key")
    for edition in EDITIONS:
        command.add_argument(f"--{edition}", default="", help=f"what changes, in one line in {edition}")
    command.add_argument("--spelling", action="store_true", help="only slips of the pen changed: the date stays")
    command.add_argument("--dry-run", action="store_true", help="say what would be written, and write nothing")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Keep the text and set the date; nothing is written when anything is wrong."""
    language = read_language(chosen.root).language
    pattern = pattern_named(chosen.key, language)
    try:
        if chosen.spelling:
            accepted = accept_spelling(chosen.root, language, pattern)
            print(f"{pattern.key}: " + (f"accepted in {', '.join(accepted)}" if accepted else "nothing has changed"))
            return FINE
        changed: dict[Edition, str] = {edition: " ".join(getattr(chosen, edition).split()) for edition in EDITIONS}
        if not all(changed.values()):
            raise CommandError('say what changes, in one line in each language: --nl "…" --en "…"')
        revision = plan(chosen.root, language, pattern, changed, datetime.now(tz=UTC).astimezone().date())
    except CannotReviseError as error:
        raise CommandError(str(error)) from None
    for kept in revision.kept:
        print(f"{pattern.key}: the {kept.edition} text of {kept.date} is kept; the new one is dated {revision.today}")
    for path, text in revision.files(chosen.root).items():
        print(f"{path.relative_to(chosen.root)}: {'would be ' if chosen.dry_run else ''}written")
        if not chosen.dry_run:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
    return FINE
