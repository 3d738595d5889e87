"""What an editor finds in .vscode: valid settings, the schema of every file, and snippets that make valid YAML."""

import json
import re

import jsonschema
import pytest
import yaml

from macros.authoring.json_schema import SCHEMA_FOLDER, schemas
from macros.language.reading import read_language
from macros.model.relation import RELATION_KINDS

FOLDER = ".vscode"
SNIPPETS = "samenwerkpatronen.code-snippets"
PATTERN = "patterns/steering-and-deciding/no-one-says-no.yml"
AT = {
    "signal": (PATTERN, "pattern.json", ("nl", "signals")),
    "force": (PATTERN, "pattern.json", ("nl", "forces")),
    "relation": (PATTERN, "pattern.json", ("relations",)),
    "source": (PATTERN, "pattern.json", ("sources",)),
    "case": (PATTERN, "pattern.json", ("nl", "examples")),
    "scene": (PATTERN, "pattern.json", ("nl", "examples")),
    "variant": (PATTERN, "pattern.json", ("nl", "variants")),
    "pitfall": (PATTERN, "pattern.json", ("nl", "pitfalls")),
    "step": ("patterns/routes.yml", "routes.json", ("routes", 0, "steps")),
    "term": ("patterns/glossary.yml", "glossary.json", ("terms",)),
    "lesson": ("patterns/sources.yml", "sources.json", ("sources", 0, "lessons")),
}
"""Snippet -> a file of the language, its schema, and the list in it that the snippet adds to."""
_PLACE = re.compile(r"\$\{\d+(?:\|([^|]*)\||:([^}]*))\}|\$\d+")


@pytest.fixture(scope="module")
def snippets(root):
    return json.loads((root / FOLDER / SNIPPETS).read_text("utf-8"))


def expanded(snippet):
    """Every text that a snippet can make: once for each of the values that an editor offers."""
    body = "\n".join(snippet["body"])
    most = max(len((choices or "").split(",")) for choices, _text in _PLACE.findall(body))
    for number in range(most):

        def value(match, number=number):
            choices = (match[1] or "").split(",")
            return choices[number % len(choices)] or match[2] or ""

        yield _PLACE.sub(value, body)


@pytest.mark.parametrize("name", ["extensions.json", "settings.json", SNIPPETS])
def test_each_file_is_json(root, name):
    assert isinstance(json.loads((root / FOLDER / name).read_text("utf-8")), dict)


def test_git_keeps_them(root):
    ignored = (root / ".gitignore").read_text("utf-8").splitlines()
    assert ".vscode/" not in ignored


def test_the_extension_that_reads_the_schemas_is_recommended(root):
    recommended = json.loads((root / FOLDER / "extensions.json").read_text("utf-8"))["recommendations"]
    assert "redhat.vscode-yaml" in recommended
    assert all(re.fullmatch(r"[a-z0-9-]+\.[a-z0-9-]+", one) for one in recommended)


def test_each_file_of_the_language_has_the_schema_that_it_names(root):
    mapped = json.loads((root / FOLDER / "settings.json").read_text("utf-8"))["yaml.schemas"]
    given = {
        path: schema.removeprefix("./")
        for schema, globs in mapped.items()
        for glob in ([globs] if isinstance(globs, str) else globs)
        for path in root.glob(glob)
    }
    named = {}
    for path in root.glob("patterns/**/*.yml"):
        line = path.read_text("utf-8").partition("\n")[0]
        schema = (path.parent / line.rpartition("=")[2]).resolve().relative_to(root.resolve())
        named[path] = schema.as_posix()
    assert given == named
    vocabulary = read_language(root).language.vocabulary
    assert vocabulary
    assert {f"./{SCHEMA_FOLDER}/{name}" for name in schemas(vocabulary)} - set(mapped) == set()


def test_the_editor_writes_what_the_repository_keeps(root):
    """The same as .editorconfig, for whoever has not installed its extension."""
    settings = json.loads((root / FOLDER / "settings.json").read_text("utf-8"))
    assert settings["files.encoding"] == "utf8"
    assert settings["files.eol"] == "\n"
    assert settings["files.insertFinalNewline"] is settings["files.trimTrailingWhitespace"] is True
    assert settings["[yaml]"]["editor.tabSize"] == 2
    assert settings["[yaml]"]["editor.insertSpaces"] is True
    assert settings["yaml.format.enable"] is False, "a formatter would lay every text out anew"


def test_every_snippet_that_makes_a_list_item_is_tried(snippets):
    assert {name for name, snippet in snippets.items() if snippet["body"][0].startswith("- ")} == set(AT)


@pytest.mark.parametrize("name", AT)
def test_what_a_snippet_makes_is_valid(root, snippets, name):
    file, schema, way = AT[name]
    vocabulary = read_language(root).language.vocabulary
    assert vocabulary
    validator = jsonschema.Draft202012Validator(json.loads(schemas(vocabulary)[schema]))
    made = [yaml.load(text, yaml.BaseLoader) for text in expanded(snippets[name])]  # noqa: S506 - builds text only
    for [item] in made:
        data = yaml.safe_load((root / file).read_text("utf-8"))
        where = data
        for step in way[:-1]:
            where = where[step]
        if isinstance(where, dict):
            where[way[-1]] = [*where.get(way[-1], []), item]
        assert [error.message for error in validator.iter_errors(data) if way[-1] in error.json_path] == []


def test_snippets_offer_what_there_is_to_choose(root, snippets):
    def offered(name):
        return next(choices for choices, _text in _PLACE.findall("\n".join(snippets[name]["body"]))).split(",")

    sources = read_language(root).language.sources
    assert sources
    assert offered("relation") == list(RELATION_KINDS)
    assert offered("source") == [source.key for source in sources.sources]


def test_snippets_do_not_share_a_prefix(snippets):
    prefixes = [prefix for snippet in snippets.values() for prefix in snippet["prefix"]]
    assert len(prefixes) == len(set(prefixes))
    assert all(snippet["description"] and snippet["scope"] for snippet in snippets.values())
