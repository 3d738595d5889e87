"""`withdraw`: take published texts down, for rights or privacy."""

import argparse
from typing import Any

from macros.commands.outcome import FINE, CommandError
from macros.core.clock import now_in_the_netherlands
from macros.core.editions import EDITIONS
from macros.core.findings import did_you_mean
from macros.core.language import Language
from macros.core.published.text import text_file
from macros.core.published.withdrawals import REASONS, WITHDRAWN, Withdrawal, with_withdrawal
from macros.core.reading import read_language


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser("withdraw", help="take published texts of a pattern down")
    command.add_argument("number", type=int, help="the number of the pattern")
    command.add_argument("--date", default="", help="the date of one text; when not given, every published text")
    command.add_argument("--edition", choices=EDITIONS, help="only in this edition")
    command.add_argument("--reason", choices=REASONS, required=True, help="the kind of reason")
    command.add_argument("--dry-run", action="store_true", help="say what would be withdrawn, and write nothing")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Write the withdrawal, and take the words out of the record."""
    language = read_language(chosen.root).language
    withdrawal = Withdrawal(
        number=_known_number(chosen.number, language),
        edition=chosen.edition,
        date=_known_date(chosen, language) or None,
        reason=chosen.reason,
        since=now_in_the_netherlands(),
    )
    standing = [text for text in language.record if language.withdrawals.of(text) is None]
    texts = [text for text in standing if withdrawal.covers(text)]
    if not texts:
        raise CommandError("these texts were withdrawn before; nothing was changed")
    for text in texts:
        print(f"{text.path}: {'would be ' * chosen.dry_run}withdrawn ({text.name})")
    if chosen.dry_run:
        return FINE
    document = language.frames.get(WITHDRAWN.rpartition("/")[2])
    (chosen.root / WITHDRAWN).write_text(with_withdrawal(document, withdrawal), "utf-8", newline="\n")
    for text in texts:
        (chosen.root / text.path).write_text(text_file(text.withdrawn()), "utf-8", newline="\n")
    print(f"{WITHDRAWN}: one entry more")
    for pattern in language.patterns.values():
        today = {text.edition for text in texts if language.published_as(pattern, text.edition) == text}
        if today:
            print(
                f"{pattern.document.path} still holds the words ({', '.join(sorted(today))}); the site omits them. "
                "Change the text to publish a new one, or take them out of the file."
            )
    print("Publish to take them off the site. They stay in the history of git and in copies that others have.")
    return FINE


def _known_number(number: int, language: Language) -> int:
    if number not in language.record.numbers():
        raise CommandError(f"no text of a pattern {number} was published")
    return number


def _known_date(chosen: argparse.Namespace, language: Language) -> str:
    own = (text for text in language.record if text.number == chosen.number)
    dates = [text.date for text in own if chosen.edition in (None, text.edition)]
    if chosen.date and chosen.date not in dates:
        near = did_you_mean(chosen.date, dates)
        raise CommandError(
            f"no text of pattern {chosen.number} was published on {chosen.date}"
            + (f", did you mean {near}?" if near else "")
            + f"\nthese were: {', '.join(dict.fromkeys(dates))}"
        )
    return str(chosen.date)
