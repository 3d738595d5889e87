"""Why the YAML parser cannot read a file, explained at the place where a person can mend it.

The parser often notices a slip only some lines later, and says what it expected there. So the lines up to that place
are looked at for the slips that people make (`slips`), and the last one of these explains the error. Only where there
is none does the parser's own problem decide.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

import yaml

from macros.findings.finding import Hole


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
    _Cause("a tab character", "syntax.tab"),
    _Cause("cannot start any token", "syntax.first-character"),
    _Cause("did not find expected alphabetic", "syntax.first-character"),
    _Cause("did not find expected node content", "syntax.first-character"),
    _Cause("did not find expected tag URI", "syntax.first-character"),
    _Cause("undefined tag handle", "syntax.first-character"),
    _Cause("mapping values are not allowed", "syntax.field-too-far", where=r"\s*[\w-]+$"),
    _Cause("mapping values are not allowed", "syntax.colon-in-text"),
    _Cause("block sequence entries are not allowed", "syntax.list-on-line"),
    _Cause("expected comment or line break", "syntax.text-after-mark"),
    _Cause("did not find expected key", "syntax.quotes-in-text", where=r""".*['"].*$"""),
    _Cause("did not find expected key", "syntax.first-character", where=r".*:\s+[*&]\S+\s.*$"),
    _Cause("did not find expected key", "syntax.line-does-not-fit"),
    _Cause("did not find expected '-'", "syntax.line-does-not-fit"),
    _Cause("expected ',' or ']'", "syntax.list-open", opening=True),
    _Cause("expected ',' or '}'", "syntax.fields-open", opening=True),
    _Cause("unexpected end of stream", "syntax.quote-open", opening=True),
    _Cause("found unexpected ':'", "syntax.no-space"),
    _Cause("could not find expected ':'", "syntax.no-colon", opening=True),
    _Cause("unknown escape character", "syntax.backslash"),
    _Cause("invalid Unicode character", "syntax.no-character"),
    _Cause("expected <document start>", "syntax.after-end"),
)

_CLEAR: Final = {"syntax.tab", "syntax.backslash", "syntax.no-character", "syntax.text-after-mark"}
"""Messages for problems of the parser that cannot come from an earlier slip."""

_FIELD: Final = r"[A-Za-z_]\w*"
_BLOCK: Final = re.compile(rf"( *)(?:- +)*(?:{_FIELD} *: *)?[>|][-+0-9]* *$")
"""A line under which text stands as it is: `problem: >-`."""

_SLIPS: Final = (
    ("syntax.dash-without-space", re.compile(r" *()-(?![-\s])[^\W\d]")),
    ("syntax.bullet", re.compile(r" *()(?:[•·●▪◦‣∙+*]|–(?= *[A-Z])) *(?=[^\W\d])")),
    ("syntax.table", re.compile(r" *()\|.*\|\s*$")),
    ("syntax.apostrophe", re.compile(rf" *(?:- +)?(?:{_FIELD}: +)?()'(?:[snrtmk]|[0-9]{{2}})\b(?!')")),
    ("syntax.quotes-in-text", re.compile(rf' *(?:- +)?(?:{_FIELD}: +)?()"[^"\\]*"(?=\s*[^\s:#])')),
    ("syntax.text-after-quote", re.compile(rf" *(?:- +)?(?:{_FIELD}: +)?()'[^']*'(?=\s*[^\s':#])")),
    ("syntax.first-character", re.compile(rf" *(?:- +)?(?:{_FIELD}: +)?()\[[^\[\]]*\](?=\s*[^\s,\]}}#])")),
    ("syntax.first-character", re.compile(rf" *(?:- +)?(?:{_FIELD}: +)?()\[\[[^\[\]]*\]\](?=\s*[^\s,\]}}#])")),
    ("syntax.no-name", re.compile(r" *(?:- +)?():(?= )")),
    ("syntax.odd-space", re.compile(rf" *(?:-|{_FIELD}:)()[^\S \t]")),
    ("syntax.no-colon", re.compile(rf" *(?:- +)?(){_FIELD} *=(?!=)")),
    ("comment-in-text", re.compile(rf" *(?:- +)?(?:{_FIELD}: +)?(?![\s\"'\[{{>|#]).*?()(?<=\s)#")),
    ("syntax.colon-in-text", re.compile(rf" *(?:- +)?(?:{_FIELD}: +)(?![\s\"'\[{{>|&*!]).*?()(?<=\S):(?=\s|$)")),
    ("syntax.colon-in-text", re.compile(r" *(?:- +)?(?![\s\"'\[{>|#-])[^\s:]+ [^:]*?()(?<=\S):(?=\s|$)")),
)
"""Message -> what a line with that slip matches; the empty group stands where the slip is."""


def slips(text: str) -> Iterator[Complaint]:
    """Yield the slips in the lines of a text, in order; the lines of blocks are text and have none."""
    block = -1
    listed: list[int] = []
    for number, line in enumerate(text.splitlines(), 1):
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or indent > block >= 0:
            continue
        opened = _BLOCK.match(line)
        block = len(opened[1]) if opened else -1
        yield from _slips_in(line, number)
        listed = [one for one in listed if one <= indent]
        if line.lstrip().startswith("- "):
            listed = [*(one for one in listed if one < indent), indent]
        elif indent in listed and not re.match(rf" *{_FIELD}:(\s|$)| *[#-]", line):
            yield Complaint(number, indent + 1, "syntax.no-dash")


def _slips_in(line: str, number: int) -> Iterator[Complaint]:
    if line.lstrip().startswith("#"):
        return
    for message, slip in _SLIPS:
        if found := slip.match(line):
            yield Complaint(number, found.start(1) + 1, message)
            return


def complaint(error: yaml.YAMLError, text: str) -> Complaint:
    """Return what to report of a parser's error in a text."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None:
        return Complaint(1, 1, "syntax.other", {"problem": problem})
    if problem.startswith("syntax."):  # the id of a message, from our own reader
        return Complaint(mark.line + 1, mark.column + 1, problem)
    by_parser = _by_parser(problem, mark, context, text)
    # A quotation mark that is never closed is noticed at the end of the file.
    last = by_parser.line if by_parser.message == "syntax.quote-open" else mark.line + 1
    first = last if by_parser.message in _CLEAR else 1
    before = [slip for slip in slips(text) if first <= slip.line <= last]
    return before[-1] if before else by_parser


def _by_parser(problem: str, mark: yaml.Mark, context: yaml.Mark | None, text: str) -> Complaint:
    lines = text.splitlines()
    before = lines[mark.line][: mark.column] if mark.line < len(lines) else ""
    # The tab itself stands at the place of the problem.
    before += "\t" if mark.line < len(lines) and lines[mark.line][mark.column : mark.column + 1] == "\t" else ""
    for cause in _CAUSES:
        if cause.fragment in problem and (not cause.where or re.match(cause.where, before)):
            at = context if cause.opening and context else mark
            line = lines[at.line] if at.line < len(lines) else ""
            return Complaint(at.line + 1, at.column + 1, _refined(cause.message, line))
    return Complaint(mark.line + 1, mark.column + 1, "syntax.other", {"problem": problem})


def _refined(message: str, line: str) -> str:
    """Return the message that fits the line: a sentence is no field whose colon was forgotten."""
    words = line.split()
    if message == "syntax.no-colon" and words and (words[0] != words[0].lower() or len(words) > _FEW):
        return "syntax.loose-line"
    return message


_FEW: Final = 4
"""A line with more words than this is no field whose colon was forgotten."""
