"""The lists of inputs: each is in the manifest, tried by a test, and together they are many."""

import re

import pytest
import yaml

from macros.checks import check
from macros.checks.reported import MAX_OF_A_CHECK, first_findings
from macros.findings.finding import Severity
from tests.hostile.payloads import FOLDER, payloads
from tests.tools.languages import small_language

LEAST = 400
MANIFEST = yaml.safe_load((FOLDER / "manifest.yml").read_text("utf-8"))


def test_every_list_is_in_the_manifest():
    assert {path.stem for path in FOLDER.glob("*.yml")} - {"manifest"} == set(MANIFEST)


def test_every_list_is_tried():
    for name, entry in MANIFEST.items():
        assert re.search(rf'"{name}(\.yml)?"', (FOLDER.parent / entry["tried_by"]).read_text("utf-8")), name


def test_there_are_many_inputs():
    counts = {name: len({repr(payload) for _attacks, payload in payloads(name)}) for name in MANIFEST}
    print(", ".join(f"{name} {count}" for name, count in counts.items()), "in all", sum(counts.values()))
    assert sum(counts.values()) >= LEAST
    assert min(counts.values()) >= 10


@pytest.fixture
def root(tmp_path):
    return small_language(tmp_path / "language")


def test_the_limit_of_a_check_is_one(root):
    (root / "docs/nl/Twee.png").touch()
    findings = check(root).findings[:1]
    first = first_findings(iter(findings * (MAX_OF_A_CHECK * 2)))
    assert len(first) == MAX_OF_A_CHECK + 1
    assert first[-1].severity is Severity.ERROR


def test_warnings_alone_never_become_an_error(root):
    warnings = [one for one in check(root).findings if one.severity is Severity.WARNING][:1]
    first = first_findings(iter(warnings * (MAX_OF_A_CHECK * 2)))
    assert {one.severity for one in first} == {Severity.WARNING}
