"""`publish`: build the site as it is to be published, with the record of all that was published and what is new."""

import argparse
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from macros.checks import check
from macros.commands.outcome import FINDINGS, FINE, CommandError, declare_language, tell
from macros.findings.finding import Severity
from macros.findings.messages import command_text
from macros.language.reading import read_language
from macros.publishing.changes import write_changes
from macros.publishing.fetch import CannotReadError, read_live
from macros.publishing.live_record import ADDRESS, LiveRecord, live_record_from
from macros.publishing.new_texts import texts_to_publish
from macros.record.clock import today
from macros.record.published_text import PublishedText, text_file
from macros.record.published_urls import PUBLISHED_URLS, Entry, add_published_urls


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser(
        "publish",
        help="build the site with the record of what was published",
        description="Takes up the record of the live site, records what is new, and builds the site with it.",
    )
    command.add_argument(
        "--live",
        metavar="ADDRESS",
        default="",
        help=f"the live record, as an address or a file (default: {ADDRESS} under SITE_URL)",
    )
    command.add_argument("--first", action="store_true", help="there is no live site yet: do not ask for its record")
    command.add_argument("--changes", type=Path, help="also write what the record gains into this folder")
    declare_language(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Build the site in site/, and leave the record with what is new in it."""
    root: Path = chosen.root
    before = check(root)
    errors = [finding for finding in before.findings if finding.severity is Severity.ERROR]
    if errors:
        tell(errors, chosen.lang)
        print(command_text(chosen.lang, "publish.errors"))
        return FINDINGS
    if chosen.first and before.language.record:
        raise CommandError(command_text(chosen.lang, "publish.not-first", path=PUBLISHED_URLS))
    live = None if chosen.first else _live(chosen.live, chosen.lang)
    written = _Written(root, chosen.lang)
    try:
        _take_up(written, live)
        _add_new(written)
        _build(root, chosen.lang)
        published = live_record_from((root / "site" / ADDRESS).read_bytes())
        written.record(published.published_urls().entries.values())
    except BaseException:
        written.undo()
        raise
    if chosen.changes:
        write_changes(chosen.changes, root, [text.path for text in written.texts], written.addresses)
    texts, addresses = len(written.texts), len(written.addresses)
    print(command_text(chosen.lang, "publish.ready", texts=texts, addresses=addresses))
    return FINE


def _live(where: str, language: str) -> LiveRecord | None:
    print(command_text(language, "publish.live"), flush=True)
    try:
        return read_live(where)
    except CannotReadError as error:
        raise CommandError(command_text(language, "publish.unknown", why=str(error))) from None


class _Written:
    """What was added to the record, so that it can be taken back when there is no publication."""

    def __init__(self, root: Path, language: str) -> None:
        self.root, self.language = root, language
        self.texts: list[PublishedText] = []
        self.addresses: list[Entry] = []
        path = root / PUBLISHED_URLS
        self._urls = path.read_bytes() if path.exists() else None

    def add(self, text: PublishedText) -> None:
        path = self.root / text.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            self.texts.append(text)  # from here on there is a file to take back, also when the disk is full
            file.write(text_file(text))

    def record(self, entries: Iterable[Entry]) -> None:
        try:
            self.addresses += add_published_urls(self.root, entries)
        except ValueError as error:
            raise CommandError(command_text(self.language, "publish.unreadable", why=str(error))) from None

    def undo(self) -> None:
        for text in self.texts:
            (self.root / text.path).unlink(missing_ok=True)
        if not self.addresses:
            return  # the list of published addresses was not written
        if self._urls is None:
            (self.root / PUBLISHED_URLS).unlink(missing_ok=True)
        else:
            (self.root / PUBLISHED_URLS).write_bytes(self._urls)


def _take_up(written: _Written, live: LiveRecord | None) -> None:
    """Add to the record what the live site has and the record lacks: a publication that was not recorded."""
    if live is None:
        return
    language = read_language(written.root).language
    own = language.published_urls.entries
    entries = live.published_urls().entries.values()
    clash = next((one for one in entries if one.address in own and own[one.address].number != one.number), None)
    if clash:
        other = own[clash.address]
        raise CommandError(
            command_text(
                written.language,
                "publish.clash",
                address=clash.address,
                number=str(clash.number),
                place=str(other.place),
                other=str(other.number),
            )
        )
    for text in language.record.union(live.texts):
        written.add(text.withdrawn() if language.withdrawals.of(text) else text)
    written.record(entries)


def _add_new(written: _Written) -> None:
    """Add to the record what this publication is the first to publish."""
    language = read_language(written.root).language
    for text in texts_to_publish(language, today()):
        written.add(text)
        print(f"{text.path}: {text.name}", flush=True)


def _build(root: Path, language: str) -> None:
    """Build the site as `mkdocs build --strict` does, in a process of its own."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    if subprocess.run(command, cwd=root, check=False).returncode != 0:  # noqa: S603 - a fixed command
        raise CommandError(command_text(language, "publish.not-built"))
