"""The questions: numbered once, in both editions, short enough for a mail, into fields that a case has."""

import pytest

from macros.contributions.message import begin_mark, blank, heading, written
from macros.contributions.questions import forms
from macros.model.case import PracticeCase, PracticeCaseText
from macros.model.editions import EDITIONS
from macros.yaml.reader import MAX_TEXT

ALL = [pytest.param(form, one, id=f"{form.key}-{one.key}") for form in forms().values() for one in form.questions]


@pytest.mark.parametrize(("form", "question"), ALL)
def test_a_question_can_be_asked_and_its_answer_kept(form, question):
    assert [one.number for one in form.questions].count(question.number) == 1
    assert [one.key for one in form.questions].count(question.key) == 1
    assert bool(question.choices) == (question.kind == "choice")
    assert 0 < question.characters <= MAX_TEXT
    assert (
        question.fills in {"", "patterns", *PracticeCaseText.model_fields}
        or question.fills in PracticeCase.model_fields
    )
    for edition in EDITIONS:
        assert question.label[edition]
        assert len(heading(question, edition)) <= 60
        assert all(one.label[edition] for one in question.choices)


def test_every_field_that_a_case_must_have_is_filled():
    must = {name for name, field in PracticeCaseText.model_fields.items() if field.is_required()} - {"name"}
    assert must <= {one.fills for one in forms()["story"].questions}


def test_a_message_is_readable_text_between_marks():
    answers = {"stuck": "Het stond\r\ndrie keer op de agenda. \n", "did": "[1] een regel", "naming": "unnamed"}
    assert written(forms()["story"], "nl", answers) == (
        "[begin bijdrage: verhaal, nl, 1]\n\n"
        "[1] Wat liep er vast?\nHet stond\ndrie keer op de agenda.\n\n"
        "[2] Wie deed wat?\n [1] een regel\n\n"
        "[11] Hoe noemen we je?\nhelemaal niet\n\n"
        "[einde bijdrage]\n"
    )


def test_a_message_to_fill_in_holds_every_question():
    form = forms()["correction"]
    text = blank(form, "en")
    assert text.startswith(begin_mark(form, "en") + "\n\n[1] On which page?\n\n\n[2] ")
    assert all(heading(one, "en") in text for one in form.questions)
    assert text.endswith("\n\n[end contribution]\n")
