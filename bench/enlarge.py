"""Languages of any size: the project's own patterns, and as many copies of them as it takes.

A copy of a pattern has a key, a number and names of its own, and its relations and links lead to copies of its
own round, so that lengths and links are those of real patterns.
"""

import re
from pathlib import Path

_TARGET = re.compile(r"^(  - (?:part_of|needs|leads_to|balances): )([a-z0-9-]+)$", re.MULTILINE)
_LAST_WORD = re.compile(r"[a-zà-ÿ0-9\]](?=[’”\"')]*[.?!]+[’”\"')]*(?: |$))", re.IGNORECASE | re.MULTILINE)
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
    own = {path.stem: path for path in sorted((folder / "patterns").glob("*/*.yml")) if path.parent.name != "schema"}
    if count < len(own):
        raise ValueError(f"the language has {len(own)} patterns already; {count} is fewer")
    texts = {key: path.read_text("utf-8") for key, path in own.items()}
    keys = list(own)
    wanted = {(keys[number % len(keys)], number // len(keys)): number for number in range(count)}
    highest = max(int(line.removeprefix("id: ")) for text in texts.values() for line in _NUMBER.findall(text))
    for (key, turn), number in wanted.items():
        if turn:
            copied = _copy(texts[key], turn, highest + 1 + number - len(own), wanted)
            own[key].with_name(f"{key}-{turn}.yml").write_text(copied, encoding="utf-8")


def _copy(text: str, turn: int, number: int, wanted: dict[tuple[str, int], int]) -> str:
    def key_of(key: str) -> str:
        return f"{key}-{turn}" if (key, turn) in wanted else key

    # No sentence may stand in two patterns: each of this round ends in a word of its own.
    text = _LAST_WORD.sub(rf"\g<0>{chr(ord('a') + turn)}", text)
    text = _LESSON.sub("", text)  # a lesson is carried by one pattern only
    text = _NUMBER.sub(f"id: {number}", text, count=1)
    text = _NAME.sub(rf"\g<1>\g<2> {turn}", text)
    text = _TARGET.sub(lambda match: match[1] + key_of(match[2]), text)
    return _LINK.sub(lambda match: f"[[{key_of(match[1])}", text)
