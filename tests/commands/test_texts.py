"""What commands say is in the catalogue in every language, with the same holes, and nothing there is left unused."""

import ast
from pathlib import Path

import pytest

from macros.findings.messages import LANGUAGES, Message, _data, command_text

SPEAKING = Path(__file__).parents[2] / "macros"
TEXTS = _data()["commands"]


def calls():
    """Every call that says something: its id, the names of its holes, and its place."""
    for path in SPEAKING.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in ("say", "command_text"):
                name = node.args[-1]
                assert isinstance(name, ast.Constant), f"{path.name}:{node.lineno}"
                yield name.value, {hole.arg for hole in node.keywords}, f"{path.name}:{node.lineno}"


def test_what_is_said_is_there_with_its_holes():
    said = list(calls())
    assert len(said) > 20
    wrong = [
        (place, name, holes)
        for name, holes, place in said
        if name not in TEXTS or Message(TEXTS[name]["en"]).holes() != holes
    ]
    assert wrong == []


def test_nothing_is_there_that_no_command_says():
    assert set(TEXTS) - {name for name, _holes, _place in calls()} == set()


@pytest.mark.parametrize("name", TEXTS)
def test_it_says_the_same_in_every_language(name):
    assert set(TEXTS[name]) == set(LANGUAGES)
    first, *others = (Message(text).holes() for text in TEXTS[name].values())
    assert [holes for holes in others if holes != first] == []


def test_a_hole_is_filled_with_what_a_person_wrote_as_it_is():
    assert command_text("nl", "named.unknown", key="{near}") == 'er is geen patroon "{near}"'
