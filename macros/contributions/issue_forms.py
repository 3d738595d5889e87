"""The forms at the host, for who has an account: each form of a contribution as an issue form of GitHub.

`python -m macros.contributions.issue_forms` writes them; a test compares the files with the questions.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from macros.contributions.questions import Form, Question, forms, host_words
from macros.language.editions import read_editions
from macros.model.editions import EDITIONS

FOLDER: Final = ".github/ISSUE_TEMPLATE"
_FILES: Final = {"story": "example", "correction": "error"}
"""Form -> the name of its file and of the label that its issues get; links lead to it."""
_TYPES: Final = {"line": "input", "pattern": "input", "text": "textarea", "choice": "dropdown"}


def issue_forms() -> dict[str, str]:
    """Return the issue forms: the path of each file, from the repository root, and its text."""
    made = {f"{FOLDER}/{_FILES[key]}.yml": _issue_form(form) for key, form in forms().items()}
    note = "# Made from macros/contributions/questions.yml by python -m macros.contributions.issue_forms\n"
    return {
        path: note + yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=10_000)
        for path, form in made.items()
    }


def _issue_form(form: Form) -> dict[str, Any]:
    licence = {"label": "Gebruik / Use", "options": [{"label": _both(host_words()["licence"]), "required": True}]}
    return {
        "name": _both(form.title),
        "description": _both(host_words()[form.key]),
        "labels": [_FILES[form.key]],
        "body": [
            {
                "type": "markdown",
                "attributes": {"value": "\n\n".join(filter(None, host_words()["public"].values()))},
            },
            *map(_asked, form.questions),
            {"type": "checkboxes", "id": "licence", "attributes": licence},
        ],
    }


def _asked(question: Question) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": _both(question.label)}
    if any(question.help.values()):
        attributes["description"] = _both(question.help)
    if question.choices:
        attributes["options"] = [_both(choice.label) for choice in question.choices]
    asked = {"type": _TYPES[question.kind], "id": question.key, "attributes": attributes}
    return asked | ({"validations": {"required": True}} if question.required else {})


def _both(words: Mapping[str, str]) -> str:
    return " / ".join(dict.fromkeys(words[edition] for edition in EDITIONS if words.get(edition)))


if __name__ == "__main__":
    read_editions(Path())
    for name, text in issue_forms().items():
        Path(name).write_text(text, "utf-8")
