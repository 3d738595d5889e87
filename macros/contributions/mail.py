"""The texts in a mail: its parts in plain text and HTML, decoded, and what is attached. Its headers are left unread."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from typing import Final

from macros.contributions.html_text import text_of_html
from macros.findings.finding import Finding, Place

MOST_PARTS: Final = 60
"""A thread that was forwarded three times, with pictures in each signature, has half of these."""
MOST_IN_HEADER: Final = 8000
"""Bytes of a header that tells what a part is: those of programs have a few hundred."""
_PART_HEADER: Final = re.compile(rb"^content-[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_CHARSETS: Final = {"utf-8", "ascii", "iso8859-1", "iso8859-15", "cp1252", "utf-16", "utf-16-le", "utf-16-be"}
"""What mail in Dutch and English is written in; other names can ask Python for slow or odd work."""
_HEADER: Final = re.compile(rb"\A(?:From |[A-Za-z][A-Za-z0-9-]{0,60}:[ \t])")
_IS_MAIL: Final = re.compile(
    rb"^(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|From|Date|Content-Type):",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(slots=True)
class Mail:
    """What a mail holds.

    Attributes:
        texts: each part that people read, those in plain text first.
        files: name -> content of what is attached.
        findings: why it cannot be read.
    """

    texts: list[str] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def is_mail(raw: bytes) -> bool:
    """Whether a file begins with the headers of a mail: two of those that every program writes."""
    head = re.split(rb"\r?\n\r?\n", raw[:65536], maxsplit=1)[0]
    return bool(_HEADER.match(raw)) and len({one.lower() for one in _IS_MAIL.findall(head)}) > 1


def read_mail(raw: bytes, path: str) -> Mail:
    """Return what a mail holds.

    Args:
        raw: the file.
        path: its name, for findings.
    """
    # Counted before: the parser looks for every boundary on every line, and goes one call deeper for each.
    small = raw.lower()
    if small.count(b"boundary") > MOST_PARTS or small.count(b"message/rfc822") > MOST_PARTS:
        return Mail(findings=[Finding(Place(path), "received.parts", {"most": MOST_PARTS})])
    # What stands in a header of a part takes the parser the square of its length.
    if any(len(one) > MOST_IN_HEADER for one in _PART_HEADER.findall(raw)):
        return Mail(findings=[Finding(Place(path), "received.damaged")])
    try:
        return _read(raw, path)
    except (ValueError, LookupError, RecursionError):  # what Python says of a header that keeps to no rule
        return Mail(findings=[Finding(Place(path), "received.damaged")])


def _read(raw: bytes, path: str) -> Mail:
    mail = Mail()
    html: list[str] = []
    for count, part in enumerate(message_from_bytes(raw).walk()):
        if count > MOST_PARTS:
            return Mail(findings=[Finding(Place(path), "received.parts", {"most": MOST_PARTS})])
        kind = part.get_content_type()
        if kind in _SEALED:
            mail.findings.append(Finding(Place(path), _SEALED[kind]))
        elif not part.is_multipart():
            _add(mail, html, part, kind)
    mail.texts += html
    return mail


_SEALED: Final = {
    "multipart/encrypted": "received.encrypted",
    "application/pkcs7-mime": "received.encrypted",
    "application/x-pkcs7-mime": "received.encrypted",
    "application/ms-tnef": "received.winmail",
    "application/vnd.ms-tnef": "received.winmail",
}
"""Kind of part -> why it cannot be read."""


def _add(mail: Mail, html: list[str], part: Message, kind: str) -> None:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return
    name = part.get_filename() or ""
    if kind == "text/html":
        html.append(text_of_html(decoded(content, part.get_content_charset() or "")))
    elif kind == "text/plain" or name.lower().endswith((".txt", ".md")):
        text = decoded(content, part.get_content_charset() or "")
        flowed = str(part.get_param("format", "")).lower() == "flowed"
        without_space = str(part.get_param("delsp", "")).lower() == "yes"
        mail.texts.append(_joined(text, without_space=without_space) if flowed else text)
    elif name or part.get_content_disposition() == "attachment":
        mail.files.append((name, content))


def decoded(content: bytes, charset: str = "") -> str:
    """Return bytes as text: in UTF-8 where that fits, else as they are said to be written, else as in Windows."""
    for mark, name in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content.decode(name, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode(_known(charset), "replace")


_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def _known(charset: str) -> str:
    """Return a character set's name where it is among those of mail; that of Windows holds the Western ones."""
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return "cp1252"
    return name if name in _CHARSETS - {"utf-8", "ascii", "iso8859-1"} else "cp1252"


def _joined(text: str, *, without_space: bool) -> str:
    """Return a text in which lines may flow (RFC 3676) with each paragraph on one line, quotation marks kept."""
    made: list[str] = []
    open_at = -1
    for depth, line in _unstuffed(text):
        flows = line.endswith(" ") and line != "-- "
        if open_at == depth and line != "-- ":
            made[-1] += line
        else:
            made.append(f"{'>' * depth} {line}" if depth else line)
        if flows and without_space:
            made[-1] = made[-1][:-1]
        open_at = depth if flows else -1
    return "\n".join(made)


def _unstuffed(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with how deep it is quoted, without the space that was put before it."""
    for line in text.replace("\r\n", "\n").split("\n"):
        rest = line.lstrip(">")
        yield len(line) - len(rest), rest.removeprefix(" ")
