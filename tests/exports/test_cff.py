"""The repository says how to cite it, as the Citation File Format 1.2.0 asks, and as pyproject.toml has it."""

import tomllib

import yaml

REQUIRED = {"authors", "cff-version", "message", "title"}


def test_the_citation_file_agrees_with_the_project(root):
    told = yaml.safe_load((root / "CITATION.cff").read_text("utf-8"))
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    assert set(told) >= REQUIRED
    assert told["cff-version"] == "1.2.0"
    assert told["version"] == project["version"]
    assert [author["name"] for author in told["authors"]] == [author["name"] for author in project["authors"]]
    assert project["license"] in told["license"]
