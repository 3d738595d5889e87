"""The forms for a contribution and their questions, from questions.yml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, cast

from macros.model.editions import EDITIONS, Edition
from macros.yaml.reader import parse

_FILE: Final = Path(__file__).with_name("questions.yml")

Kind = Literal["line", "text", "choice", "pattern"]
Words = Mapping[Edition, str]
"""Words in each edition."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers to choose from.

    Attributes:
        key: the answer as programs keep it.
        label: the answer as people read it.
    """

    key: str
    label: Words


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a form.

    Attributes:
        number: what stands before it in a message; never reused.
        key: its name in code.
        kind: a line, a text of more lines, a choice, or a pattern.
        required: whether a contribution without an answer is incomplete.
        characters: the most that an answer holds.
        fills: the field of a case from practice that the answer goes into; empty when it goes into none.
        copied: whether the answer is copied from the site, so that what stands in it is public.
        label: the question.
        help: what to write; empty when the question says it all.
        choices: the answers of a choice.
    """

    number: int
    key: str
    kind: Kind
    required: bool
    characters: int
    fills: str
    copied: bool
    label: Words
    help: Words
    choices: tuple[Choice, ...]

    @property
    def told(self) -> bool:
        """Whether the answer is a text in the sender's own words."""
        return self.kind == "text" and not self.copied

    def shown(self, answer: str, edition: Edition) -> str:
        """Return an answer as people read it: that of a choice by its label, any other as it is."""
        return next((one.label[edition] for one in self.choices if one.key == answer), answer)


@dataclass(frozen=True, slots=True)
class Form:
    """The questions for one kind of contribution.

    Attributes:
        key: its name in code.
        version: counts up when the questions change.
        words: the most words of all texts together.
        name: what it is called in the mark of a message.
        title: what it is called on the page.
        questions: in order.
    """

    key: str
    version: int
    words: int
    name: Words
    title: Words
    questions: tuple[Question, ...]

    def question(self, key: str) -> Question:
        """Return a question by its key.

        Raises:
            KeyError: when there is none.
        """
        for one in self.questions:
            if one.key == key:
                return one
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class Marks:
    """The words of the marks around the text of a message."""

    begin: Words
    end: Words


@cache
def forms() -> dict[str, Form]:
    """Return the forms by key; the file is our own, so what is wrong in it raises."""
    return {key: _form(key, written) for key, written in _data()["forms"].items()}


@cache
def marks() -> Marks:
    """Return the words of the marks."""
    written = _data()["marks"]
    return Marks(_words(written["begin"]), _words(written["end"]))


@cache
def host_words() -> dict[str, Words]:
    """Return what the forms at the host say besides the questions, by name."""
    return {name: _words(written) for name, written in _data()["host"].items()}


@cache
def _data() -> dict[str, Any]:
    return dict(parse(_FILE.read_bytes(), _FILE.name).data)


def _form(key: str, written: dict[str, Any]) -> Form:
    return Form(
        key=key,
        version=int(written["version"]),
        words=int(written["words"]),
        name=_words(written["name"]),
        title=_words(written["title"]),
        questions=tuple(_question(one) for one in written["questions"]),
    )


def _question(written: dict[str, Any]) -> Question:
    return Question(
        number=int(written["number"]),
        key=written["key"],
        kind=cast(Kind, written["kind"]),
        required=written.get("required") == "true",
        characters=int(written["characters"]),
        fills=written.get("fills", ""),
        copied=written.get("copied") == "true",
        label=_words(written["label"]),
        help=_words(written.get("help", {})),
        choices=tuple(Choice(one["key"], _words(one)) for one in written.get("choices", [])),
    )


def _words(written: dict[str, str]) -> Words:
    return dict.fromkeys(EDITIONS, "") | written
