"""What the YAML parser cannot read, explained at the place where a person can mend it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import yaml

from macros.core.findings import Hole


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that keeps a file from being read.

    Attributes:
        line, column: where, counted from 1.
        message, holes: as in a finding.
    """

    line: int
    column: int
    message: str
    holes: Mapping[str, Hole] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Cause:
    """The message for a problem of the parser that holds `fragment`.

    Attributes:
        where: what the line must match up to the place of the problem.
        opening: whether the mistake is where the parser began the thing it could not finish.
    """

    fragment: str
    message: str
    where: str = ""
    opening: bool = False


_CAUSES: Final = (
    _Cause("cannot start any token", "syntax.tab", where=r"\s*\t$"),
    _Cause("a tab character where", "syntax.tab"),
    _Cause("cannot start any token", "syntax.first-character"),
    _Cause("did not find expected alphabetic", "syntax.first-character"),
    _Cause("did not find expected node content", "syntax.first-character"),
    _Cause("did not find expected tag URI", "syntax.first-character"),
    _Cause("undefined tag handle", "syntax.first-character"),
    _Cause("mapping values are not allowed", "syntax.line-above", where=r"\s*[\w-]+$"),
    _Cause("mapping values are not allowed", "syntax.colon-in-text"),
    _Cause("block sequence entries are not allowed", "syntax.list-on-line"),
    _Cause("expected comment or line break", "syntax.text-after-mark"),
    _Cause("did not find expected key", "syntax.text-after-quote", where=r""".*['"].*$"""),
    _Cause("did not find expected key", "syntax.first-character", where=r".*:\s+[*&]\S+\s.*$"),
    _Cause("did not find expected key", "syntax.line-does-not-fit"),
    _Cause("did not find expected '-'", "syntax.line-not-in-list"),
    _Cause("expected ',' or ']'", "syntax.list-open", opening=True),
    _Cause("expected ',' or '}'", "syntax.fields-open", opening=True),
    _Cause("unexpected end of stream", "syntax.quote-open", opening=True),
    _Cause("found unexpected ':'", "syntax.no-space"),
    _Cause("could not find expected ':'", "syntax.no-colon", opening=True),
    _Cause("unknown escape character", "syntax.backslash"),
    _Cause("invalid Unicode character", "syntax.no-character"),
    _Cause("expected <document start>", "syntax.after-end"),
)


def complaint(error: yaml.YAMLError, text: str) -> Complaint:
    """Return what to report of a parser's error in a text."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None:
        return Complaint(1, 1, "syntax.other", {"problem": problem})
    if problem.startswith("syntax."):  # the id of a message, from our own reader
        return Complaint(mark.line + 1, mark.column + 1, problem)
    lines = text.splitlines()
    before = lines[mark.line][: mark.column] if mark.line < len(lines) else ""
    # The tab itself stands at the place of the problem.
    before += "\t" if mark.line < len(lines) and lines[mark.line][mark.column : mark.column + 1] == "\t" else ""
    for cause in _CAUSES:
        if cause.fragment in problem and (not cause.where or re.match(cause.where, before)):
            at = context if cause.opening and context else mark
            return Complaint(at.line + 1, at.column + 1, cause.message)
    return Complaint(mark.line + 1, mark.column + 1, "syntax.other", {"problem": problem})
