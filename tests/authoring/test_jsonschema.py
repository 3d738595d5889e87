"""The JSON Schema files: what an editor checks and completes is what `check` checks."""

import json
import re
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

from macros.authoring.json_schema import SCHEMA_FOLDER, schemas
from macros.language.reading import CASES as CASES_FOLDER
from macros.language.reading import FRAME_FILES, read_language
from macros.record.revisions import Revision, revision_file
from macros.record.withdrawals import Withdrawal, with_withdrawal
from tests.tools.languages import CASES

ROOT = Path(__file__).parents[2]
DATA_FILES = sorted(ROOT.glob("patterns/**/*.yml"))
PATTERNS = sorted(path for path in ROOT.glob("patterns/*/*.yml") if path.parent.name != CASES_FOLDER)
CASE_FILES = sorted([*ROOT.glob("patterns/cases/*.yml"), *CASES.glob("frame/patterns/cases/*.yml")])


class Editor(yaml.CSafeLoader):
    """Reads YAML as editors do (the core schema of YAML 1.2): numbers, true and false, and days as text."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own way to say it
        first: [(tag, pattern) for tag, pattern in resolvers if tag.rpartition(":")[2] in ("int", "float", "null")]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), ["t", "f"])


def as_an_editor_sees(path):
    return yaml.load(path.read_text("utf-8"), Editor)  # noqa: S506 - a safe loader of our own


def schema(name):
    return jsonschema.Draft202012Validator(json.loads((ROOT / SCHEMA_FOLDER / name).read_text("utf-8")))


def said_of(validator, data):
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]


def test_the_files_are_those_the_models_make():
    vocabulary = read_language(ROOT).language.vocabulary
    assert vocabulary is not None
    committed = {path.name: path.read_text("utf-8") for path in (ROOT / SCHEMA_FOLDER).iterdir()}
    assert committed == schemas(vocabulary), "run: python -m macros schema"


@pytest.mark.parametrize(
    "name", ["pattern.json", "case.json", *(file.replace(".yml", ".json") for file in FRAME_FILES)]
)
def test_each_is_a_json_schema(name):
    jsonschema.Draft202012Validator.check_schema(json.loads((ROOT / SCHEMA_FOLDER / name).read_text("utf-8")))


@pytest.mark.parametrize("path", PATTERNS, ids=lambda path: path.stem)
def test_an_editor_accepts_the_pattern(path):
    assert said_of(schema("pattern.json"), as_an_editor_sees(path)) == []


@pytest.mark.parametrize("path", CASE_FILES, ids=lambda path: path.stem)
def test_an_editor_accepts_the_case(path):
    assert said_of(schema("case.json"), as_an_editor_sees(path)) == []


@pytest.mark.parametrize("name", FRAME_FILES)
def test_an_editor_accepts_the_file_around_them(name):
    assert said_of(schema(name.replace(".yml", ".json")), as_an_editor_sees(ROOT / "patterns" / name)) == []


@pytest.mark.parametrize("path", DATA_FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_each_file_names_its_schema_on_its_first_line(path):
    named = path.read_text("utf-8").partition("\n")[0].removeprefix("# yaml-language-server: $schema=")
    folder, _slash, file = named.rpartition("/")
    assert (path.parent / folder).resolve() == ROOT / SCHEMA_FOLDER
    assert said_of(schema(file), as_an_editor_sees(path)) == []


def test_the_files_that_commands_write_name_their_schemas(tmp_path):
    folder = tmp_path / "patterns" / "revisions"
    folder.mkdir(parents=True)
    revision = Revision(number=3, after={"nl": "2026-11-28"}, changed={"nl": "De naam werd ‘Kies: nu’."}, spelling={})
    (folder / "3.yml").write_text(revision_file(revision), "utf-8")
    withdrawal = Withdrawal(number=3, edition="en", date="2026-11-28", reason="rights", since=date(2026, 11, 29))
    (folder.parent / "withdrawn.yml").write_text(with_withdrawal(None, withdrawal), "utf-8")
    for path, named in (
        (folder / "3.yml", "../schema/revision.json"),
        (folder.parent / "withdrawn.yml", "schema/withdrawn.json"),
    ):
        assert path.read_text("utf-8").startswith(f"# yaml-language-server: $schema={named}\n")
        assert said_of(schema(named.rpartition("/")[2]), as_an_editor_sees(path)) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("unknown-field", "taks"),
        ("missing-field", "takes"),
        ("unknown-word", "meting"),
        ("form-unknown", "shrt"),
        ("id-too-high", "10000"),
        ("relation-kind", "part_of"),
        ("empty-list", "[]"),
        ("slug-way-up", "../../etc"),
        ("full-needs-more", "context"),
        ("empty-field", "name"),
        ("status-unknown", "publised"),
        ("move-for-nobody", "facilitater"),
        ("run-two-steps", "is too short"),
        ("run-kind-unknown", "visite"),
        ("basis-field-unknown", "probleem"),
    ],
)
def test_an_editor_underlines(name, told):
    vocabulary = read_language(CASES / "frame").language.vocabulary
    assert vocabulary is not None
    validator = jsonschema.Draft202012Validator(json.loads(schemas(vocabulary)["pattern.json"]))
    said = said_of(validator, as_an_editor_sees(CASES / "invalid" / f"{name}.yml"))
    assert any(told in one for one in said), said
