"""`new`: a starter file for a new pattern."""

import argparse
import sys
from functools import partial
from typing import Any

from macros.authoring.starter import known_names, starter, write_starter
from macros.commands.outcome import FINE, CommandError, declare_language
from macros.findings.finding import did_you_mean
from macros.findings.messages import command_text
from macros.language.file_layout import in_layout
from macros.language.language import Language
from macros.language.numbers import next_number
from macros.language.reading import read_language
from macros.model.editions import EDITIONS
from macros.model.pattern import FORMS
from macros.text.slugs import slugify
from macros.yaml.reader import parse


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser("new", help="write a commented starter file for a new pattern")
    command.add_argument("name", help='the name in the first language, in quotation marks: "Niemand zegt nee"')
    command.add_argument("--chapter", default="", help="the chapter's key")
    command.add_argument("--form", choices=list(FORMS), default="full", help="short or full (default: full)")
    command.add_argument("--only", choices=EDITIONS, help="write it in this language alone (default: in each of them)")
    declare_language(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Write the starter file; an existing file stays as it is."""
    say = partial(command_text, chosen.lang)
    language = read_language(chosen.root).language
    name = " ".join(chosen.name.split())
    key = slugify(name)
    if not key:
        raise CommandError(say("new.letters"))
    _refuse_unknown_chapter(chosen.chapter, language, chosen.lang)
    keys = language.keys()
    if key in keys:
        raise CommandError(say("new.key", key=key, path=_path_of(key, language)))
    for path, known in known_names(language, name).items():
        message = say("new.known", title=known, path=path) if slugify(known) == key else ""
        print(message or say("new.near", title=known, path=path), file=sys.stderr)
    number = next_number(language)
    editions = (chosen.only,) if chosen.only else EDITIONS
    path = f"patterns/{chosen.chapter}/{key}.yml"
    text = in_layout(parse(starter(name, number, chosen.form, language, editions).encode(), path))
    try:
        write_starter(chosen.root / path, text)
    except FileExistsError as error:
        raise CommandError(say("new.exists", path=str(error.filename))) from error
    print(say("new.written", path=path, number=number))
    return FINE


def _refuse_unknown_chapter(chapter: str, language: Language, lang: str) -> None:
    chapters = [one.key for one in language.chapters()]
    if chapter in chapters:
        return
    say = partial(command_text, lang)
    near = did_you_mean(chapter, chapters)
    if not chapter:
        raise CommandError(say("new.no-chapter", chapters=tuple(chapters)))
    if near:
        raise CommandError(say("new.chapter-near", chapter=chapter, near=near, chapters=tuple(chapters)))
    raise CommandError(say("new.chapter", chapter=chapter, chapters=tuple(chapters)))


def _path_of(key: str, language: Language) -> str:
    """Return the path of the pattern with a key, or the key itself when its file lies in a wrong place."""
    return next((path for path in language.documents if path.endswith(f"/{key}.yml")), key)
