"""The commands of the project: `python -m macros check`, `new`, `tics`, `schema`.

Exit codes: 0 fine, 1 findings, 2 the command could not run.
"""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from macros.core.checks import check
from macros.core.findings import Severity, did_you_mean
from macros.core.jsonschema import write_schemas
from macros.core.reading import read_language
from macros.core.report import REPORTS
from macros.core.schema import FORMS
from macros.core.slugs import slugify
from macros.core.starter import next_number, starter, write_starter
from macros.core.tics import tics_report

FINE, FINDINGS, COULD_NOT_RUN = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="Check and extend the pattern language.")
    parser.add_argument("--root", type=Path, default=Path(), help="the repository root (default: this folder)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")

    command = commands.add_parser("check", help="read every file and report all findings")
    command.add_argument("--format", choices=list(REPORTS), default="text", help="shape of the report")
    command.set_defaults(run=_check)

    command = commands.add_parser("new", help="write a commented starter file for a new pattern")
    command.add_argument("name", help='the Dutch name, between quotation marks: "Niemand zegt nee"')
    command.add_argument("--chapter", default="", help="the chapter's key")
    command.add_argument("--form", choices=list(FORMS), default="full", help="short or full (default: full)")
    command.set_defaults(run=_new)

    command = commands.add_parser("tics", help="count the turns of phrase that tire, and name the worst pages")
    command.set_defaults(run=_tics)

    command = commands.add_parser("schema", help="write the JSON Schema files for editors")
    command.set_defaults(run=_schema)

    chosen = parser.parse_args(arguments)
    chosen.root = chosen.root.resolve()
    if not (chosen.root / "patterns").is_dir():
        return _refuse(f"{chosen.root} has no folder patterns; run this from the repository root")
    try:
        return int(chosen.run(chosen))
    except OSError as error:
        return _refuse(f"{error.filename or ''}: {error.strerror or error}")


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return COULD_NOT_RUN


def _check(chosen: argparse.Namespace) -> int:
    reading = check(chosen.root)
    report = REPORTS[chosen.format](reading.findings)
    if report:
        print(report)
    return FINDINGS if any(finding.severity is Severity.ERROR for finding in reading.findings) else FINE


def _new(chosen: argparse.Namespace) -> int:
    language = read_language(chosen.root).language
    chapters = [chapter.key for chapter in language.vocabulary.chapters] if language.vocabulary else []
    name = " ".join(chosen.name.split())
    if not slugify(name):
        return _refuse("a name needs letters or digits")
    if chosen.chapter not in chapters:
        near = did_you_mean(chosen.chapter, chapters)
        return _refuse(
            f'no chapter "{chosen.chapter}"'
            + (f", did you mean {near}?" if near else "")
            + "\nname one with --chapter: "
            + ", ".join(chapters)
        )
    number = next_number(language, set())
    try:
        path = write_starter(
            chosen.root,
            chosen.chapter,
            name,
            starter(name, number, chosen.form, datetime.now(tz=UTC).astimezone().date()),
        )
    except FileExistsError as error:
        return _refuse(f"{error.filename} exists already; nothing was written")
    print(f"{path.relative_to(chosen.root)}: pattern {number}. Fill it in, then run: python -m macros check")
    return FINE


def _tics(chosen: argparse.Namespace) -> int:
    print(tics_report(read_language(chosen.root).language))
    return FINE


def _schema(chosen: argparse.Namespace) -> int:
    vocabulary = read_language(chosen.root).language.vocabulary
    if vocabulary is None:
        return _refuse("patterns/language.yml has findings; run: python -m macros check")
    for path in write_schemas(chosen.root, vocabulary):
        print(f"{path.relative_to(chosen.root)}: written")
    return FINE


if __name__ == "__main__":
    sys.exit(main())
