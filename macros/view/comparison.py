"""What changed between two texts, word by word, for a reader."""

import re
from difflib import SequenceMatcher

from markupsafe import Markup, escape

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")


def compare(before: str, after: str) -> Markup:
    """Return the later text with what went in `<del>` and what came in `<ins>`; both texts are escaped.

    Args:
        before: the earlier text, plain words without markup.
        after: the later one.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    parts: list[str] = []
    for action, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
        if action == "equal":
            parts.append(str(escape(come)))
            continue
        if gone.strip():
            parts.append(f"<del>{escape(gone)}</del>")
        parts.append(f"<ins>{escape(come)}</ins>" if come.strip() else str(escape(come)))
    return Markup("".join(parts))  # noqa: S704 - every part is escaped
