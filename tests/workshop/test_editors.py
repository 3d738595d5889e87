"""Editors can work by docs/editors.md: its example is right, and its replies are there in both languages."""

import re

import pytest

from macros.checks import check
from macros.model.case import PracticeCase
from macros.yaml.reader import parse


@pytest.fixture(scope="module")
def guide(root):
    return (root / "docs/editors.md").read_text("utf-8")


def test_the_example_is_a_case_of_patterns_that_exist(root, guide):
    [example] = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    case = PracticeCase.model_validate(dict(parse(example.encode(), "case.yml").data))
    assert set(case.patterns) <= set(check(root).language.patterns)


def test_every_fixed_reply_is_there_in_both_languages(guide):
    replies = re.split(r"(?m)^### ", guide.partition("## Fixed replies")[2])[1:]
    assert [reply.partition("\n")[0] for reply in replies] == [
        "Received",
        "Declined",
        "Published",
        "Danger",
        "Taken down",
    ]
    for reply in replies:
        texts = re.findall(r"(?m)^\n> ", reply)
        assert texts
        assert len(texts) % 2 == 0


def test_whom_to_call_is_the_same_as_on_the_site(root, guide):
    numbers = re.compile(r"0800-\d{4}|\b11[23]\b")
    reply = guide.partition("### Danger")[2].partition("### ")[0]
    for page in ("docs/nl/huisregels.md", "docs/en/house-rules.md"):
        danger = (root / page).read_text("utf-8").partition("{#gevaar}")[2].partition("\n## ")[0]
        assert set(numbers.findall(danger)) == set(numbers.findall(reply))


def test_what_the_guide_and_the_code_of_conduct_link_to_is_there(root):
    for path in ("docs/editors.md", "CODE_OF_CONDUCT.md"):
        file = root / path
        for target in re.findall(r"\]\((?!https:)([^)#]+)", file.read_text("utf-8")):
            assert (file.parent / target).is_file(), f"{path}: {target}"
