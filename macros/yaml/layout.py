"""The layout of a YAML file: the order of its fields, the width of its lines, its blocks, lists and quotation marks.

Ours, because no library keeps comments and lays out lists and blocks as these files have them: ruamel.yaml breaks lists
elsewhere and joins no lines. Lines that fit stay as they are, so that a changed word is one changed line.
"""

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any, Final, TypeVar

import yaml

from macros.yaml.comments import COMMENT, comments, has_comment, lines_of
from macros.yaml.document import Document, Loc
from macros.yaml.quoting import needs_quotes, quoted, scalar
from macros.yaml.reader import LOADER, document_from
from macros.yaml.text_file import TextFile
from macros.yaml.wrapping import WIDTH, can_be_block, filled, fitting, rows_of

SCHEMA_LINE: Final = "# yaml-language-server:"
"""The comment by which an editor finds the schema: always on top."""

Order = Callable[[Loc], Sequence[str]]
"""The way to a mapping -> its fields in their order; what is not among them stays behind its neighbour."""

_Part = TypeVar("_Part")
_WORD: Final = re.compile(r"[\w.-]+")


def laid_out(document: Document, order: Order) -> str:
    """Return the text of a file in the layout.

    What cannot be read, or would lose data or a comment, stays as it stands.

    Args:
        document: as read.
        order: of the fields in each mapping.
    """
    if document.findings or document.data is None:
        return document.text
    made = _Layout(document.text, order).file()
    after = document_from(TextFile(document.path, made))
    same = not after.findings and after.data == document.data and comments(made) == comments(document.text)
    return made if same else document.text


