"""Edits to a YAML file as text: what is not changed stays as it stands, comments and layout included."""

from collections.abc import Mapping
from typing import Any

import yaml

from macros.yaml.document import Loc
from macros.yaml.quoting import scalar


class Edits:
    """Changes to one file, gathered and then made together.

    Places come from the YAML reader's marks, so that quotation marks and folded lines are replaced whole.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        # The reader in Python counts characters; libyaml's would be faster, and these files are few.
        self._root: Any = yaml.compose(text, Loader=yaml.BaseLoader)
        self._changes: list[tuple[int, int, str]] = []

    def set(self, loc: Loc, value: str | list[str] | Mapping[Any, str], *, after: str = "") -> None:
        """Give a field a value; a field that is not there comes after its neighbour `after`.

        Args:
            loc: the way to the field.
            value: a text, a list (written on one line) or texts by name (written below the field, one on a line).
            after: a field beside it that is there.

        Raises:
            LookupError: when neither the field nor its neighbour is there.
        """
        node = self._node(loc)
        if node is not None:
            key = self._key(loc)
            start, end = self._span(node)
            if not isinstance(value, str):
                # A list over several lines begins below its name: what lies between goes with it.
                start = key.end_mark.index + 1
            self.replace(start, end, _written(value, key.start_mark.column).removeprefix(" " * isinstance(value, str)))
            return
        neighbour, key = self._node((*loc[:-1], after)), self._key((*loc[:-1], after))
        if neighbour is None or key is None:
            raise LookupError(f"there is no {after} beside {loc[-1]}")
        end_of_line = self._text.find("\n", self._span(neighbour)[1])
        at = end_of_line if end_of_line >= 0 else len(self._text)
        column = key.start_mark.column
        self.replace(at, at, f"\n{' ' * column}{loc[-1]}:{_written(value, column)}")

    def replace(self, start: int, end: int, written: str) -> None:
        """Put other text in the place of the characters from `start` to `end`."""
        self._changes.append((start, end, written))

    def made(self) -> str:
        """Return the text with every change made; what was put in one place stands there in the order of asking."""
        made, done = "", 0
        for start, end, written in sorted(self._changes, key=lambda change: change[0]):
            made += self._text[done:start] + written
            done = end
        return made + self._text[done:]

    def _span(self, node: Any) -> tuple[int, int]:
        """Return where a value begins and ends; the reader counts blank lines and remarks below it in."""
        start, end = node.start_mark.index, node.end_mark.index
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            last = node.value[-1]
            return start, self._span(last[1] if isinstance(node, yaml.MappingNode) else last)[1]
        return start, start + len(self._text[start:end].rstrip())

    def _key(self, loc: Loc) -> Any:
        parent = self._node(loc[:-1])
        pairs = parent.value if isinstance(parent, yaml.MappingNode) else []
        return next((key for key, _value in pairs if key.value == loc[-1]), None)

    def _node(self, loc: Loc) -> Any:
        node = self._root
        for step in loc:
            if isinstance(node, yaml.MappingNode):
                node = next((value for key, value in node.value if key.value == step), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
            else:
                return None
        return node


def _written(value: str | list[str] | Mapping[Any, str], column: int) -> str:
    """Return a value as it is written after the colon of its field, which begins in a column (from 0)."""
    if isinstance(value, str):
        return f" {scalar(value)}"
    if isinstance(value, list):
        return f" [{', '.join(value)}]"
    return "".join(f"\n{' ' * (column + 2)}{name}: {scalar(text)}" for name, text in value.items())
