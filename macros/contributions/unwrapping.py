"""Lines that a mail program has broken, put together again."""

import re
from collections.abc import Sequence
from typing import Final

_NARROW, _WIDE = 56, 80
"""Mail programs break lines at 60 to 78 characters, and a quotation mark before each takes some."""
_ITEM: Final = re.compile(r"(?:[-*•–]|\d{1,2}[.)])\s")


def unwrapped(lines: Sequence[str], around: Sequence[str]) -> str:
    """Return lines as text: those that a program has broken as one line, any other as they are.

    A line was broken where the first word of the next one would not have fitted. A break that a person made just
    there is lost; a blank line never is.

    Args:
        lines: without spaces around them.
        around: the whole message, by whose longest line of words the width is known.
    """
    width = max((len(line) for line in (*around, *lines) if " " in line.strip()), default=0)
    made: list[str] = []
    last = ""  # as it was written: what has been put together already is longer
    for line in lines:
        broken = last and line and _NARROW <= width <= _WIDE and len(last) + 1 + len(line.split()[0]) > width
        if broken and not _ITEM.match(line):
            made[-1] += f" {line}"
        else:
            made.append(line)
        last = line
    return re.sub(r"\n{3,}", "\n\n", "\n".join(made)).strip()
