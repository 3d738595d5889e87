"""`receive`: a draft from what somebody sent, and a case from a draft that may go on the site."""

import argparse
import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from macros.checks import check
from macros.commands.outcome import FINDINGS, FINE, CommandError, declare_language, tell
from macros.contributions.checking import findings_in
from macros.contributions.draft import INBOX, draft_key, draft_text
from macros.contributions.mentioned import mentioned_in, places_of
from macros.contributions.placing import drafts, is_note, make_folder, marks_of, place, read_draft, story_of
from macros.contributions.reading import Contribution
from macros.contributions.received import receive
from macros.findings.finding import Finding, Place, Severity, did_you_mean
from macros.findings.messages import command_text
from macros.language.language import Language
from macros.language.reading import read_language
from macros.yaml.document import Document


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser(
        "receive", help="make a draft of a mail, a Word form or an issue; --place: a case of it"
    )
    command.add_argument("file", help="the mail (.eml), Word form, text or issue; with --place the draft")
    command.add_argument("--place", action="store_true", help="make the case of a draft that its sender approved")
    declare_language(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Make a draft, or the case of one; no file is overwritten."""
    try:
        return _place(chosen.root, chosen.file, chosen.lang) if chosen.place else _receive(chosen)
    except NotADirectoryError as error:
        path = Path(str(error.filename)).relative_to(chosen.root).as_posix()
        raise CommandError(command_text(chosen.lang, "receive.no-folder", path=path)) from error


def _receive(chosen: argparse.Namespace) -> int:
    say = partial(command_text, chosen.lang)
    language = read_language(chosen.root).language
    got = receive(Path(chosen.file))
    if got.contribution is None:
        return tell(got.findings, chosen.lang)
    contribution = got.contribution
    named = contribution.answers.get("pattern", "")
    mentioned = mentioned_in(named, language)
    path, is_new = _draft_file(chosen.root, draft_key(contribution), draft_text(contribution, mentioned, chosen.lang))
    shown = path.relative_to(chosen.root).as_posix()
    document = read_draft(chosen.root, path.stem)
    findings = [*got.findings, *document.findings, *marks_of(document), *_wrong_in(contribution, document)]
    if named and not mentioned.patterns:
        findings.append(Finding(document.place(("patterns",)), "received.pattern", {}, named))
    # The draft is there: what is left is work for an editor.
    told = [_as_warning(one) for one in findings] + _where(contribution, language)
    tell(sorted(told, key=lambda one: one.place), chosen.lang)
    print(say("receive.written", path=shown) if is_new else say("receive.written-before", path=shown))
    is_story = contribution.form.key == "story"
    print(say("receive.next-story", key=path.stem) if is_story else say("receive.next-correction", key=path.stem))
    return FINE


def _draft_file(root: Path, key: str, text: str) -> tuple[Path, bool]:
    """Write a draft that only its owner can read; return its path, and whether it was not there before."""
    folder = root / INBOX
    make_folder(folder)
    # In a language whose .gitignore does not name the folder, the folder says so itself.
    _write_new(folder / ".gitignore", "*\n")
    path = folder / f"{key}.yml"
    return path, _write_new(path, text)


def _write_new(path: Path, text: str) -> bool:
    try:
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(opened, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    return True


def _wrong_in(contribution: Contribution, document: Document) -> list[Finding]:
    """Return what the form tells a sender, at its place in the draft; what has a mark there is left out."""
    fields = {one.key: one.fills or one.key for one in contribution.form.questions}
    return [
        replace(one, place=_place_of(document, fields[one.place.path]))
        for one in findings_in(contribution.form, contribution.edition, contribution.answers)
        if one.message != "contribution.identifying"
    ]


def _place_of(document: Document, field: str) -> Place:
    """Return the place of a field of a draft, whether it stands under an edition or not."""
    loc = next((loc for loc in document.keys if loc[-1] == field), ())
    return document.place(loc, of_key=True)


def _as_warning(finding: Finding) -> Finding:
    return replace(finding, severity=Severity.WARNING) if finding.severity is Severity.ERROR else finding


def _where(contribution: Contribution, language: Language) -> list[Finding]:
    """Return where the sentence stands that a correction speaks of."""
    sentence = contribution.answers.get("sentence", "")
    return [
        Finding(at, "received.sentence", {}, sentence, severity=Severity.NOTICE) for at in places_of(sentence, language)
    ]


def _place(root: Path, named: str, lang: str) -> int:
    say = partial(command_text, lang)
    key = Path(named).name.removesuffix(".yml")
    known = drafts(root)
    if key not in known:
        near = did_you_mean(key, known)
        raise CommandError(
            say("receive.no-draft-near", key=key, near=near) if near else say("receive.no-draft", key=key)
        )
    language = read_language(root).language
    document = read_draft(root, key)
    if is_note(document):
        raise CommandError(say("receive.note", path=document.path))
    draft, findings = story_of(document, language)
    if draft is None:
        return tell(findings, lang)
    try:
        path, is_new = place(draft, root)
    except FileExistsError as error:
        raise CommandError(say("receive.taken", path=Path(str(error.filename)).relative_to(root).as_posix())) from error
    shown = path.relative_to(root).as_posix()
    outcome = tell([one for one in check(root).findings if one.place.path == shown], lang)
    placed = say("receive.placed", path=shown, draft=document.path)
    print(placed if is_new else say("receive.placed-before", path=shown, draft=document.path))
    return FINDINGS if outcome else FINE
