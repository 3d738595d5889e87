"""A contribution read from the text of a message, however programs have wrapped, quoted and spaced it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from macros.contributions.message import placeholder
from macros.contributions.questions import Form, Question, forms, marks
from macros.contributions.unwrapping import unwrapped
from macros.findings.finding import Finding, Place, Severity, among
from macros.model.editions import EDITIONS, Edition
from macros.text.characters import HIDDEN

NO_PLACE: Final = Place("")
"""Where a file has no lines that a person could go to; who knows the file puts its place there."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What somebody sent in.

    Attributes:
        form: the form that was filled in.
        edition: the language of the form.
        answers: key of a question -> its answer, lines and paragraphs kept; that of a choice by its key where known.
    """

    form: Form
    edition: Edition
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Message:
    """What a text holds.

    Attributes:
        contributions: those that differ, in order.
        findings: what is wrong, at no place yet.
    """

    contributions: list[Contribution] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def plain(text: str) -> str:
    """Return a text with ordinary spaces and line ends, and without what no reader sees."""
    text = re.sub(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text)
    text = HIDDEN.sub("", re.sub(r"[^\S\n]", " ", text))
    return unicodedata.normalize("NFC", text)


def read_message(text: str) -> Message:
    """Return the contributions between the marks of a text, or under the headings of an issue's form."""
    lines = plain(text).split("\n")
    begun = [(at, match) for at, line in enumerate(lines) if (match := _BEGIN.search(line))]
    if not begun:
        return _unmarked(lines)
    message = Message()
    for index, (at, match) in enumerate(begun):
        until = begun[index + 1][0] if index + 1 < len(begun) else len(lines)
        form, edition, findings = _named(match)
        message.findings.extend(findings)
        if form and edition:
            body, more = _body(lines[at + 1 : until], match)
            answers = {key: unwrapped(under, body) for key, under in _sections(body, form).items()}
            contribution, strange = _contribution(form, edition, answers)
            if contribution not in message.contributions:
                message.contributions.append(contribution)
                message.findings.extend([*more, *strange])
    return message


def _words(words: str) -> str:
    """Return an expression for words, whatever white space and capitals they are written with."""
    return r"\s+".join(re.escape(word) for word in words.split())


def _in_any_language(words: Mapping[Edition, str]) -> str:
    return "|".join(_words(one.rstrip("?")) for one in words.values() if one)


_BEGIN: Final = re.compile(
    rf"^(?P<quote>(?:\s?>)*+\s?)(?P<before>.*?)\[\s*(?:{_in_any_language(marks().begin)})\s*:(?P<named>[^\]]{{0,200}})\]",
    re.IGNORECASE,
)
"""No step back over quotation marks, and a name of a bounded length: a line may hold any number of either."""
_DEEPEST_QUOTE: Final = 50
"""Of a message that was answered so often."""
_END: Final = re.compile(rf"^\[\s*(?:{_in_any_language(marks().end)})\s*\]", re.IGNORECASE)


def _named(match: re.Match[str]) -> tuple[Form | None, Edition | None, list[Finding]]:
    """Return the form and the edition that a mark names, or what is wrong with it."""
    written = match.group().strip()
    parts = [part.strip().casefold() for part in match["named"].split(",")]
    name, code, version = [*parts, "", "", ""][:3]
    names = {words.casefold(): one for one in forms().values() for words in one.name.values() if words}
    form = names.get(name)
    codes = [one for one, words in form.name.items() if words] if form else []
    edition = next((one for one in codes if one == code), None)
    if not form:
        return None, None, [Finding(NO_PLACE, "received.form", {}, written, among(name, names))]
    if not edition:
        return None, None, [Finding(NO_PLACE, "received.edition", {}, written, among(code, codes))]
    if not version.isdecimal() or not 1 <= int(version[:6]) <= form.version:
        return None, None, [Finding(NO_PLACE, "received.version", {"version": form.version}, written)]
    return form, edition, []


def _body(lines: list[str], begin: re.Match[str]) -> tuple[list[str], list[Finding]]:
    """Return the lines up to the mark that ends them, without the quotation marks that the first mark has too."""
    depth = min(begin["quote"].count(">"), _DEEPEST_QUOTE)
    quote = re.compile(rf"^(?:\s?>){{0,{depth}}}+\s?" if depth else "")
    body = [quote.sub("", line, count=1) for line in lines]
    # The last one: a program may have dropped the space before one that the sender wrote.
    ends = [at for at, line in enumerate(body) if _END.match(line)]
    if ends:
        return body[: ends[-1]], []
    return body, [Finding(NO_PLACE, "received.no-end", {}, begin.group().strip(), severity=Severity.WARNING)]


def _heading(question: Question) -> re.Pattern[str]:
    """Return what the heading of a question looks like, in any language; what comes behind it is the answer's."""
    labels = _in_any_language(question.label)
    return re.compile(rf"\[\s?{question.number}\s?\]\s*(?:(?:{labels})(?!\w)\s*\??|$)", re.IGNORECASE)


