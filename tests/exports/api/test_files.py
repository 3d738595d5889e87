"""The data keeps its promise: each file fits the schema beside it, and names the language as it is."""

import json
import re

import pytest
from jsonschema import Draft202012Validator

from macros.exports.api.files import api_files
from macros.model.editions import EDITIONS


@pytest.fixture(scope="module")
def api(exported):
    folder = exported / "api/v1"
    return {
        path.relative_to(folder).as_posix().removesuffix(".json"): json.loads(path.read_text("utf-8"))
        for path in folder.rglob("*.json")
    }


@pytest.fixture(scope="module")
def fits(api):
    """Returns what in an answer does not fit one of the models of the schema."""
    validators: dict[str, Draft202012Validator] = {}
    Draft202012Validator.check_schema({"$defs": api["schema"]["$defs"]})

    def check(name, model):
        schema = {"$defs": api["schema"]["$defs"], "$ref": f"#/$defs/{model}"}
        validator = validators.setdefault(model, Draft202012Validator(schema))
        return [error.message for error in validator.iter_errors(api[name])]

    return check


def test_the_schema_says_which_definition_describes_each_file(api, fits):
    for name in api.keys() - {"schema"}:
        described = {
            file
            for file in api["schema"]["files"]
            if re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(file)), f"{name}.json")
        }
        assert len(described) == 1, name
        assert fits(name, api["schema"]["files"][described.pop()].removeprefix("#/$defs/")) == []


def test_the_schema_refuses_what_is_none_of_the_files(api):
    validator = Draft202012Validator(api["schema"])
    assert validator.is_valid(api["patterns/70"])
    assert not any(map(validator.is_valid, ({}, [], 7, None, {"id": 70}, {"foo": 1})))


def test_each_pattern_fits_its_schema_and_stands_in_the_list(api, fits, language):
    listed = {entry["id"]: entry for entry in api["patterns"]["patterns"]}
    assert set(listed) == {pattern.id for pattern in language.patterns.values() if pattern.fields.status != "draft"}
    for number, entry in listed.items():
        assert fits(f"patterns/{number}", "Pattern") == []
        whole = api[f"patterns/{number}"]
        assert entry["data"].endswith(f"/api/v1/patterns/{number}.json")
        for edition in EDITIONS:
            assert entry[edition].items() <= whole[edition].items()


def test_a_tie_stands_on_both_sides(api):
    other_side = {"part_of": "contains", "needs": "enables", "leads_to": "follows", "balances": "balances"}
    other_side |= {there: here for here, there in other_side.items()}
    patterns = {number: one for name, one in api.items() for number in [one.get("id")] if name.startswith("patterns/")}
    for number, one in patterns.items():
        for relation in one["relations"]:
            back = [tie["kind"] for tie in patterns[relation["pattern"]]["relations"] if tie["pattern"] == number]
            assert other_side[relation["kind"]] in back


def test_every_number_named_anywhere_has_a_file(api):
    def numbers(value):
        if isinstance(value, dict):
            for field, inner in value.items():
                if field in {"pattern", "patterns", "start", "then", "go_to"}:
                    yield from (one for one in (inner if isinstance(inner, list) else [inner]) if isinstance(one, int))
                yield from numbers(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from numbers(inner)

    named = {number for name, answer in api.items() if name not in {"schema", "version"} for number in numbers(answer)}
    assert {f"patterns/{number}" for number in named} <= set(api)


def test_harm_stays_text_in_the_data(hostile):
    (content,) = [content for address, content in api_files(hostile) if address.endswith("patterns/70.json")]
    told = json.loads(content)["nl"]
    assert (
        told["name"]
        == hostile.language.patterns["no-one-says-no"].fields.of("nl").name.replace("\0", "")[: len(told["name"])]
    )
    assert "\\<script\\>" in told["summary"]


PROMISED = {
    "Pattern": {
        "id",
        "key",
        "chapter",
        "status",
        "confidence",
        "levels",
        "roles",
        "can_start",
        "takes",
        "phases",
        "driving_force",
        "answers",
        "relations",
        "sources",
    },
    "Text": {
        "name",
        "revised",
        "summary",
        "permalink",
        "url",
        "keywords",
        "situations",
        "signals",
        "problem",
        "forces",
        "intervention",
        "run",
        "moves",
        "examples",
        "variants",
        "pitfalls",
        "basis",
        "downloads",
    },
    "Entry": {"id", "key", "chapter", "status", "confidence", "data"},
    "Relation": {"kind", "pattern"},
    "Route": {"key", "steps"},
    "Source": {"key", "title", "title_en", "titles", "date", "kind", "note", "lessons"},
    "Signal": {"key", "signal", "source", "basis", "start", "then"},
    "Version": {"version", "revised", "patterns", "licence", "publisher", "site"},
}
"""What version 1 promises always to be there, whatever languages a text is in: lines are only added here."""


@pytest.mark.parametrize("model", PROMISED)
def test_nothing_promised_has_gone(api, model):
    assert set(api["schema"]["$defs"][model]["required"]) >= PROMISED[model]
