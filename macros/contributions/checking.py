"""What is wrong, or may be, in the answers of a contribution: the form on the site says the same in a browser.

A finding's path is the key of the question, and its line and column stand in the answer.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from macros.checks.jargon import jargon_in
from macros.checks.lengths import WORD
from macros.checks.prose import faults_in
from macros.contributions.questions import Form, Question
from macros.contributions.signals import Sign, name_of, signs_in_all
from macros.findings.finding import Finding, Hole, Place, Severity
from macros.model.editions import Edition

MOST_READ: Final = 10_000
"""Characters of an answer that are read: five times what it may hold. A whole book would stop the page."""
_MINE: Final = frozenset({"name", "role"})
"""Ways of being named that need words."""


def findings_in(form: Form, edition: Edition, answers: Mapping[str, str]) -> list[Finding]:
    """Return what a sender should see before sending, by question and place.

    Args:
        form: the form that was filled in.
        edition: the language of the form, in which signs are named.
        answers: key of a question -> its answer, that of a choice by its key.
    """
    given = [answers.get(question.key, "").strip() for question in form.questions]
    read = [answer[:MOST_READ] if one.told else "" for one, answer in zip(form.questions, given, strict=True)]
    found: list[Finding] = []
    for question, answer, text, signs in zip(form.questions, given, read, signs_in_all(read), strict=True):
        found += _of_one(question, answer)
        if question.told:
            found += _of_text(question, edition, text, signs)
    found += _of_all(form, answers)
    order = {question.key: place for place, question in enumerate(form.questions)}
    return sorted(found, key=lambda one: (order[one.place.path], one.place.line, one.place.column, one.message))


def count_words(text: str) -> int:
    """Return how many words a text has."""
    return len(WORD.findall(text))


def _of_one(question: Question, answer: str) -> Iterator[Finding]:
    if question.required and not answer:
        yield Finding(Place(question.key), "contribution.missing")
    if len(answer) > question.characters:
        yield _finding(question.key, "contribution.characters", {"count": len(answer), "most": question.characters})


def _of_text(question: Question, edition: Edition, answer: str, signs: list[Sign]) -> Iterator[Finding]:
    for message, written in faults_in(answer):
        yield Finding(_place(question, answer, answer.find(written)), message, written=written)
    for start, word in jargon_in(answer, edition):
        yield Finding(_place(question, answer, start), "jargon.told", written=word, severity=Severity.WARNING)
    for sign in signs:
        yield Finding(
            _place(question, answer, sign.start),
            "contribution.identifying",
            {"kind": name_of(sign.kind, edition)},
            answer[sign.start : sign.end],
            severity=Severity.WARNING,
        )


def _of_all(form: Form, answers: Mapping[str, str]) -> Iterator[Finding]:
    texts = [one for one in form.questions if one.told]
    words = sum(count_words(answers.get(one.key, "")) for one in texts)
    if words > form.words:
        yield _finding(texts[0].key, "contribution.words", {"count": words, "most": form.words}, Severity.WARNING)
    named, name = answers.get("naming"), answers.get("name", "").strip()
    if named in _MINE and not name:
        yield _finding("name", "contribution.no-name", {}, Severity.WARNING)
    if named == "unnamed" and name:
        yield _finding("name", "contribution.name-unasked", {}, Severity.WARNING)


def _finding(key: str, message: str, holes: dict[str, Hole], severity: Severity = Severity.ERROR) -> Finding:
    return Finding(Place(key), message, holes, severity=severity)


def _place(question: Question, answer: str, at: int) -> Place:
    before = answer[: max(at, 0)].split("\n")
    return Place(question.key, len(before), len(before[-1]) + 1)
