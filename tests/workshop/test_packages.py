"""The pinned packages follow from what is asked for, and no file says where they come from."""

import json
import re
import subprocess

import pytest
from packaging.requirements import Requirement

PAIRS = ["requirements", "requirements-dev", "requirements-successors", "requirements-peers"]
# In two halves, because this file is one of those that are searched.
HOSTS = [
    "".join(halves)
    for halves in [
        ("pypi.", "org"),
        ("python", "hosted"),
        ("npm", "js.org"),
        ("npm", "js.com"),
        ("yarn", "pkg.com"),
        ("deb.", "debian.org"),
        ("archive.", "ubuntu.com"),
        ("unpkg.", "com"),
        ("js", "delivr"),
    ]
]


def asked(root, name):
    lines = (root / f"{name}.in").read_text("utf-8").splitlines()
    plain = (re.sub(r"\s*#.*", "", line).strip() for line in lines)
    return [Requirement(line) for line in plain if line and not line.startswith("-")]


def pinned(root, name):
    text = (root / f"{name}.txt").read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", PAIRS)
def test_every_package_asked_for_is_pinned_within_its_bounds(root, name):
    pins = pinned(root, name)
    for requirement in asked(root, name):
        assert requirement.name in pins, f"{name}.txt lacks {requirement.name}: make lock"
        assert requirement.specifier.contains(pins[requirement.name]), f"{requirement}: make lock"


@pytest.mark.parametrize("name", PAIRS)
def test_every_pin_has_hashes(root, name):
    text = (root / f"{name}.txt").read_text("utf-8")
    entries = re.split(r"^(?=[a-z])", re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE), flags=re.MULTILINE)
    assert [entry for entry in entries if entry and "--hash=sha256:" not in entry] == []


def test_the_tests_run_on_the_versions_the_site_is_built_with(root):
    assert pinned(root, "requirements").items() <= pinned(root, "requirements-dev").items()


@pytest.mark.parametrize("folder", [".", "bench"])
def test_the_packages_from_npm_follow_from_what_is_asked_for(root, folder):
    wanted = json.loads((root / folder / "package.json").read_text("utf-8"))["devDependencies"]
    packages = json.loads((root / folder / "package-lock.json").read_text("utf-8"))["packages"]
    assert packages.pop("")["devDependencies"] == wanted
    assert [name for name, package in packages.items() if not package.get("integrity")] == []


def test_no_file_names_a_package_host(root):
    search = ["git", "grep", "--untracked", "-I", "-i", "-l", "-F", *(f"-e{host}" for host in HOSTS)]
    done = subprocess.run(search, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, ""), done.stderr


def test_npm_keeps_to_the_same_rules_everywhere(root):
    assert (root / "bench" / ".npmrc").read_text("utf-8") == (root / ".npmrc").read_text("utf-8")
