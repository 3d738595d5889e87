"""`revise`: say in one line what changed in a published text, or that only slips were corrected."""

import argparse
from typing import Any

from macros.commands.named import pattern_named
from macros.commands.outcome import FINE, CommandError, declare_language
from macros.core.editions import EDITIONS
from macros.core.published.revisions import revision_file, revision_path
from macros.core.reading import read_language
from macros.core.revise import NotPublishedError, revision


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser(
        "revise",
        help="say what changes in a published text (optional: publishing keeps the old text by itself)",
    )
    command.add_argument("key", help="the pattern's key")
    for edition in EDITIONS:
        command.add_argument(f"--{edition}", default="", help=f"what changes, in one line in {edition}")
    command.add_argument("--spelling", action="store_true", help="only slips were corrected: the text keeps its date")
    command.add_argument("--dry-run", action="store_true", help="show what would be written, and write nothing")
    declare_language(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Write the file that publishing takes up."""
    language = read_language(chosen.root).language
    pattern = pattern_named(chosen.key, language, chosen.lang)
    said = {edition: " ".join(getattr(chosen, edition).split()) for edition in EDITIONS}
    changed = {edition: words for edition, words in said.items() if words}
    if not changed and not chosen.spelling:
        asked = " or ".join(f'--{edition} "…"' for edition in EDITIONS)
        raise CommandError(f"say what changes, in one line: {asked}; or use --spelling")
    try:
        new, differing = revision(language, pattern, changed, spelling=chosen.spelling)
    except NotPublishedError as error:
        raise CommandError(str(error)) from None
    if chosen.spelling and not differing:
        print(f"{pattern.key}: the text is the one that was published; correct the slips first")
        return FINE
    path = revision_path(pattern.id)
    if chosen.dry_run:
        print(f"{path} would hold:\n{revision_file(new)}", end="")
        return FINE
    (chosen.root / path).parent.mkdir(exist_ok=True)
    (chosen.root / path).write_text(revision_file(new), "utf-8", newline="\n")
    print(f"{path}: written")
    for edition in differing if chosen.spelling else ():
        print(f"{pattern.key}: the {edition} text keeps the date {new.after[edition]} as it stands now")
    return FINE
