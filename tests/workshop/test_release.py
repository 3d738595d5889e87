"""A release carries a bill of materials that is valid and complete, and nothing else that was handed over."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.tools.workflows import can_run_steps, run_steps

MADE_OF = (
    "Makefile",
    "package.json",
    "package-lock.json",
    "pyproject.toml",
    "requirements.txt",
    "requirements-dev.txt",
)


@pytest.fixture(scope="module")
def sbom(root, tmp_path_factory):
    """What `make sbom` makes, in a folder of its own."""
    program = shutil.which("make") or pytest.skip("make is not here")
    folder = tmp_path_factory.mktemp("release")
    for name in MADE_OF:
        shutil.copy(root / name, folder)
    (folder / ".venv").symlink_to(sys.prefix)
    outside = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    # The environment that these tests run in is taken for made.
    made = [f"--old-file=.venv/for-{what}-{version}" for what in ("site", "tests")]
    command = [program, f"PYTHON={sys.executable}", *made, "sbom"]
    subprocess.run(command, cwd=folder, env=outside, check=True, capture_output=True)
    return folder / "sbom"


@pytest.mark.parametrize("name", ["python", "npm"])
def test_the_bill_of_materials_is_valid(sbom, name):
    text = (sbom / f"{name}.cdx.json").read_text("utf-8")
    version = SchemaVersion.from_version(json.loads(text)["specVersion"])
    assert JsonStrictValidator(version).validate_str(text) is None
    assert JsonStrictValidator(version).validate_str(text.replace('"CycloneDX"', '"Other"')) is not None


def test_every_package_from_pypi_stands_in_it_with_its_hashes(root, sbom):
    pins = set(re.findall(r"^([a-z0-9.-]+)==(\S+)", (root / "requirements.txt").read_text("utf-8"), re.MULTILINE))
    components = json.loads((sbom / "python.cdx.json").read_text("utf-8"))["components"]
    assert {(one["name"], one["version"]) for one in components} == pins
    assert all(one["externalReferences"][0]["hashes"] for one in components)


def test_every_package_from_npm_stands_in_it(root, sbom):
    packages = json.loads((root / "package-lock.json").read_text("utf-8"))["packages"]
    pins = {(path.rpartition("node_modules/")[2], package["version"]) for path, package in packages.items() if path}
    bill = json.loads((sbom / "npm.cdx.json").read_text("utf-8"))
    named = {("/".join(filter(None, [one.get("group"), one["name"]])), one["version"]) for one in bill["components"]}
    assert named == pins
    assert bill["metadata"]["component"]["purl"].startswith("pkg:npm/samenwerkpatronen@")


GH = """#!/bin/sh
echo "$*" >> "$CALLS"
[ "$1 $2" != "release view" ] || [ -e "$CALLS.released" ]
"""


class Play:
    """The job that makes the release, with a stand-in for gh."""

    def __init__(self, folder, sbom):
        self.folder, self.calls = folder, folder / "calls"
        self.given = folder / "given"
        shutil.copytree(sbom, self.given)
        (folder / "bin").mkdir()
        (folder / "bin/gh").write_text(GH, "utf-8")
        (folder / "bin/gh").chmod(0o755)

    def release(self):
        environment = os.environ | {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "CALLS": str(self.calls),
            "SBOM": str(self.given),
            "TAG": "v1.0",
        }
        return run_steps("release.yml", "release", self.folder, environment)

    def called(self):
        return self.calls.read_text("utf-8").replace(f"{self.given}/", "").splitlines()


@pytest.fixture
def play(tmp_path, sbom):
    if not can_run_steps():
        pytest.skip("bash or jq is not here")
    return Play(tmp_path, sbom)


FILES = "npm.cdx.json python.cdx.json"


def test_a_tag_becomes_a_release_with_both_files(play):
    assert play.release() == (0, "")
    assert play.called()[1] == f"release create v1.0 {FILES} --verify-tag --title v1.0 --generate-notes"


def test_a_release_that_was_made_before_gets_them_too(play):
    Path(f"{play.calls}.released").touch()
    assert play.release() == (0, "")
    assert play.called()[1] == f"release upload v1.0 {FILES} --clobber"


def another_file(folder):
    (folder / "run.sh").write_text("x", "utf-8")


def a_file_fewer(folder):
    (folder / "npm.cdx.json").unlink()


def a_link(folder):
    (folder / "npm.cdx.json").unlink()
    (folder / "npm.cdx.json").symlink_to(folder / "python.cdx.json")


def a_folder(folder):
    (folder / "npm.cdx.json").unlink()
    (folder / "npm.cdx.json").mkdir()


def no_bill(folder):
    (folder / "npm.cdx.json").write_text('{"bomFormat": "Other", "components": [{}]}', "utf-8")


def no_json(folder):
    (folder / "npm.cdx.json").write_text("#!/bin/sh\ntouch pwned\n", "utf-8")


def an_empty_bill(folder):
    (folder / "npm.cdx.json").write_text('{"bomFormat": "CycloneDX", "components": []}', "utf-8")


def too_much(folder):
    (folder / "npm.cdx.json").write_text('{"bomFormat": "CycloneDX", "components": [1]}' + " " * 11_000_000, "utf-8")


@pytest.mark.parametrize(
    "change", [another_file, a_file_fewer, a_link, a_folder, no_bill, no_json, an_empty_bill, too_much]
)
def test_what_is_no_bill_of_materials_is_refused(play, change):
    change(play.given)
    code, said = play.release()
    assert (code, said.count("::error::")) == (1, 1), said
    assert not play.calls.exists()
