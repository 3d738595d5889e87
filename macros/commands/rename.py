"""`rename`: another name, address or key for a pattern, everywhere at once."""

import argparse
from functools import partial
from typing import Any

from macros.authoring.file_changes import objections
from macros.authoring.rename import RenameRequest, addresses_after, plan, still_named
from macros.commands.changes import carry_out, declare_consent, show
from macros.commands.editions import declare_texts, texts_given
from macros.commands.named import language_without_errors, pattern_named
from macros.commands.outcome import FINDINGS, FINE, CommandError, declare_language, tell
from macros.findings.messages import command_text
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.editions import EDITIONS


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser(
        "rename",
        help="give a pattern another name, address or key, everywhere at once",
        description="Shows what it will do, and does it after a yes. Old addresses go on working.",
    )
    command.add_argument("pattern", metavar="key", help="the key of the pattern: its file name without .yml")
    declare_texts(command, "NAME", "the new name in {edition}, between quotation marks")
    declare_texts(command, "SLUG", "an address in {edition} that does not follow from the name", prefix="slug-")
    command.add_argument("--key", metavar="KEY", help="the new key, by which files refer to it")
    declare_consent(command)
    declare_language(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Show the plan, ask, and carry it out whole or not at all."""
    say = partial(command_text, chosen.lang)
    language = language_without_errors(chosen.root, chosen.lang)
    pattern = pattern_named(chosen.pattern, language, chosen.lang)
    request = RenameRequest(key=chosen.key or "", names=texts_given(chosen), slugs=texts_given(chosen, "slug_"))
    _refuse(language, pattern, request, chosen.lang)
    changes = plan(chosen.root, language, pattern, request)
    if not changes:
        raise CommandError(say("rename.nothing", options=tuple(f"--{edition}" for edition in EDITIONS)))
    wrong = objections(chosen.root, changes)
    if wrong:
        tell(wrong, chosen.lang)
        print(say("changes.none"))
        return FINDINGS
    show(changes, chosen.lang)
    for old, new in addresses_after(pattern, request):
        print(say("rename.address", old=f"/{old}", new=f"/{new}"))
    for path, line, name in still_named(language, pattern, request):
        print(say("rename.still", place=f"{path}:{line}", title=name))
    carry_out(changes, chosen)
    return FINE


def _refuse(language: Language, pattern: Pattern, request: RenameRequest, lang: str) -> None:
    """Refuse what cannot be, before anything is worked out.

    Raises:
        CommandError: when another pattern has the key, or the pattern has no text in an edition to rename it in.
    """
    say = partial(command_text, lang)
    if request.key != pattern.key and request.key in language.patterns:
        raise CommandError(say("rename.taken", key=request.key))
    for edition in EDITIONS:
        if edition in {*request.names, *request.slugs} and pattern.own_text(edition) is None:
            raise CommandError(say("rename.no-text", key=pattern.key, edition=edition))
