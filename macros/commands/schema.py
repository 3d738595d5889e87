"""`schema`: the JSON Schema files that editors use."""

import argparse
from typing import Any

from macros.authoring.json_schema import write_schemas
from macros.commands.outcome import FINE, CommandError
from macros.language.reading import read_language


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser("schema", help="write the JSON Schema files for editors")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Write them from the models and the vocabulary."""
    vocabulary = read_language(chosen.root).language.vocabulary
    if vocabulary is None:
        raise CommandError("patterns/language.yml has findings; run: python -m macros check")
    for path in write_schemas(chosen.root, vocabulary):
        print(f"{path.relative_to(chosen.root)}: written")
    return FINE
