"""The catalogue of messages is complete: what the code asks for is there in every language, and nothing else is."""

import ast
from functools import cache
from pathlib import Path

import pytest

from macros.findings.finding import Finding, Place, among
from macros.findings.messages import LANGUAGES, catalogue, filled, phrase, words_of
from macros.findings.report import sentence

MACROS = Path(__file__).parents[2] / "macros"
MESSAGE_AT = {"Finding": 1, "Fault": 3, "_add": 3, "self._add": 1, "_Refused": 0}
"""Call that makes a finding -> which of its arguments is the id of the message; the holes follow it."""


@cache
def nodes():
    """Every node of the code, with the file it stands in."""
    return [(path, node) for path in MACROS.rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8")))]


@cache
def calls():
    """Every call that makes a finding: its id, the names of its holes where they are written out, and its place."""
    found = []
    for path, node in nodes():
        if not isinstance(node, ast.Call) or ast.unparse(node.func) not in MESSAGE_AT:
            continue
        at = MESSAGE_AT[ast.unparse(node.func)]
        name: ast.expr | None = next(iter(node.args[at:]), None)
        rest = node.args[at + 1 :]
        if isinstance(name, ast.Constant):
            holes = next((one for one in rest if isinstance(one, ast.Dict)), None)
            named = {key.value for key in holes.keys if isinstance(key, ast.Constant)} if holes else None
            found.append((name.value, named, f"{path.relative_to(MACROS)}:{node.lineno}"))
    return found


def test_the_calls_are_found():
    assert len(calls()) > 80


def test_every_id_in_the_code_has_words():
    assert [(name, place) for name, _holes, place in calls() if name not in catalogue()] == []


def test_every_message_is_used():
    strings = {node.value for _path, node in nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert set(catalogue()) - strings == set()


def test_holes_that_are_written_out_are_those_of_the_message():
    wrong = [
        (place, name, holes, catalogue()[name]["en"].holes())
        for name, holes, place in calls()
        if holes is not None and holes != catalogue()[name]["en"].holes()
    ]
    assert wrong == []


@pytest.mark.parametrize("name", catalogue())
def test_a_message_says_the_same_in_every_language(name):
    message = catalogue()[name]
    assert set(message) == set(LANGUAGES)
    first, *others = message.values()
    assert all(one.wrong for one in message.values())
    for other in others:
        assert (other.holes(), bool(other.right)) == (first.holes(), bool(first.right))
    for one in message.values():
        assert not (one.wrong + one.right).endswith(".")
        assert not set("“”") & set(one.wrong + one.right)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hole_without_a_value_is_a_mistake_in_the_code(language):
    with pytest.raises(KeyError):
        words_of(Finding(Place("a.yml"), "duplicate-id"), language)


def test_what_stands_in_a_hole_is_not_read_as_a_hole():
    assert filled("a {b} c", {"b": "{d}"}) == "a {d} c"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_of_a_report_is_there(language):
    for name in ("error", "errors", "warning", "notices", "none", "page", "pages", "written", "nearest", "allowed"):
        assert phrase(name, language)


KEYS = [f"{word}-{number}" for word in ("deur", "tafel", "begin", "samen") for number in range(9)]


@pytest.mark.parametrize(
    ("written", "known", "shown"),
    [
        ("team", ["team", "network"], "did you mean team?; choose from team, network"),
        ("x", ["team", "network"], "choose from team, network"),
        ("x", ["team"], "only team is possible"),
        ("tem", ["team"], "did you mean team?"),
        ("deur-33", KEYS, "did you mean deur-3?"),
        ("dier-tafel", KEYS, "did you mean one of these: "),
        ("qqq", KEYS, ""),
    ],
)
def test_a_wrong_value_gets_the_nearest_ones_or_all_when_they_are_few(written, known, shown):
    finding = Finding(Place("a.yml"), "unknown-source", {}, written, among(written, known))
    said = sentence(finding, "en").partition(f'written: "{written}"')[2].removeprefix("; ")
    assert said == shown or (shown.endswith(": ") and said.startswith(shown))
