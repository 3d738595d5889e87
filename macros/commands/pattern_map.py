"""`map`: the places of the patterns on the map."""

import argparse
from typing import Any, Final

from macros.authoring.map_layout import lay_out, map_file
from macros.commands.outcome import FINE, CommandError, declare_language
from macros.findings.messages import command_text
from macros.language.reading import read_language

_FILE: Final = "patterns/map.yml"


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser(
        "map",
        help="give each new pattern a place on the map",
        description=f"Writes {_FILE}. A pattern that has a place there keeps it. Needs the package igraph.",
    )
    command.add_argument("--anew", action="store_true", help="place every pattern again")
    declare_language(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Place what has no place, and write the file."""
    language = read_language(chosen.root).language
    path = chosen.root / _FILE
    if path.exists() and language.map is None and not chosen.anew:
        raise CommandError(command_text(chosen.lang, "map.findings", path=_FILE))
    if not language.published():
        raise CommandError(command_text(chosen.lang, "map.nothing"))
    try:
        places = lay_out(language, anew=chosen.anew)
    except ModuleNotFoundError as missing:
        raise CommandError(command_text(chosen.lang, "map.no-igraph")) from missing
    except LookupError as full:
        raise CommandError(command_text(chosen.lang, "map.full", key=str(full.args[0]))) from full
    before = {} if language.map is None else {one.pattern: (one.x, one.y) for one in language.map.places}
    if places == before:
        print(command_text(chosen.lang, "map.same", path=_FILE))
        return FINE
    path.write_text(map_file(places), "utf-8")
    moved = sum(before.get(key) != place for key, place in places.items())
    print(command_text(chosen.lang, "map.written", path=_FILE, count=moved, all=len(places)))
    return FINE
