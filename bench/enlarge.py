"""Languages of any size: the project's own patterns, and as many copies of them as it takes.

A copy of a pattern has a key, a number and names of its own, and its relations and links lead to copies of its
own round, so that lengths and links are those of real patterns. Its picture and its cases are copied too.
"""

import re
import shutil
from pathlib import Path

from macros.language.reading import CASES, NOT_CHAPTERS

_TARGET = re.compile(r"^(  - (?:part_of|needs|leads_to|balances): )([a-z0-9-]+)$", re.MULTILINE)
_LAST_WORD = re.compile(r"[a-zà-ÿ0-9\]](?=[’”\"')]*[.?!]+[’”\"')]*(?: |$))", re.IGNORECASE | re.MULTILINE)
_NEED = re.compile(r"^    (?:need|leave_with):.*(?:\n {6,}.*)*(?<!\")", re.MULTILINE)
"""What a run needs and leaves: texts without a stop behind them."""
_SLUG = re.compile(r"^( +slug: )(.+)$", re.MULTILINE)
_CASE = re.compile(r"^( +- case: )(.+)$", re.MULTILINE)
_ABOUT = re.compile(r"^patterns:\s+\[[^\]]+\]", re.MULTILINE)
"""The patterns that a case is about."""
_KEY = re.compile(r"[a-z0-9-]+")
_LINK = re.compile(r"\[\[([a-z0-9-]+)")
_NAME = re.compile(r"^( +(?:- )?name: )(.+)$", re.MULTILINE)
_LESSON = re.compile(r"^    lesson: .+\n", re.MULTILINE)
_NUMBER = re.compile(r"^id: .+$", re.MULTILINE)


def enlarge(folder: Path, count: int) -> None:
    """Enlarge the language of a project.

    Args:
        folder: the project, a copy.
        count: how many patterns the language is to have, at least as many as it has now.
    """
    files = sorted((folder / "patterns").glob("*/*.yml"))
    cases = {path.stem: path for path in files if path.parent.name == CASES}
    own = {path.stem: path for path in files if path.parent.name not in NOT_CHAPTERS}
    if count < len(own):
        raise ValueError(f"the language has {len(own)} patterns already; {count} is fewer")
    texts = {key: path.read_text("utf-8") for key, path in (own | cases).items()}
    keys = list(own)
    wanted = {(keys[number % len(keys)], number // len(keys)): number for number in range(count)}
    turns = range(1, (count - 1) // len(keys) + 1)
    wanted |= {(key, turn): 0 for key in cases for turn in turns}
    highest = max(int(line.removeprefix("id: ")) for text in texts.values() for line in _NUMBER.findall(text))
    for (key, turn), number in wanted.items():
        if turn:
            copied = _copy(texts[key], turn, highest + 1 + number - len(own), wanted)
            path = (own | cases)[key]
            path.with_name(f"{key}-{turn}.yml").write_text(copied, encoding="utf-8")
            picture = path.with_suffix(".svg")
            if picture.exists():
                shutil.copyfile(picture, picture.with_name(f"{key}-{turn}.svg"))


def _copy(text: str, turn: int, number: int, wanted: dict[tuple[str, int], int]) -> str:
    def key_of(key: str) -> str:
        return f"{key}-{turn}" if (key, turn) in wanted else key

    # No sentence may stand in two patterns: each of this round ends in a word of its own.
    letters = "".join(chr(ord("a") + int(digit)) for digit in str(turn))
    for ending in (_NEED, _LAST_WORD):
        text = ending.sub(rf"\g<0>{letters}", text)
    text = _LESSON.sub("", text)  # a lesson is carried by one pattern only
    text = _NUMBER.sub(f"id: {number}", text, count=1)
    text = _NAME.sub(rf"\g<1>\g<2> {turn}", text)
    text = _SLUG.sub(rf"\g<1>\g<2>-{turn}", text)
    text = _ABOUT.sub(lambda match: "patterns:" + _KEY.sub(lambda key: key_of(key[0]), match[0][9:]), text)
    for named in (_TARGET, _CASE):
        text = named.sub(lambda match: match[1] + key_of(match[2]), text)
    return _LINK.sub(lambda match: f"[[{key_of(match[1])}", text)
