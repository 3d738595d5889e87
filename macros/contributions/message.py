"""A contribution as the text of a message: the same from the page, the Word form and a mail."""

from collections.abc import Iterator, Mapping

from macros.contributions.questions import Form, Question, marks
from macros.model.editions import Edition
from macros.view.labels import Labels


def written(form: Form, edition: Edition, answers: Mapping[str, str]) -> str:
    """Return a contribution as readable text between two marks; a question without an answer is left out.

    Args:
        form: the form that was filled in.
        edition: the language of the form.
        answers: key of a question -> its answer, that of a choice by its key.
    """
    parts = ((one, _lines(one.shown(answers.get(one.key, ""), edition))) for one in form.questions)
    return _between_marks(form, edition, (f"{heading(one, edition)}\n{text}" for one, text in parts if text))


def blank(form: Form, edition: Edition) -> str:
    """Return the message with every question and no answer, to fill in."""
    return _between_marks(form, edition, (f"{heading(one, edition)}\n" for one in form.questions))


def heading(question: Question, edition: Edition) -> str:
    """Return the line above an answer: `[1] Wat liep er vast?`."""
    return f"[{question.number}] {question.label[edition]}"


def placeholder(question: Question, edition: Edition) -> str:
    """Return what the field of a question in a Word form shows until somebody fills it in."""
    words = Labels(edition)
    shown = question.help[edition] or (words.contribute_choose if question.choices else "…")
    return shown if question.required else f"{shown} ({words.contribute_may_be_empty})"


def begin_mark(form: Form, edition: Edition) -> str:
    """Return the line before the answers, which names the form, its language and its version."""
    return f"[{marks().begin[edition]}: {form.name[edition]}, {edition}, {form.version}]"


def end_mark(edition: Edition) -> str:
    """Return the line after the answers."""
    return f"[{marks().end[edition]}]"


def _between_marks(form: Form, edition: Edition, parts: Iterator[str]) -> str:
    return "\n\n".join([begin_mark(form, edition), *parts, end_mark(edition)]) + "\n"


def _lines(answer: str) -> str:
    """Return an answer of which no line can be read as a mark or the heading of a question."""
    lines = (line.strip() for line in answer.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n"))
    return "\n".join(f" {line}" if line.startswith("[") else line for line in lines)
