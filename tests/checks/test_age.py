"""Of two files with one number, the newer is told to take another: also when its name comes first."""

import os
import shutil
import subprocess

import pytest

from macros.checks import check
from macros.findings.finding import Severity
from macros.record.published_urls import PUBLISHED_URLS
from tests.tools.languages import CASES, small_language

OLD = "patterns/deciding/choose-and-go.yml"
NEW = "patterns/deciding/a-new-one.yml"
NUMBER = "3"


@pytest.fixture
def root(tmp_path):
    """The small language, with a new pattern that has the number of an old one."""
    folder = small_language(tmp_path / "language")
    text = (CASES / "valid" / "short.yml").read_text("utf-8")
    (folder / NEW).write_text(text.replace("id: 10\n", f"id: {NUMBER}\n"), "utf-8")
    os.utime(folder / OLD, (2_000_000_000, 2_000_000_000))
    os.utime(folder / NEW, (1_000_000_000, 1_000_000_000))
    return folder


def blamed(root):
    return [(one.place.path, one.written) for one in check(root).findings if one.rule == "duplicate-id"]


def test_the_file_that_changed_last_is_blamed_where_nothing_else_tells_them_apart(root):
    assert blamed(root) == [(OLD, NUMBER)]


def test_a_file_that_was_never_committed_is_newer(root):
    git = shutil.which("git") or "git"
    for command in (["init", "--quiet"], ["add", OLD], ["commit", "--quiet", "-m", "Begin"]):
        subprocess.run([git, "-c", "user.name=a", "-c", "user.email=a@b.example", "-C", root, *command], check=True)
    assert blamed(root) == [(NEW, NUMBER)]


def test_a_copy_is_blamed_for_all_that_it_repeats(root):
    os.utime(root / OLD, (1_000_000_000, 1_000_000_000))
    (root / NEW).write_bytes((root / OLD).read_bytes())
    errors = [one for one in check(root).findings if one.severity is Severity.ERROR]
    assert {"duplicate-id", "duplicate-name", "lesson-twice", "same-sentence"} <= {one.rule for one in errors}
    assert {one.place.path for one in errors} == {NEW}


def test_what_was_published_under_the_number_keeps_it(root):
    (root / PUBLISHED_URLS).write_text("/patronen/kies-en-ga/ 3\n", "utf-8")
    assert blamed(root) == [(NEW, NUMBER)]
