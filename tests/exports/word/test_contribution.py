"""The Word form asks what the page asks, in fields, between the marks of a message."""

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from macros.contributions.message import begin_mark, end_mark, heading
from macros.contributions.questions import forms
from macros.contributions.received import received
from macros.exports.imprint import Imprint
from macros.exports.word.contribution import contribution_forms
from macros.language.reading import read_language
from macros.model.editions import EDITIONS
from macros.view.labels import Labels
from tests.tools.languages import FRAME


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_question_has_a_field_under_its_heading(edition):
    files = dict(contribution_forms(Imprint(read_language(FRAME).language, edition, "https://patterns.example/")))
    for form, content in zip(forms().values(), files.values(), strict=True):
        document = docx.Document(BytesIO(content))
        lines = [one.text for one in document.paragraphs]
        asked = [heading(one, edition) for one in form.questions]
        begin, end = lines.index(begin_mark(form, edition)), lines.index(end_mark(edition))
        assert lines[begin + 1 : end] == asked
        fields = [one for one in document.element.body if one.tag == qn("w:sdt")]
        assert len(fields) == len(form.questions)
        for field, question in zip(fields, form.questions, strict=True):
            assert field.getprevious().text == heading(question, edition)
            assert field.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None
            shown = "".join(one.text for one in field.iter(qn("w:t")))
            assert shown.endswith(f"({Labels(edition).contribute_may_be_empty})") != question.required
            options = [one.get(qn("w:displayText")) for one in field.iter(qn("w:listItem"))]
            assert options == [one.label[edition] for one in question.choices]


def test_the_form_says_where_to_send_it_and_how_to_tell_it_safely(root):
    imprint = Imprint(read_language(root).language, "nl", "https://patterns.example/")
    for _address, content in contribution_forms(imprint):
        document = docx.Document(BytesIO(content))
        text = "\n".join(one.text for one in document.paragraphs)
        assert "https://patterns.example/draag-bij/" in text
        assert "https://patterns.example/huisregels/#gevaar" in text
        assert "mail" not in text


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_form_that_was_filled_in_is_received(edition):
    imprint = Imprint(read_language(FRAME).language, edition, "https://patterns.example/")
    for form, (_address, content) in zip(forms().values(), contribution_forms(imprint), strict=True):
        assert received(content, "form.docx").contribution is None, "what a field asks is no answer"
        document = docx.Document(BytesIO(content))
        given = {}
        for question in form.questions:
            [field] = [one for one in document.element.body.iter(qn("w:sdt")) if tag_of(one) == question.key]
            about = field.find(qn("w:sdtPr"))
            about.remove(about.find(qn("w:showingPlcHdr")))
            given[question.key] = question.choices[0].key if question.choices else f"Zo ging het met {question.key}."
            next(field.iter(qn("w:t"))).text = question.shown(given[question.key], edition)
        saved = BytesIO()
        document.save(saved)
        contribution = received(saved.getvalue(), "form.docx").contribution
        assert contribution is not None
        assert (contribution.form.key, contribution.edition) == (form.key, edition)
        assert contribution.answers == given


def tag_of(field):
    """The tag of a field."""
    return field.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val"))
