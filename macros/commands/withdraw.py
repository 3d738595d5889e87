"""`withdraw`: take published texts down, for rights or privacy."""

import argparse
from functools import partial
from typing import Any

from macros.commands.outcome import FINE, CommandError, declare_language
from macros.findings.finding import did_you_mean
from macros.findings.messages import command_text
from macros.language.language import Language
from macros.language.reading import read_language
from macros.model.editions import EDITIONS
from macros.record.clock import now_in_the_netherlands
from macros.record.published_text import text_file
from macros.record.withdrawals import REASONS, WITHDRAWN, Withdrawal, with_withdrawal


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser("withdraw", help="take published texts of a pattern down")
    command.add_argument("number", type=int, help="the number of the pattern")
    command.add_argument("--date", default="", help="the date of one text; when not given, every published text")
    command.add_argument("--edition", choices=EDITIONS, help="only in this edition")
    command.add_argument("--reason", choices=REASONS, required=True, help="the kind of reason")
    command.add_argument("--dry-run", action="store_true", help="say what would be withdrawn, and write nothing")
    declare_language(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Write the withdrawal, and take the words out of the record."""
    say = partial(command_text, chosen.lang)
    language = read_language(chosen.root).language
    withdrawal = Withdrawal(
        number=_known_number(chosen, language),
        edition=chosen.edition,
        date=_known_date(chosen, language) or None,
        reason=chosen.reason,
        since=now_in_the_netherlands(),
    )
    standing = [text for text in language.record if language.withdrawals.of(text) is None]
    texts = [text for text in standing if withdrawal.covers(text)]
    if not texts:
        raise CommandError(say("withdraw.before"))
    for text in texts:
        if chosen.dry_run:
            print(say("withdraw.would", path=text.path, title=text.name))
        else:
            print(say("withdraw.text", path=text.path, title=text.name))
    if chosen.dry_run:
        return FINE
    document = language.data_files.get(WITHDRAWN.rpartition("/")[2])
    (chosen.root / WITHDRAWN).write_text(with_withdrawal(document, withdrawal), "utf-8", newline="\n")
    for text in texts:
        (chosen.root / text.path).write_text(text_file(text.withdrawn()), "utf-8", newline="\n")
    print(say("withdraw.entry", path=WITHDRAWN))
    for pattern in language.patterns.values():
        today = {text.edition for text in texts if language.published_as(pattern, text.edition) == text}
        if today:
            print(say("withdraw.words", path=pattern.document.path, editions=tuple(sorted(today))))
    print(say("withdraw.publish"))
    return FINE


def _known_number(chosen: argparse.Namespace, language: Language) -> int:
    number = int(chosen.number)
    if number not in language.record.numbers():
        raise CommandError(command_text(chosen.lang, "withdraw.number", number=number))
    return number


def _known_date(chosen: argparse.Namespace, language: Language) -> str:
    say = partial(command_text, chosen.lang)
    own = (text for text in language.record if text.number == chosen.number)
    dates = list(dict.fromkeys(text.date for text in own if chosen.edition in (None, text.edition)))
    if not chosen.date or chosen.date in dates:
        return str(chosen.date)
    near = did_you_mean(chosen.date, dates)
    if near:
        raise CommandError(
            say("withdraw.date-near", number=chosen.number, date=chosen.date, near=near, dates=tuple(dates))
        )
    raise CommandError(say("withdraw.date", number=chosen.number, date=chosen.date, dates=tuple(dates)))
