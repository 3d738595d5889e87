"""`rename`: another name, address or key for a pattern, everywhere at once."""

import argparse
from functools import partial
from typing import Any

from macros.authoring.file_changes import make, objections
from macros.authoring.rename import RenameRequest, addresses_after, plan, still_named
from macros.commands.changes import agreed, declare_consent, done, show
from macros.commands.named import language_without_errors, pattern_named
from macros.commands.outcome import FINDINGS, FINE, CommandError, declare_language, tell
from macros.findings.messages import command_text
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.editions import EDITIONS, Edition


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser(
        "rename",
        help="give a pattern another name, address or key, everywhere at once",
        description="Shows what it will do, and does it after a yes. Old addresses go on working.",
    )
    command.add_argument("pattern", metavar="key", help="the key of the pattern: its file name without .yml")
    for edition in EDITIONS:
        command.add_argument(f"--{edition}", metavar="NAME", help=f"the new name in {edition}, between quotation marks")
    for edition in EDITIONS:
        command.add_argument(
            f"--slug-{edition}", metavar="SLUG", help=f"an address in {edition} that does not follow from the name"
        )
    command.add_argument("--key", metavar="KEY", help="the new key, by which files refer to it")
    declare_consent(command)
    declare_language(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Show the plan, ask, and carry it out whole or not at all."""
    say = partial(command_text, chosen.lang)
    language = language_without_errors(chosen.root, chosen.lang)
    pattern = pattern_named(chosen.pattern, language, chosen.lang)
    wish = _wish(chosen)
    _refuse(language, pattern, wish, chosen.lang)
    changes = plan(chosen.root, language, pattern, wish)
    if not changes:
        raise CommandError(say("rename.nothing", options=tuple(f"--{edition}" for edition in EDITIONS)))
    wrong = objections(chosen.root, changes)
    if wrong:
        tell(wrong, chosen.lang)
        print(say("changes.none"))
        return FINDINGS
    show(changes, chosen.lang)
    for old, new in addresses_after(pattern, wish):
        print(say("rename.address", old=f"/{old}", new=f"/{new}"))
    for path, line, name in still_named(language, pattern, wish):
        print(say("rename.still", place=f"{path}:{line}", title=name))
    if chosen.dry_run:
        return FINE
    if not agreed(chosen, len(changes)):
        raise CommandError(say("changes.none"))
    make(chosen.root, changes)
    print(done(len(changes), chosen.lang))
    return FINE


def _refuse(language: Language, pattern: Pattern, wish: RenameRequest, lang: str) -> None:
    """Refuse what cannot be, before anything is worked out.

    Raises:
        CommandError: when another pattern has the key, or the pattern has no text in an edition to rename it in.
    """
    say = partial(command_text, lang)
    if wish.key != pattern.key and wish.key in language.patterns:
        raise CommandError(say("rename.taken", key=wish.key))
    for edition in EDITIONS:
        if edition in {*wish.names, *wish.slugs} and pattern.own_text(edition) is None:
            raise CommandError(say("rename.no-text", key=pattern.key, edition=edition))


def _wish(chosen: argparse.Namespace) -> RenameRequest:
    def given(option: str) -> dict[Edition, str]:
        values = {edition: getattr(chosen, f"{option}{edition}") for edition in EDITIONS}
        return {edition: " ".join(value.split()) for edition, value in values.items() if value}

    return RenameRequest(key=chosen.key or "", names=given(""), slugs=given("slug_"))
