"""The scripts of the letters in a name, so that no name can look like another one and be written otherwise.

A word has letters of one script. A word in Greek or Cyrillic has at least one letter that Latin lacks, and no letter is
a styled form of another. Unicode's technical standard 39 has the whole of it; names in Dutch and English need no more.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
_OTHER: Final = re.compile(r"[^\x00-\x7f]")
_MARKS: Final = re.compile(r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{2,}")
_LOOK_LATIN: Final = {
    "CYRILLIC": set("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһԛԝ"),
    "GREEK": set("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧινορυχ"),
    "ARMENIAN": set("ՍԼՕհոսօ"),
    "CHEROKEE": set("ᎠᎡᎢᎪᎬᎳᎷᎻᏀᏃᏆᏏᏒᏔᏙᏚᏞᏟᏢᏦ"),
}
"""Script -> its letters that look like Latin ones in common fonts."""


def deceiving_letter(name: str) -> str:
    """Return the first character with which a name may pass for another, or an empty string."""
    if name.isascii():
        return ""
    if marks := _MARKS.search(name):
        return marks.group()[1]
    # Most names that are not ASCII have no more than the quotation marks of a printer.
    if not any(map(str.isalpha, _OTHER.findall(name))):
        return ""
    for match in _WORD.finditer(name):
        if match.group().isascii():
            continue
        letters = [letter for letter in match.group() if letter.isalpha()]
        styled = next(filter(_is_styled, letters), "")
        if styled:
            return styled
        scripts = [_script(letter) for letter in letters]
        other = next((letter for letter, script in zip(letters, scripts, strict=True) if script != "LATIN"), "")
        if other and (len(set(scripts)) > 1 or set(letters) <= _LOOK_LATIN.get(scripts[0], set())):
            return other
    return ""


@lru_cache(maxsize=1024)
def _is_styled(letter: str) -> bool:
    return unicodedata.normalize("NFKC", letter) != letter


@lru_cache(maxsize=1024)
def _script(letter: str) -> str:
    """Return the script of a letter as its name gives it: `LATIN`, `CYRILLIC`."""
    return unicodedata.name(letter, "").split(" ")[0]
