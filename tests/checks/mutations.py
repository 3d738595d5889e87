"""Every slip a person can make with one key, value or list item of a YAML file, and what `check` must say of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from pydantic import BaseModel

from macros.model.relation import RELATION_KINDS
from macros.model.translated import written_fields

Loc = tuple[str | int, ...]


@dataclass(frozen=True)
class Mutation:
    """A file with one slip in it.

    Attributes:
        what: the slip, in words, with the way to the place.
        kind: the first word of `what`: delete, empty, misspell, duplicate.
        text: the file with the slip.
        line: where the finding must stand.
        rules: the rules of which one must tell it; empty when there need be no finding.
    """

    what: str
    text: str
    line: int
    rules: frozenset[str]

    @property
    def kind(self) -> str:
        return self.what.split()[0]


REFERENCES: dict[str, str] = {
    r"(levels|roles|can_start|phases|answers)\.\d+": "unknown-word",
    r"takes|driving_force|form|status|.*\.kind|.*\.origin|(?!nl|en).*\.basis": "unknown-word",
    r".*\.(stagnation|level|strong|dry|force|out_of|into|role)": "unknown-word",
    rf"relations\.\d+\.({'|'.join(RELATION_KINDS)})|successor": "unknown-pattern",
    r"routes\..*\.pattern|(matrix|springs|signals|compass)\..*\.(pattern|(start|then|go_to)\.\d+)": "unknown-pattern",
    r"source|(?!.*\bbasis\.).*\.source": "unknown-source",
    r"patterns\.\d+": "unknown-pattern",
    r".*\.case": "unknown-case",
    r"basis\.(ours|partly)\.\d+|.*\.clients": "unknown-word",
    r"sources\.\d+\.lesson|chapters\.\d+\.frames\.\d+\.lesson": "unknown-lesson wrong-value",
    r"id|confidence|.*\.(minutes|open_at)": "wrong-value",
}
"""Way to a value that refers to something -> the rules of which one must tell that it is misspelt."""


def mutations(text: str, model: type[BaseModel]) -> Iterator[Mutation]:
    """Yield every slip in a file that stands as `model` wants it."""
    root: Any = yaml.compose(text, Loader=yaml.CBaseLoader)
    yield from _of_node(text, root, (), root.start_mark.line + 1, model)


def _of_node(text: str, node: Any, loc: Loc, line: int, model: Any) -> Iterator[Mutation]:
    """Yield the slips in the thing at `loc`; `line` is that of its key, or else of its first character."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _of_field(text, node, key, value, loc, line, model)
            inside = _inside(model, key.value)
            yield from _of_node(text, value, (*loc, key.value), key.start_mark.line + 1, inside)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _of_item(text, item, (*loc, index))
            yield from _of_node(text, item, (*loc, index), item.start_mark.line + 1, model)
    else:
        yield from _of_text(text, node, loc)


def _of_field(text: str, node: Any, key: Any, value: Any, loc: Loc, parent: int, model: Any) -> Iterator[Mutation]:
    way = ".".join(map(str, (*loc, key.value)))
    line = key.start_mark.line + 1
    start, end = key.start_mark.index, _end(text, value)
    known = written_fields(model) if model else {}
    needed = (key.value in known and known[key.value].is_required()) or key.value in RELATION_KINDS
    rules = frozenset({"missing-field", "empty-field", "empty", "relation-kind"}) if needed else frozenset[str]()
    yield Mutation(f"delete {way}", _without(text, start, end, flow=node.flow_style), parent, rules)
    name_end = key.end_mark.index
    yield Mutation(
        f"misspell the field {way}",
        f"{text[:name_end]}z{text[name_end:]}",
        line,
        frozenset({"unknown-field" if model else "unknown-word"}),
    )
    if end > name_end + 1:
        emptied = f"{text[: name_end + 1]} {text[end:]}"
        yield Mutation(f"empty {way}", emptied, line, frozenset({"empty-field"}))
    entry = text[start:end]
    if node.flow_style:
        twice, second = f"{text[:end]}, {entry}{text[end:]}", line
    else:
        indent = " " * key.start_mark.column
        twice, second = f"{text[:end]}\n{indent}{entry}{text[end:]}", line + entry.count("\n") + 1
    yield Mutation(f"duplicate {way}", twice, second, frozenset({"duplicate-field"}))


def _of_item(text: str, item: Any, loc: Loc) -> Iterator[Mutation]:
    start, end = item.start_mark.index, _end(text, item)
    line = item.start_mark.line + 1
    entry = text[start:end]
    before = text.rfind("\n", 0, start) + 1
    if re.fullmatch(r"\s*- ", text[before:start]):
        twice, second = f"{text[:end]}\n{text[before:start]}{entry}{text[end:]}", line + entry.count("\n") + 1
    else:
        twice, second = f"{text[:end]}, {entry}{text[end:]}", line
    if isinstance(item, yaml.MappingNode):
        # Of a lesson it is the letter that is told.
        second += sum(key.start_mark.line + 1 - line for key, _value in item.value if key.value == "lesson")
    rules = {"duplicate-item", "duplicate-term", "duplicate-step", "duplicate-cell", "relation-twice", "lesson-twice"}
    if not {"springs", "compass", "frames"} & set(loc):
        yield Mutation(f"duplicate {'.'.join(map(str, loc))}", twice, second, frozenset(rules))


def _of_text(text: str, node: Any, loc: Loc) -> Iterator[Mutation]:
    way = ".".join(map(str, loc))
    start, end = node.start_mark.index, _end(text, node)
    for pattern, wanted in REFERENCES.items():
        if re.fullmatch(pattern, way):
            at = end - 1 if text[end - 1] in "\"'" else end
            wrong = f"{text[:at]}zz{text[at:]}"
            yield Mutation(f"misspell {way}", wrong, node.start_mark.line + 1, frozenset(wanted.split()))
    rules = frozenset({"unknown-pattern"})
    for link in re.finditer(r"\[\[[a-z0-9-]+", text[start:end]):
        at = start + link.end()
        line = text.count("\n", 0, at) + 1
        wrong = f"{text[:at]}-zz{text[at:]}"
        yield Mutation(f"misspell the link {link.group()} in {way}", wrong, line, rules)
        lost = text[: start + link.start() + 2] + text[at:]
        yield Mutation(
            f"delete the key of the link {link.group()} in {way}", lost, line, frozenset({"unknown-pattern"})
        )


def _end(text: str, node: Any) -> int:
    """Where a node's last visible character ends: the marks of blocks reach on to the next thing."""
    end = int(node.end_mark.index)
    if isinstance(node, yaml.ScalarNode) and node.style in ("'", '"'):
        return end
    return len(text[:end].rstrip())


def _without(text: str, start: int, end: int, *, flow: bool) -> str:
    if flow:
        rest = text[end:]
        return (
            text[:start].rstrip() + rest.lstrip()[1:]
            if rest.lstrip().startswith(",")
            else text[:start].rstrip(", ") + rest
        )
    before = text.rfind("\n", 0, start) + 1
    after = text.find("\n", end) + 1 or len(text)
    if not text[before:start].strip():
        return text[:before] + text[after:]
    # The first field of a list item: the next one takes its place behind the dash.
    following = re.match(rf" {{{start - before}}}(?=[^\s-])", text[after:])
    return text[:start] + text[after + following.end() :] if following else text[:start].rstrip() + "\n" + text[after:]


def _inside(model: Any, field: str) -> Any:
    """The model of what a field holds, through lists and what may be left out; None for text."""
    return _model_in(written_fields(model)[field].annotation) if model else None


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, getattr(annotation, "__args__", ()))), None)
