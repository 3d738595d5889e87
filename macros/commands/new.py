"""`new`: a starter file for a new pattern."""

import argparse
from typing import Any

from macros.commands.outcome import FINE, CommandError
from macros.core.findings import did_you_mean
from macros.core.reading import read_language
from macros.core.schema import FORMS
from macros.core.slugs import slugify
from macros.core.starter import next_number, starter, write_starter


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser("new", help="write a commented starter file for a new pattern")
    command.add_argument("name", help='the Dutch name, between quotation marks: "Niemand zegt nee"')
    command.add_argument("--chapter", default="", help="the chapter's key")
    command.add_argument("--form", choices=list(FORMS), default="full", help="short or full (default: full)")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Write the starter file; an existing file stays as it is."""
    language = read_language(chosen.root).language
    chapters = [chapter.key for chapter in language.vocabulary.chapters] if language.vocabulary else []
    name = " ".join(chosen.name.split())
    if not slugify(name):
        raise CommandError("a name needs letters or digits")
    if chosen.chapter not in chapters:
        near = did_you_mean(chosen.chapter, chapters)
        raise CommandError(
            f'no chapter "{chosen.chapter}"'
            + (f", did you mean {near}?" if near else "")
            + "\nname one with --chapter: "
            + ", ".join(chapters)
        )
    number = next_number(language, language.ledger.numbers())
    try:
        path = write_starter(
            chosen.root,
            chosen.chapter,
            name,
            starter(name, number, chosen.form),
        )
    except FileExistsError as error:
        raise CommandError(f"{error.filename} exists already; nothing was written") from error
    print(f"{path.relative_to(chosen.root)}: pattern {number}. Fill it in, then run: python -m macros check")
    return FINE
