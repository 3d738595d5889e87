"""A file that somebody sent, from its bytes to the contribution in it: a mail, a Word file, a text, an issue."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from macros.contributions.html_text import text_of_html
from macros.contributions.mail import decoded, is_mail, read_mail
from macros.contributions.reading import Contribution, Message, read_message
from macros.contributions.word_text import is_word, read_word
from macros.findings.finding import Finding, Place, Severity
from macros.yaml.files import read_bytes

MOST_BYTES: Final = 10 * 1024 * 1024
"""What a mailbox lets through, with pictures in the signature."""
MOST_CHARACTERS: Final = 100_000
"""Of one text: the longest contribution has a tenth of it."""
_OTHERS: Final = {
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf": "7-Zip",
    b"Rar!": "RAR",
}
"""How a file of another kind begins -> what it is called."""


@dataclass(slots=True)
class Received:
    """What a file holds.

    Attributes:
        contribution: None where it holds none, or more than one.
        findings: why not, and what to look at.
    """

    contribution: Contribution | None = None
    findings: list[Finding] = field(default_factory=list)


def receive(path: Path) -> Received:
    """Return the contribution in a file; what is wrong with the file is a finding, never an exception."""
    if not path.exists():
        return Received(findings=[Finding(Place(path.name), "received.missing", {}, str(path))])
    raw, findings = read_bytes(path, MOST_BYTES)
    return Received(findings=findings) if findings else received(raw, path.name)


def received(raw: bytes, name: str) -> Received:
    """Return the contribution in the bytes of a file.

    Args:
        raw: the file.
        name: what it is called, for the findings.
    """
    texts, refusals = _texts(raw, name)
    read = [read_message(text) for text in texts if len(text) <= MOST_CHARACTERS]
    if len(read) < len(texts):
        refusals.append(Finding(Place(name), "received.text-large", {"most": MOST_CHARACTERS}))
    # A part that was cut off adds nothing to one that is whole.
    whole = [message for message in read if any(one.answers for one in message.contributions) and not _cut_off(message)]
    read = whole or read
    contributions = _differing(one for message in read for one in message.contributions)
    findings = [_placed(one, raw, name) for message in read for one in message.findings]
    findings = [one for at, one in enumerate(findings) if one not in findings[:at]]
    if len(contributions) > 1:
        return Received(findings=[Finding(Place(name), "received.several", {"count": len(contributions)})])
    if contributions and contributions[0].answers:
        return Received(contributions[0], findings)
    if contributions:
        findings.append(Finding(Place(name), "received.empty"))
    findings += refusals
    if not any(one.severity is Severity.ERROR for one in findings):
        findings.append(Finding(Place(name), "received.none"))
    return Received(findings=findings)


def _cut_off(message: Message) -> bool:
    return any(one.message == "received.no-end" for one in message.findings)


def _texts(raw: bytes, name: str) -> tuple[list[str], list[Finding]]:
    """Return the texts of a file in which a contribution may stand, and why others could not be read."""
    if is_word(raw):
        text = read_word(raw, name)
        return ([text], []) if isinstance(text, str) else ([], [text])
    other = next((kind for begin, kind in _OTHERS.items() if raw.startswith(begin)), "")
    if other:
        return [], [Finding(Place(name), "received.other", {"kind": other})]
    if not is_mail(raw):
        text = decoded(raw)
        return [text_of_html(text) if _HTML.match(text) else text], []
    mail = read_mail(raw, name)
    texts, findings = list(mail.texts), list(mail.findings)
    for attached, content in mail.files:
        # A picture in a signature is no news: only what may be the form counts.
        if is_word(content):
            text = read_word(content, attached or name)
            texts += [text] if isinstance(text, str) else []
            findings += [] if isinstance(text, str) else [replace(text, place=Place(name), written=attached)]
    return texts, findings


_HTML: Final = re.compile(r"\s*<(?:!doctype html|html|head|body|div|p)\b", re.IGNORECASE)


def _differing(contributions: Iterable[Contribution]) -> list[Contribution]:
    """Return those that say something else than one before: a mail often says the same in plain text and in HTML."""
    differing: dict[tuple[str, ...], Contribution] = {}
    for one in contributions:
        words = (" ".join(f"{key} {answer}".split()) for key, answer in one.answers.items())
        if one.answers or not differing:
            differing.setdefault((one.form.key, one.edition, *words), one)
    return [one for one in differing.values() if one.answers] or list(differing.values())


def _placed(finding: Finding, raw: bytes, name: str) -> Finding:
    """Return a finding with the line of the file on which what it tells of stands, where the file shows it."""
    words = finding.written.split("\n")[0].encode()
    at = raw.find(words) if words else -1
    line = raw.count(b"\n", 0, at) + 1 if at >= 0 else 1
    column = len(raw[raw.rfind(b"\n", 0, at) + 1 : at].decode("utf-8", "replace")) + 1 if at >= 0 else 1
    return replace(finding, place=Place(name, line, column))
