"""`fmt`: writes the files of patterns in one layout; data and comments stay."""

import argparse
from functools import partial
from pathlib import Path
from typing import Any

from macros.authoring.file_changes import Change, make
from macros.checks.layout import out_of_layout
from macros.commands.outcome import FINDINGS, FINE, CommandError, declare_language, tell
from macros.findings.finding import Finding, Severity
from macros.findings.messages import command_text
from macros.language.file_layout import files_with_layout, has_layout, in_layout
from macros.yaml.document import Document
from macros.yaml.reader import read


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser(
        "fmt",
        help="write the files of patterns in one layout",
        description="Order of fields, width of lines, blocks, lists and quotation marks. Data and comments stay.",
    )
    command.add_argument("files", nargs="*", type=Path, metavar="FILE", help="the files (default: all)")
    command.add_argument("--check", action="store_true", help="change nothing, and name what is not in the layout")
    declare_language(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Write each file that can be read and is not in the layout; report the others."""
    say = partial(command_text, chosen.lang)
    documents = [read(path, chosen.root) for path in _files(chosen)]
    unreadable = [finding for document in documents for finding in document.findings]
    if chosen.check:
        return tell([*unreadable, *_out_of_layout(documents)], chosen.lang)
    changes = [
        Change(document.path, document.text, document.path, written)
        for document in documents
        if not document.findings and (written := in_layout(document)) != document.text
    ]
    make(chosen.root, changes)
    print(*(change.path for change in changes), say("fmt.done", count=len(changes), all=len(documents)), sep="\n")
    if unreadable:
        tell(unreadable, chosen.lang)
    return FINDINGS if unreadable else FINE


def _out_of_layout(documents: list[Document]) -> list[Finding]:
    readable = (document for document in documents if not document.findings)
    return [finding for document in readable for finding in out_of_layout(document, Severity.ERROR)]


def _files(chosen: argparse.Namespace) -> list[Path]:
    """Return the files to write.

    Raises:
        CommandError: when one that was named is no file of the language, or one that only commands write.
    """
    if not chosen.files:
        return files_with_layout(chosen.root)
    # Not resolved: a link would become what it leads to, which the reader is to refuse.
    paths = [Path.cwd() / file for file in chosen.files]
    for path in paths:
        inside = path.is_relative_to(chosen.root) and ".." not in path.parts
        if not (inside and has_layout(path.relative_to(chosen.root).as_posix())):
            raise CommandError(command_text(chosen.lang, "fmt.other", path=str(path)))
    return list(dict.fromkeys(paths))
