"""What the YAML parser cannot read, told in plain words at the place where a person can mend it."""

import re
from dataclasses import dataclass
from typing import Final

import yaml

_QUOTE = 'put quotation marks around the text, or write it under ">-"'


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that keeps a file from being read.

    Attributes:
        line, column: where, counted from 1.
        message, instead: what is wrong and what would be right.
    """

    line: int
    column: int
    message: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class _Advice:
    """What to say when the parser's problem holds `fragment`.

    Attributes:
        where: what the line must match up to the place of the problem.
        opening: whether the mistake is where the parser began the thing it could not finish.
    """

    fragment: str
    message: str
    instead: str
    where: str = ""
    opening: bool = False


_ADVICE: Final = (
    _Advice("cannot start any token", "a tab cannot be used here", "indent with spaces", where=r"\s*\t$"),
    _Advice("a tab character where", "a tab cannot be used here", "indent with spaces"),
    _Advice("cannot start any token", "this character cannot begin a text", _QUOTE),
    _Advice("did not find expected alphabetic", "this character cannot begin a text", _QUOTE),
    _Advice("did not find expected node content", "this character cannot begin a text", _QUOTE),
    _Advice("did not find expected tag URI", "this character cannot begin a text", _QUOTE),
    _Advice("undefined tag handle", "this character cannot begin a text", _QUOTE),
    _Advice(
        "mapping values are not allowed",
        "the line above this one is not a field",
        'a field is "name: text"; text of several lines goes under "name: >-"',
        where=r"\s*[\w-]+$",
    ),
    _Advice("mapping values are not allowed", "a colon and a space are read as a new field here", _QUOTE),
    _Advice(
        "block sequence entries are not allowed", "a list begins on a line of its own", 'put "- " on the next line'
    ),
    _Advice("expected comment or line break", "text after > or | begins on the next line", "move it down, indented"),
    _Advice(
        "did not find expected key",
        "text goes on after the closing quotation mark",
        'write it under ">-", without quotation marks around it',
        where=r""".*['"].*$""",
    ),
    _Advice("did not find expected key", "text cannot begin with * or &", _QUOTE, where=r".*:\s+[*&]\S+\s.*$"),
    _Advice("did not find expected key", "this line does not fit the lines above it", "check its indentation"),
    _Advice("did not find expected '-'", "this line does not fit the list above it", "check its indentation"),
    _Advice("expected ',' or ']'", "this list is never closed", 'close it with "]"', opening=True),
    _Advice("expected ',' or '}'", "these fields are never closed", 'close them with "}"', opening=True),
    _Advice("unexpected end of stream", "this quotation mark is never closed", "close it", opening=True),
    _Advice("found unexpected ':'", "a field needs a space after its colon", 'write "name: text"'),
    _Advice(
        "could not find expected ':'",
        "a field needs a colon and a space after its name",
        '"name: text"; text of several lines goes under "name: >-"',
        opening=True,
    ),
    _Advice("unknown escape character", "a backslash has a meaning between these quotation marks", r"write \\"),
    _Advice("invalid Unicode character", "there is no such character", "write the character itself"),
    _Advice("expected <document start>", "something stands after the end of the file's fields", "remove it"),
)


def complaint(error: yaml.YAMLError, text: str) -> Complaint:
    """Return what to tell about a parser's error in a text."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None:
        return Complaint(1, 1, f"this is not valid YAML: {problem}")
    lines = text.splitlines()
    before = lines[mark.line][: mark.column] if mark.line < len(lines) else ""
    # The tab itself stands at the place of the problem.
    before += "\t" if mark.line < len(lines) and lines[mark.line][mark.column : mark.column + 1] == "\t" else ""
    for advice in _ADVICE:
        if advice.fragment in problem and (not advice.where or re.match(advice.where, before)):
            at = context if advice.opening and context else mark
            return Complaint(at.line + 1, at.column + 1, advice.message, advice.instead)
    return Complaint(mark.line + 1, mark.column + 1, f"this is not valid YAML: {problem}")