class _Layout:
    """Writes one file anew, from the top down.

    Attributes:
        next: the first line, from 0, that nothing has been written of yet.
    """

    def __init__(self, text: str, order: Order) -> None:
        self.lines = lines_of(text)
        self.order = order
        self.root: Any = yaml.compose("\n".join(self.lines), Loader=LOADER)
        self.next = 0

    def file(self) -> str:
        """Return the whole file."""
        if not isinstance(self.root, yaml.CollectionNode) or self.root.flow_style:
            return "\n".join(self.lines)
        top = self._top()
        body = self._block(self.root, (), 0)
        rest = self._plain_lines(len(self.lines), 0)
        return "\n".join([*top, *body, *rest]).strip("\n") + "\n"

    def _top(self) -> list[str]:
        """Take the comments that belong to the file: the line for editors, and all before the last empty line."""
        above = [line.strip() for line in self.lines[: self.root.start_mark.line]]
        size = 0
        for number, line in enumerate(above):
            if (line.startswith(SCHEMA_LINE) and number == size) or not line or line == "---":
                size = number + 1
        self.next = size
        kept = [line for line in above[:size] if line != "---"]
        return [line for line, before in zip(kept, ["", *kept], strict=False) if line or before]

    def _block(self, node: Any, loc: Loc, indent: int) -> list[str]:
        """Return the lines of a mapping or list that stands below its name."""
        parts = (
            self._fields(node, loc, indent) if isinstance(node, yaml.MappingNode) else self._items(node, loc, indent)
        )
        first = next(line for part in parts for line in part)
        lines = [line for part in parts for line in part]
        if not first:
            lines = lines[1:]
        return lines + self._below(node.start_mark.column, indent)

    def _fields(self, node: Any, loc: Loc, indent: int) -> list[list[str]]:
        found: list[tuple[str, list[str]]] = []
        for key, value in node.value:
            lines = self._plain_lines(key.start_mark.line, indent)
            self.next = key.end_mark.line + 1
            found.append(
                (key.value, lines + self._value(f"{' ' * indent}{_name(key)}:", value, (*loc, key.value), indent))
            )
        return [lines for _name, lines in self._ordered(found, loc)]

    def _ordered(self, found: Sequence[tuple[str, _Part]], loc: Loc) -> list[tuple[str, _Part]]:
        """Return what belongs to the fields of a mapping in their order; an unknown one follows its neighbour."""
        ranks = {name: rank for rank, name in enumerate(self.order(loc))}
        last, ranked = -1, []
        for name, part in found:
            last = ranks.get(name, last)
            ranked.append((last, (name, part)))
        return [one for _rank, one in sorted(ranked, key=lambda one: one[0])]

    def _items(self, node: Any, loc: Loc, indent: int) -> list[list[str]]:
        found = []
        for number, item in enumerate(node.value):
            lines = self._plain_lines(item.start_mark.line, indent)
            self.next = max(self.next, item.start_mark.line)
            written = self._value(f"{' ' * indent}-", item, (*loc, number), indent)
            found.append(lines + written)
        return found

    def _value(self, name: str, node: Any, loc: Loc, indent: int) -> list[str]:
        """Return the lines of a value behind its name, or behind the dash of a list."""
        if isinstance(node, yaml.ScalarNode):
            lines = self._text(name, node, indent)
        elif node.flow_style:
            lines = self._flow(name, node, loc, indent)
        elif name.endswith("-"):
            inside = self._block(node, loc, indent + 2)
            comments_above = []
            while inside[0].lstrip().startswith("#"):
                comments_above.append(" " * indent + inside.pop(0).lstrip())
            return [*comments_above, f"{name} {inside[0].lstrip()}", *inside[1:]]
        else:
            comment = self._comment_on(self.next - 1, self.lines[self.next - 1].find(":"))
            return [name + comment, *self._block(node, loc, indent + 2)]
        self.next = max(self.next, self._line_after(node))
        return lines

    def _text(self, name: str, node: Any, indent: int) -> list[str]:
        start, end = node.start_mark, node.end_mark
        inner = " " * (indent + 2)
        if node.style in ("|", ">"):
            body = self.lines[start.line + 1 : self._line_after(node)]
            deep = min((len(line) - len(line.lstrip(" ")) for line in body if line.strip()), default=0)
            body = [line[deep:] if line.strip() else "" for line in body]
            return [
                f"{name} {node.style}-{self._comment_on(start.line, start.column)}",
                *_indented(body if node.style == "|" else fitting(body, len(inner)), inner),
            ]
        comment = self._comment_on(end.line, end.column)
        written = self._one_line(node, in_flow=False)
        if comment and node.style and not _WORD.fullmatch(written):
            written = quoted(node.value)  # without quotation marks only a single word may have a comment behind it
        one = f"{name} {written}" if written else name
        broken = "\n" in node.value and start.line != end.line
        if (len(one) > WIDTH or broken) and can_be_block(node.value):
            return [f"{name} >-{comment}", *_indented(filled(node.value, len(inner)), inner)]
        return [one + comment]

    def _one_line(self, node: Any, *, in_flow: bool) -> str:
        """Return a text that is no block as it is written on one line."""
        start, end = node.start_mark, node.end_mark
        source = self.lines[start.line][start.column : end.column] if start.line == end.line else ""
        if not node.style:
            return source or (scalar(node.value, in_flow=in_flow) if node.value else "")
        if node.style == '"' and "\\" in source:
            return source  # what is written with a backslash is to be seen
        return quoted(node.value) if needs_quotes(node.value, in_flow=in_flow) else str(node.value)

    def _flow(self, name: str, node: Any, loc: Loc, indent: int) -> list[str]:
        """Return a list or mapping between brackets: on one line, or else over several."""
        start, end = node.start_mark, node.end_mark
        comment = self._comment_on(end.line, end.column)
        if has_comment(self.lines, node):
            source = self.lines[start.line : end.line + 1]
            source[-1] = source[-1][: end.column]
            source[0] = source[0][start.column :]
            return [f"{name} {source[0]}", *source[1:-1], source[-1] + comment]
        one = self._in_brackets(node, loc)
        if len(f"{name} {one}") <= WIDTH or not node.value:
            return [f"{name} {one}{comment}"]
        if isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.ScalarNode) for item in node.value):
            inside = self._long_list(node, indent + 2)
        else:
            inside = self._opened(node, loc, indent + 2)
        if not name.endswith("-"):
            return [name + comment, *inside]
        above = [" " * indent + comment.lstrip()] if comment else []
        return [*above, f"{name} {inside[0].lstrip()}", *inside[1:]]

    def _opened(self, node: Any, loc: Loc, indent: int) -> list[str]:
        """Return what stood between brackets below its name."""
        pairs: list[tuple[str, Any, str | int]]
        if isinstance(node, yaml.MappingNode):
            fields = self._ordered([(key.value, (_name(key), value)) for key, value in node.value], loc)
            pairs = [(f"{' ' * indent}{name}:", value, step) for step, (name, value) in fields]
        else:
            pairs = [(f"{' ' * indent}-", value, number) for number, value in enumerate(node.value)]
        return [line for name, value, step in pairs for line in self._opened_value(name, value, (*loc, step), indent)]

    def _opened_value(self, name: str, node: Any, loc: Loc, indent: int) -> list[str]:
        if isinstance(node, yaml.ScalarNode):
            written = self._one_line(node, in_flow=False)
            one = f"{name} {written}" if written else name
            if len(one) > WIDTH and can_be_block(node.value):
                return [f"{name} >-", *_indented(filled(node.value, indent + 2), " " * (indent + 2))]
            return [one]
        one = f"{name} {self._in_brackets(node, loc)}"
        if len(one) <= WIDTH or not node.value:
            return [one]
        inside = self._opened(node, loc, indent + 2)
        return [f"{name} {inside[0].lstrip()}", *inside[1:]] if name.endswith("-") else [name, *inside]

    def _in_brackets(self, node: Any, loc: Loc) -> str:
        if isinstance(node, yaml.ScalarNode):
            return self._one_line(node, in_flow=True)
        if isinstance(node, yaml.SequenceNode):
            items = (self._in_brackets(item, (*loc, number)) for number, item in enumerate(node.value))
            return f"[{', '.join(items)}]"
        pairs = [
            (key.value, f"{_name(key, in_flow=True)}: {self._in_brackets(value, (*loc, key.value))}".rstrip())
            for key, value in node.value
        ]
        return f"{{{', '.join(pair for _name, pair in self._ordered(pairs, loc))}}}"

    def _long_list(self, node: Any, indent: int) -> list[str]:
        """Return a list of texts over several lines: as they were broken, if these lines fit."""
        room = WIDTH - indent - 1
        items = [self._one_line(item, in_flow=True) + "," for item in node.value]
        items[-1] = items[-1][:-1] + "]"
        rows = [
            " ".join(item for _, item in row)
            for _, row in groupby(zip(node.value, items, strict=True), lambda one: one[0].start_mark.line)
        ]
        if len(rows) == 1 or max(map(len, rows)) > room:
            rows = rows_of(items, room)
        return [f"{' ' * indent}{' ' if number else '['}{row}" for number, row in enumerate(rows)]

    def _comment_on(self, line: int, column: int) -> str:
        """Return the comment behind a column of a line, with the space before it."""
        found = COMMENT.search(self.lines[line], max(column, 0)) if line < len(self.lines) else None
        return f"  {found.group().rstrip()}" if found else ""

    def _line_after(self, node: Any) -> int:
        """Return the first line, from 0, after a value; the empty lines below a block are not part of it."""
        start, end = node.start_mark.line, node.end_mark
        after = int(end.line if end.column == 0 and end.line > start else end.line + 1)
        while after > start + 1 and not self.lines[after - 1].strip():
            after -= 1
        return after

    def _plain_lines(self, until: int, indent: int) -> list[str]:
        """Take the comments and empty lines before a line; of several empty lines one stays."""
        taken: list[str] = []
        for line in self.lines[self.next : until]:
            found = COMMENT.search(line)
            if found:
                taken.append(" " * indent + found.group().rstrip())
            elif not line.strip() and taken[-1:] != [""]:
                taken.append("")
        self.next = max(self.next, until)
        return taken

    def _below(self, column: int, indent: int) -> list[str]:
        """Take the comments at the end of a block that stand as deep as it does."""
        end = self.next
        for number in range(self.next, len(self.lines)):
            line = self.lines[number]
            stripped = line.lstrip(" ")
            if stripped.startswith("#") and len(line) - len(stripped) >= max(column, 1):
                end = number + 1
            elif stripped.strip():
                break
        return self._plain_lines(end, indent)


def _name(key: Any, *, in_flow: bool = False) -> str:
    return (
        scalar(key.value, in_flow=in_flow)
        if not key.style
        else quoted(key.value)
        if needs_quotes(key.value, in_flow=in_flow)
        else str(key.value)
    )


def _indented(lines: list[str], indent: str) -> list[str]:
    return [indent + line if line else "" for line in lines]
