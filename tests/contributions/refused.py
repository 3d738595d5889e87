"""Files that are refused: made here, because they are large, broken or no files at all."""

import io
import os
import struct
import zipfile
from base64 import encodebytes
from collections.abc import Callable
from pathlib import Path
from typing import Final

from macros.contributions.mail import MOST_PARTS
from macros.contributions.received import MOST_BYTES, MOST_CHARACTERS
from macros.contributions.word_text import MOST_BYTES as MOST_WORD_BYTES
from macros.contributions.word_text import MOST_ENTRIES

W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD: Final = b"From: x@voorbeeld.example\nDate: Sat, 28 Nov 2026 10:00:00 +0100\nMIME-Version: 1.0\n"
BEGIN: Final = "[begin bijdrage: verhaal, nl, 1]\n\n"
END: Final = "\n[einde bijdrage]\n"


def word(xml: str | bytes, more: dict[str, bytes] | None = None, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a package of Word with this main part."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as package:
        package.writestr("word/document.xml", xml)
        for name, content in (more or {}).items():
            package.writestr(name, content)
    return made.getvalue()


def paragraph(text: str) -> str:
    return f"<w:document {W}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"


def _says_it_is_small() -> bytes:
    """A part that unpacks to more than the package says."""
    raw = word(paragraph("a" * (MOST_WORD_BYTES + 1)))
    size = struct.pack("<L", len(paragraph("a" * (MOST_WORD_BYTES + 1))))
    return raw.replace(size, struct.pack("<L", 100))


def _locked() -> bytes:
    raw = bytearray(word(paragraph("x")))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.find(mark) + at] |= 1
    return bytes(raw)


def _nested(depth: int) -> bytes:
    parts = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (at, at) for at in range(depth))
    return HEAD + parts + b"Content-Type: text/plain\n\nx\n"


def _entity(definition: str) -> bytes:
    return word(f'<?xml version="1.0"?><!DOCTYPE w [{definition}]>' + paragraph("&a;"))


LAUGHS: Final = '<!ENTITY z "ha">' + "".join(
    f'<!ENTITY {one} "{f"&{before};" * 10}">' for before, one in zip("zyxwvutsrq", "yxwvutsrqa", strict=True)
)
CONTENTS: Final[dict[str, Callable[[], bytes]]] = {
    "an empty file": lambda: b"",
    "bytes of no kind": lambda: bytes(range(256)) * 40,
    "a mail about something else": lambda: HEAD + b"\nDag, hoe gaat het?\n",
    "a text that is too long": lambda: BEGIN.encode() + b"[1] a " * MOST_CHARACTERS,
    "a PDF": lambda: b"%PDF-1.7\n",
    "a picture": lambda: b"\x89PNG\r\n\x1a\n",
    "an old Word file": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "a locked Word file": _locked,
    "a Word file with macros": lambda: word(paragraph("x"), {"word/vbaProject.bin": b"x"}),
    "another zip": lambda: word(paragraph("x")).replace(b"word/document.xml", b"word/documend.xml"),
    "a zip bomb": lambda: word(paragraph("a" * (MOST_WORD_BYTES + 1))),
    "a zip bomb that says it is small": _says_it_is_small,
    "a zip bomb in bzip2": lambda: word(paragraph("a" * (MOST_WORD_BYTES + 1)), method=zipfile.ZIP_BZIP2),
    "a zip of very many parts": lambda: word(paragraph("x"), {f"word/{at}.xml": b"" for at in range(MOST_ENTRIES)}),
    "half a Word file": lambda: word(paragraph("x" * 500))[:150],
    "a Word file of broken XML": lambda: word("<w:document>"),
    "a Word file with elements in elements": lambda: word(
        f"<w:document {W}>" + "<w:p>" * 50_000 + "</w:p>" * 50_000 + "</w:document>"
    ),
    "an external entity": lambda: _entity('<!ENTITY a SYSTEM "file:///etc/hostname">'),
    "entities of entities": lambda: _entity(LAUGHS),
    "an encrypted mail": lambda: (
        HEAD + b'Content-Type: multipart/encrypted; boundary="b"\n\n--b\nContent-Type: text/plain\n\nx\n--b--\n'
    ),
    "a mail in winmail.dat": lambda: (
        HEAD + b'Content-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64\n\neJ8+Ig==\n'
    ),
    "a mail of very many parts": lambda: (
        HEAD + b'Content-Type: multipart/mixed; boundary="b"\n\n' + b"--b\n\nx\n" * (MOST_PARTS + 1) + b"--b--\n"
    ),
    "parts in parts": lambda: _nested(2000),
    "mails in mails": lambda: HEAD + b"Content-Type: message/rfc822\n\n" * 1000 + b"\nx\n",
    "a header without end": lambda: HEAD + b'Content-Type: text/plain; a="' + b";" * 100_000 + b'"\n\nx\n',
    "a header of no characters": lambda: HEAD + b"Content-Type: text/plain; charset*=a\0b''utf-8\n\nx\n",
    "a locked Word file in a mail": lambda: (
        HEAD
        + b'Content-Type: application/octet-stream; name="a.docx"\nContent-Transfer-Encoding: base64\n\n'
        + encodebytes(_locked())
    ),
    "a form that is not there": lambda: BEGIN.replace("verhaal", "verhael").encode(),
    "a language that is not there": lambda: BEGIN.replace("nl", "de").encode(),
    "a version of later": lambda: BEGIN.replace("1]", "9]").encode(),
    "a version that is no number": lambda: BEGIN.replace("1]", "een]").encode(),
    "nothing filled in": f"{BEGIN}[1] Wat liep er vast?\n\n[2] Wie deed wat?\n{END}".encode,
    "two contributions": lambda: "".join(
        f"{BEGIN}[1] Wat liep er vast?\n{text}\n{END}" for text in ("Dit.", "Dat.")
    ).encode(),
}
"""What is refused -> the bytes of such a file."""


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _large(path: Path) -> None:
    path.touch()
    os.truncate(path, MOST_BYTES + 1)


def _link(path: Path) -> None:
    path.symlink_to("/dev/zero")


PLACES: Final[dict[str, tuple[str, Callable[[Path], None]]]] = {
    "nothing": ("received.missing", lambda _path: None),
    "a folder": ("not-a-file", lambda path: path.mkdir()),
    "a large file": ("size", _large),
    "a pipe": ("not-a-file", _pipe),
    "a symbolic link": ("symbolic-link", _link),
}
"""What is no file -> the id of the message, and how it is made."""
