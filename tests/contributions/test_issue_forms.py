"""The forms at the host ask what the forms of the page ask, and what they make can be received."""

import pytest
import yaml

from macros.contributions.issue_forms import FOLDER, issue_forms
from macros.contributions.questions import forms
from macros.contributions.reading import read_message


def test_the_files_are_those_that_the_questions_make(root):
    made = issue_forms()
    there = {path.relative_to(root).as_posix() for path in (root / FOLDER).iterdir()}
    assert there == set(made)
    for path, text in made.items():
        assert (root / path).read_text("utf-8") == text, "run python -m macros.contributions.issue_forms"


@pytest.mark.parametrize("text", [*issue_forms().values()], ids=list(issue_forms()))
def test_a_form_is_one_that_github_takes(text):
    form = yaml.safe_load(text)
    assert set(form) == {"name", "description", "labels", "body"}
    fields = [one for one in form["body"] if one["type"] != "markdown"]
    assert len({one["id"] for one in fields}) == len(fields)
    assert len({one["attributes"]["label"] for one in fields}) == len(fields)
    for one in fields:
        options = one["attributes"].get("options", [])
        assert len({str(option) for option in options}) == len(options)
        assert bool(options) == (one["type"] in ("dropdown", "checkboxes"))
        assert "None" not in options, "GitHub keeps this word for itself"


@pytest.mark.parametrize(("key", "text"), [*zip(forms(), issue_forms().values(), strict=True)])
def test_an_issue_that_the_form_makes_is_received(key, text):
    answers, lines = {}, []
    for one in yaml.safe_load(text)["body"]:
        if one["type"] in ("markdown", "checkboxes"):
            continue
        question = forms()[key].question(one["id"])
        options = one["attributes"].get("options")
        answers[question.key] = question.choices[-1].key if options else f"Antwoord {question.number}."
        lines += [f"### {one['attributes']['label']}", "", options[-1] if options else answers[question.key], ""]
    lines += ["### Gebruik / Use", "", "- [X] Ja / Yes"]
    [contribution] = read_message("\n".join(lines)).contributions
    assert contribution.form == key or getattr(contribution.form, "key", "") == key
    assert dict(contribution.answers) == answers
