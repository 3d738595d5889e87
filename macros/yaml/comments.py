"""The comments of a YAML file: which marks of a comment stand in no text."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

import yaml

from macros.yaml.reader import LOADER

COMMENT: Final = re.compile(r"(?:^|(?<=\s))#.*")


def comments(text: str) -> Counter[str]:
    """Return every comment of a file, with how often it stands there."""
    lines = lines_of(text)
    inside: dict[int, list[tuple[int, int]]] = {}
    for node in _scalars(yaml.compose(text, Loader=LOADER)):
        start, end = node.start_mark, node.end_mark
        first = start.line
        if node.style in ("|", ">"):
            first += 1  # a comment may stand behind the mark
        for number in range(first, min(end.line, len(lines) - 1) + 1):
            from_ = start.column if number == start.line else 0
            inside.setdefault(number, []).append((from_, end.column if number == end.line else len(lines[number])))
    found = []
    for number, line in enumerate(lines):
        spans = inside.get(number, [])
        for match in re.finditer(r"(?:^|(?<=\s))#", line):
            if not any(start <= match.start() < end for start, end in spans):
                found.append(line[match.start() :].rstrip())
                break
    return Counter(found)


def _scalars(node: Any) -> Iterator[Any]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif node is not None:
        for value in node.value:
            for one in value if isinstance(value, tuple) else (value,):
                yield from _scalars(one)


def lines_of(text: str) -> list[str]:
    """Return the lines of a file without their breaks; an empty one is the last."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def has_comment(lines: Sequence[str], node: Any) -> bool:
    """Whether a comment stands between the brackets of a list or mapping.

    Args:
        lines: of the file.
        node: the list or mapping, as composed.
    """
    first = node.start_mark.line
    text = "\n".join(lines[first : node.end_mark.line + 1])
    starts = [0]
    while after := text.find("\n", starts[-1]) + 1:
        starts.append(after)

    def offset(mark: Any) -> int:
        return int(starts[mark.line - first] + mark.column)

    spans = sorted((offset(one.start_mark), offset(one.end_mark)) for one in _scalars(node))
    begins = [begin for begin, _end in spans]
    for match in COMMENT.finditer(text, offset(node.start_mark), offset(node.end_mark)):
        at = bisect_right(begins, match.start()) - 1
        if at < 0 or match.start() >= spans[at][1]:
            return True
    return False
