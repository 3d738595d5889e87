"""`revise`: say in one line what changed in a published text, or that only slips were corrected."""

import argparse
from functools import partial
from typing import Any

from macros.authoring.revise import NotPublishedError, revision
from macros.commands.editions import declare_texts, options_in_quotes, texts_given
from macros.commands.named import pattern_named
from macros.commands.outcome import FINE, CommandError, declare_language
from macros.findings.messages import command_text
from macros.language.reading import read_language
from macros.record.revisions import revision_file, revision_path


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser(
        "revise",
        help="say what changes in a published text (optional: publishing keeps the old text by itself)",
    )
    command.add_argument("key", help="the pattern's key")
    declare_texts(command, "WHAT", "what changes, in one line in {edition}")
    command.add_argument("--spelling", action="store_true", help="only slips were corrected: the text keeps its date")
    command.add_argument("--dry-run", action="store_true", help="show what would be written, and write nothing")
    declare_language(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Write the file that publishing takes up."""
    say = partial(command_text, chosen.lang)
    language = read_language(chosen.root).language
    pattern = pattern_named(chosen.key, language, chosen.lang)
    changed = texts_given(chosen)
    if not changed and not chosen.spelling:
        raise CommandError(say("revise.what", options=options_in_quotes()))
    try:
        new, differing = revision(language, pattern, changed, spelling=chosen.spelling)
    except NotPublishedError:
        raise CommandError(say("revise.not-published", key=pattern.key)) from None
    if chosen.spelling and not differing:
        print(say("revise.same", key=pattern.key))
        return FINE
    path = revision_path(pattern.id)
    if chosen.dry_run:
        print(say("revise.would-hold", path=path), revision_file(new), sep="\n", end="")
        return FINE
    (chosen.root / path).parent.mkdir(exist_ok=True)
    (chosen.root / path).write_text(revision_file(new), "utf-8", newline="\n")
    print(say("revise.written", path=path))
    for edition in differing if chosen.spelling else ():
        print(say("revise.keeps", key=pattern.key, edition=edition, date=new.after[edition]))
    return FINE
