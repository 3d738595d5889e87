"""`retire`: take a pattern out of the lists; its page stays, says why it went and names its successor."""

import argparse
from functools import partial
from typing import Any

from macros.authoring.file_changes import findings_brought
from macros.authoring.retire import kept_addresses, retirement
from macros.commands.changes import carry_out, declare_consent, show
from macros.commands.editions import declare_texts, options_in_quotes, texts_given
from macros.commands.named import language_without_errors, pattern_named
from macros.commands.outcome import FINDINGS, FINE, CommandError, declare_language, tell
from macros.findings.finding import Severity
from macros.findings.messages import command_text
from macros.language.pattern import Pattern
from macros.model.editions import EDITIONS, Edition


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser(
        "retire",
        help="take a pattern out of the lists; its page stays and names its successor",
        description="Shows what it will do and what then has to be corrected, and does it after a yes.",
    )
    command.add_argument("pattern", metavar="key", help="the key of the pattern: its file name without .yml")
    command.add_argument("--successor", metavar="KEY", default="", help="the key of the pattern that takes its place")
    declare_texts(command, "WHY", "why it goes, in one line in {edition}")
    declare_consent(command)
    declare_language(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Show the plan, ask, and carry it out."""
    say = partial(command_text, chosen.lang)
    language = language_without_errors(chosen.root, chosen.lang)
    pattern = pattern_named(chosen.pattern, language, chosen.lang)
    successor = pattern_named(chosen.successor, language, chosen.lang) if chosen.successor else None
    _refuse(pattern, successor, chosen.lang)
    change = retirement(pattern, _because(chosen), successor)
    findings = findings_brought(chosen.root, [change])
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    own = [finding for finding in errors if finding.place.path == change.path]
    if own:
        tell(own, chosen.lang)
        print(say("changes.none"))
        return FINDINGS
    show([change], chosen.lang)
    _tell_what_stays(pattern, successor, chosen.lang)
    if findings:
        print(say("retire.correct"))
        tell(findings, chosen.lang)
    if not carry_out([change], chosen):
        return FINE
    if findings:
        print(say("retire.then"))
    return FINDINGS if errors else FINE


def _because(chosen: argparse.Namespace) -> dict[Edition, str]:
    because = texts_given(chosen)
    if not because:
        raise CommandError(command_text(chosen.lang, "retire.why", options=options_in_quotes()))
    return because


def _refuse(pattern: Pattern, successor: Pattern | None, lang: str) -> None:
    """Refuse what makes no sense, before anything is worked out.

    Raises:
        CommandError: when the pattern is no longer or not yet published, or the successor is not.
    """
    say = partial(command_text, lang)
    status = str(pattern.document.place(("status",)))
    if pattern.withdrawal:
        raise CommandError(say("retire.withdrawn", key=pattern.key))
    if pattern.retired:
        raise CommandError(say("retire.again", key=pattern.key, place=status))
    if not pattern.published:
        raise CommandError(say("retire.draft", key=pattern.key, place=status))
    if successor and successor.key == pattern.key:
        raise CommandError(say("retire.itself", key=pattern.key))
    if successor and not successor.published:
        place = str(successor.document.place(("status",)))
        raise CommandError(say("retire.successor", key=successor.key, place=place))


def _tell_what_stays(pattern: Pattern, successor: Pattern | None, lang: str) -> None:
    say = partial(command_text, lang)
    print(say("retire.addresses", addresses=tuple(f"/{address}" for address in kept_addresses(pattern))))
    if successor:
        edition = next((one for one in EDITIONS if one == lang), EDITIONS[0])
        print(say("retire.names", number=successor.id, title=successor.name(edition)))
    print(say("retire.leaves"))
    if pattern.fields.relations:
        own = tuple(f"{relation.kind} {relation.target}" for relation in pattern.fields.relations)
        print(say("retire.relations", relations=own))