def _sections(lines: list[str], form: Form) -> dict[str, list[str]]:
    """Return the lines under each heading. The headings follow in order: what looks like an earlier one is text."""
    headings = [(question, _heading(question)) for question in form.questions]
    found: dict[str, list[str]] = {}
    under: list[str] = []
    for line in lines:
        # A line of the sender that begins like a heading was written with a space before it.
        match = next(((at, one) for at, (_, heading) in enumerate(headings) if (one := heading.match(line))), None)
        if match is None:
            under.append(line.strip())
            continue
        at, heading = match
        under = found[headings[at][0].key] = []
        headings = headings[at + 1 :]
        if rest := line[heading.end() :].strip():
            under.append(rest)
    return found


def _contribution(form: Form, edition: Edition, answers: Mapping[str, str]) -> tuple[Contribution, list[Finding]]:
    """Return a contribution with the answer to a choice as its key, and a finding for each that is none of them."""
    known: dict[str, str] = {}
    findings: list[Finding] = []
    for question in form.questions:
        answer = answers.get(question.key, "")
        # A program that does not know the fields of the Word form keeps what they show while they are empty.
        if answer in {placeholder(question, one) for one in EDITIONS}:
            answer = ""
        if question.kind == "choice" and answer:
            chosen = _chosen(question, answer)
            if not chosen:
                labels = [one.label[edition] for one in question.choices]
                holes = {"question": question.label[edition]}
                findings.append(
                    Finding(NO_PLACE, "received.choice", holes, answer, among(answer, labels), Severity.WARNING)
                )
            answer = chosen or answer
        if answer:
            known[question.key] = answer
    return Contribution(form, edition, known), findings


def _chosen(question: Question, answer: str) -> str:
    """Return the key of the choice that an answer names: alone, in both languages, or as the one that is ticked."""
    ticked = [line.lstrip(_TICKED + " ") for line in answer.split("\n") if line.startswith(tuple(_TICKED))]
    written = ticked[0] if len(ticked) == 1 else answer
    named = {_loose(label): one.key for one in question.choices for label in one.label.values()}
    parts = [written, *written.split(" / ")]
    return next((named[_loose(part)] for part in parts if _loose(part) in named), "")


_TICKED: Final = "☒☑✓✔"


def _loose(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


_ISSUE_HEADING: Final = re.compile(r"#{2,4}\s+(.+)$")
_NO_ANSWER: Final = re.compile(r"\s*_?(?:no response|geen antwoord)_?\s*", re.IGNORECASE)


def _unmarked(lines: list[str]) -> Message:
    """Return the contribution under the headings of an issue's form, or of a message that has lost its marks.

    It is of the form whose questions they are.
    """
    best: tuple[Form, dict[str, list[str]]] | None = None
    for form in forms().values():
        for sections in (_issue_sections(lines, form), _sections([_QUOTE.sub("", one) for one in lines], form)):
            if len(sections) > (len(best[1]) if best else 1):
                best = form, sections
    if best is None:
        return Message()
    form, sections = best
    answers = {key: unwrapped(under, lines) for key, under in sections.items()}
    answers = {key: answer for key, answer in answers.items() if answer and not _NO_ANSWER.fullmatch(answer)}
    contribution, findings = _contribution(form, _edition_of(form, lines), answers)
    if not any(_ISSUE_HEADING.match(line) for line in lines):
        findings.insert(0, Finding(NO_PLACE, "received.no-marks", severity=Severity.WARNING))
    return Message([contribution], findings)


_QUOTE: Final = re.compile(r"^(?:\s?>)*+\s?")


def _issue_sections(lines: list[str], form: Form) -> dict[str, list[str]]:
    """Return the lines under each heading of an issue that is one of a form's questions."""
    labels = {_loose(label): one.key for one in form.questions for label in one.label.values() if label}
    found: dict[str, list[str]] = {}
    under: list[str] = []
    for line in lines:
        heading = _ISSUE_HEADING.match(line)
        title = heading[1].rstrip().rstrip("#").rstrip() if heading else ""
        parts = [title, *title.split(" / ")] if heading else []
        key = next((labels[_loose(part)] for part in parts if _loose(part) in labels), "")
        if key and key not in found:
            under = found[key] = []
        else:
            under.append(line.strip())
    return {key: _without_ticked(under) for key, under in found.items()}


def _without_ticked(lines: list[str]) -> list[str]:
    """Return the lines of an answer without a question behind it of which the form asks only to tick boxes."""
    for at, line in enumerate(lines):
        rest = [one for one in lines[at + 1 :] if one]
        if _ISSUE_HEADING.match(line) and rest and all(_BOX.match(one) for one in rest):
            return lines[:at]
    return lines


_BOX: Final = re.compile(r"- \[[ xX]\] ")


def _edition_of(form: Form, lines: list[str]) -> Edition:
    """Return the language whose labels stand in most headings; the first one where both stand in each."""
    loose = [_loose(line) for line in lines]

    def count(edition: Edition) -> int:
        labels = [_loose(one.label.get(edition, "")) for one in form.questions]
        return sum(any(label and label in line for line in loose) for label in labels)

    return max(form.name, key=count)
