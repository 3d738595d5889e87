"""The calls of macros in a page, read with Jinja's own lexer, and whatever else a template could do there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from jinja2 import Environment, TemplateSyntaxError
from jinja2 import lexer as jinja

from macros.findings.finding import NO_ADVICE, Advice, Hole, did_you_mean
from macros.written_pages.macro_signatures import MACROS

COMMENT: Final = ("{##", "##}")
"""The marks of comments, as mkdocs.yml sets them; those of calls and statements are Jinja's own."""
OPENINGS: Final = ("{{", "{%", COMMENT[0])
"""What Jinja takes for the beginning of something else than text."""
_LEXER: Final = Environment(comment_start_string=COMMENT[0], comment_end_string=COMMENT[1])  # noqa: S701 - lexes only
_ENDS: Final = {
    jinja.TOKEN_VARIABLE_BEGIN: jinja.TOKEN_VARIABLE_END,
    jinja.TOKEN_BLOCK_BEGIN: jinja.TOKEN_BLOCK_END,
    jinja.TOKEN_RAW_BEGIN: jinja.TOKEN_RAW_END,
    jinja.TOKEN_COMMENT_BEGIN: jinja.TOKEN_COMMENT_END,
}
_NUMBERS: Final = {jinja.TOKEN_INTEGER, jinja.TOKEN_FLOAT}
_BOOLEANS: Final = {"true", "false", "True", "False"}
_NOT_PLAIN: Final = re.compile(r"[\\\n\r]|\{\{|\{%|\{##")
"""What a text may not hold: an escape could hide anything, and a title taken from it could be a template again."""
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a call.

    Attributes:
        name: the parameter that it names; empty when its place tells.
        text: the text between the quotation marks; None for a number, true or false.
        start: where the text (or the number or word) begins in the page.
    """

    name: str
    text: str | None
    start: int


@dataclass(frozen=True, slots=True)
class Call:
    """One call: the name of the macro, its arguments, and where it begins and ends in the page, braces included."""

    name: str
    arguments: tuple[Argument, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Misuse:
    """Something in a page that is no call of a macro: where it begins, and the parts of a finding."""

    start: int
    message: str
    written: str
    holes: Mapping[str, Hole]
    advice: Advice


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    value: str
    start: int


class _NoCallError(Exception):
    """What stands between the braces is no call: where in the page it goes wrong, and the message."""

    def __init__(self, start: int, message: str, advice: Advice = NO_ADVICE, **holes: Hole) -> None:
        super().__init__(message)
        self.start, self.message, self.advice, self.holes = start, message, advice, holes


def read_calls(text: str) -> tuple[list[Call], list[Misuse]]:
    """Return the calls of macros in a page, and everything else in it that Jinja would act on.

    Args:
        text: the page, with plain line breaks.
    """
    calls: list[Call] = []
    wrong: list[Misuse] = []
    opening: _Token | None = None
    inside: list[_Token] = []

    def refuse(no_call: _NoCallError) -> None:
        written = _excerpt(text, opening.start if opening else no_call.start)
        wrong.append(Misuse(no_call.start, no_call.message, written, no_call.holes, no_call.advice))

    try:
        for token in _tokens(text):
            if opening is None:
                if token.kind in _ENDS:
                    opening, inside = token, []
            elif token.kind == _ENDS[opening.kind]:
                try:
                    calls.append(_call(opening, inside, token))
                except _NoCallError as no_call:
                    refuse(no_call)
                opening = None
            else:
                inside.append(token)
    except TemplateSyntaxError:
        refuse(_NoCallError(opening.start if opening else len(text), "page-code.unreadable"))
    else:
        if opening:
            refuse(_NoCallError(opening.start, "page-code.open"))
    return calls, wrong


def _tokens(text: str) -> Iterator[_Token]:
    """Yield the tokens that Jinja finds, each with its place."""
    place = 0
    for _line, kind, value in _LEXER.lex(text):
        # The lexer leaves out white space that a template strips.
        start = text.find(value, place)
        if start < 0:
            start = place
        yield _Token(kind, value, start)
        place = start + len(value)


def _call(opening: _Token, inside: list[_Token], end: _Token) -> Call:
    if opening.kind == jinja.TOKEN_COMMENT_BEGIN:
        raise _NoCallError(opening.start, "page-code.comment")
    if opening.kind != jinja.TOKEN_VARIABLE_BEGIN:
        raise _NoCallError(opening.start, "page-code.statement")
    for brace, plain in ((opening, "{{"), (end, "}}")):
        if brace.value != plain:
            raise _NoCallError(brace.start, "page-code.braces", found=brace.value.strip())
    tokens = [token for token in inside if token.kind != jinja.TOKEN_WHITESPACE]
    name = tokens[0] if tokens else end
    if name.kind == jinja.TOKEN_NAME and name.value == "config":
        raise _NoCallError(opening.start, "page-code.config")
    if name.kind != jinja.TOKEN_NAME or len(tokens) < 2 or tokens[1].value != "(":  # noqa: PLR2004 - name and bracket
        near = did_you_mean(name.value, [f"{macro.name}(…)" for macro in MACROS.values()])
        raise _NoCallError(opening.start, "page-code.call", Advice((near,) if near else ()))
    arguments, rest = _arguments(tokens[2:], end)
    if rest:
        raise _NoCallError(rest[0].start, "page-code.after", found=rest[0].value)
    return Call(name.value, tuple(arguments), opening.start, end.start + len(end.value))


def _arguments(tokens: list[_Token], end: _Token) -> tuple[list[Argument], list[_Token]]:
    """Return the arguments up to the closing bracket, and the tokens after it."""
    arguments: list[Argument] = []
    at = 0
    while at < len(tokens) and tokens[at].value != ")":
        if arguments:
            if tokens[at].value != ",":
                raise _NoCallError(tokens[at].start, "page-code.comma", found=tokens[at].value)
            at += 1
        named = at + 1 < len(tokens) and tokens[at].kind == jinja.TOKEN_NAME and tokens[at + 1].value == "="
        name = tokens[at].value if named else ""
        at += 2 if named else 0
        arguments.append(_argument(name, tokens[at] if at < len(tokens) else end))
        at += 1
    if at >= len(tokens):
        raise _NoCallError(end.start, "page-code.open")
    return arguments, tokens[at + 1 :]


def _argument(name: str, token: _Token) -> Argument:
    if token.kind == jinja.TOKEN_STRING:
        text = token.value[1:-1]
        if odd := _NOT_PLAIN.search(text):
            raise _NoCallError(token.start + 1 + odd.start(), "page-code.text", found=odd.group())
        return Argument(name, text, token.start + 1)
    if token.kind in _NUMBERS or (token.kind == jinja.TOKEN_NAME and token.value in _BOOLEANS):
        return Argument(name, None, token.start)
    raise _NoCallError(token.start, "page-code.argument", found=token.value)


def _excerpt(text: str, start: int) -> str:
    """Return what stands in the page from a place on: to the closing braces or the end of the line, and no more."""
    line = text[start : start + _LONGEST].partition("\n")[0]
    end = line.find("}}")
    return line[: end + 2] if end >= 0 else line
