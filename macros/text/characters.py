"""Characters that a reader cannot see, or that hide what a text says: found and named.

The set is Unicode's `Default_Ignorable_Code_Point` (DerivedCoreProperties), with control characters, private ones,
noncharacters, line separators and the blank Braille pattern. Emoji keep what joins and selects them.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_EMOJI: Final = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2934\u2935"
    "\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
"""The blocks that hold emoji and the signs that a variation selector turns into one."""
_NONCHARACTERS: Final = "".join(chr(plane + end) for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF))

# U+0085 counts as a control character. U+FFFD marks a character that an earlier program lost.
_ALWAYS: Final = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e"
    "\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffd"
    f"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff{_NONCHARACTERS}"
)
HIDDEN: Final = re.compile(
    f"[{_ALWAYS}]"
    f"|(?<![{_EMOJI}0-9#*])[\ufe0e\ufe0f]|(?<=[0-9#*])[\ufe0e\ufe0f](?!\u20e3)"
    f"|(?<![{_EMOJI}\ufe0f])\u200d|\u200d(?![{_EMOJI}])"
)
"""One hidden character. Its length is always 1."""
_MAY_HIDE: Final = re.compile(f"[{_ALWAYS}\ufe0e\ufe0f\u200d]")
"""A character that is hidden at least somewhere."""

_INDENT: Final = re.compile(r"^[ \t]*([^\S \t\r\n])", re.MULTILINE)
_MAY_INDENT: Final = re.compile(r"[^\S \t\r\n]")
_KEYS: Final = bytes([*b"\t\n\r", *range(0x20, 0x7F)])
"""What the keys of a keyboard give, in ASCII: nothing of it is hidden."""


def hidden_characters(text: str) -> Iterator[tuple[int, str]]:
    """Yield the position and the name of each hidden character of a text, in order."""
    # Looking at the few other characters first is many times as fast: nearly no text holds such a one.
    if (not text.isascii() or not text.isprintable()) and _MAY_HIDE.search(_off_the_keys(text)):
        for match in HIDDEN.finditer(text):
            yield match.start(), name_of(match.group())


def indenting_spaces(text: str) -> Iterator[tuple[int, str]]:
    """Yield the position and the name of the first space in each line's indentation that is not an ordinary one."""
    if not text.isascii() and _MAY_INDENT.search(_off_the_keys(text)):
        for match in _INDENT.finditer(text):
            yield match.start(1), name_of(match.group(1))


def _off_the_keys(text: str) -> str:
    """Return a text without all that `_KEYS` has."""
    # The names of files may hold bytes that are no text: these are surrogates.
    return text.encode("utf-8", "surrogatepass").translate(None, _KEYS).decode("utf-8", "surrogatepass")


def name_of(character: str) -> str:
    """Return a character as people look it up: `U+200B ZERO WIDTH SPACE`."""
    number = f"U+{ord(character):04X}"
    name = unicodedata.name(character, _CONTROLS.get(character, ""))
    if not name:
        name = {"Cc": "control character", "Co": "private-use character"}.get(unicodedata.category(character), "")
    return f"{number} {name}".rstrip()


_CONTROLS: Final = {"\x00": "NULL", "\x08": "BACKSPACE", "\x1b": "ESCAPE", "\x7f": "DELETE", "\x85": "NEXT LINE"}
"""Control characters have no name in Unicode's data; these are its aliases for the common ones."""
