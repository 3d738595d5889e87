"""`make successors` and `make restore` name every file that differs between two builds, and the line."""

import shutil
import subprocess

import pytest

from tests.tools.comparison import compare
from tests.tools.restore import TAG, check_out, run

GIT = shutil.which("git") or ""


def test_each_file_that_differs_is_named_with_its_line(tmp_path, capsys):
    for folder, files in {
        "today": {"index.html": "<p>one\n<p>two\n", "a/page.html": "same", "feed.xml": ""},
        "later": {"index.html": "<p>one\n<p>three\n", "a/page.html": "same", "worker.js": ""},
    }.items():
        for name, text in files.items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    assert compare(tmp_path / "today", tmp_path / "later", one_name="today", other_name="later") == 3
    assert capsys.readouterr().out.splitlines() == [
        "feed.xml: only today",
        "index.html:2: b'<p>two' became b'<p>three'",
        "worker.js: only later",
        "3 of 4 files differ",
    ]


@pytest.mark.skipif(not GIT, reason="git is not here")
def test_the_drill_builds_from_a_tag_that_only_its_bare_clone_has(tmp_path):
    own, kept, again = tmp_path / "own", tmp_path / "kept.git", tmp_path / "again"
    subprocess.run([GIT, "init", "--quiet", "--initial-branch=main", own], check=True)
    (own / "text.yml").write_text("As committed\n", "utf-8")
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    run("git", "add", "-A", folder=own)
    run("git", *who, "commit", "--quiet", "-m", "Begin", folder=own)
    (own / "left-over.yml").write_text("Not committed\n", "utf-8")
    check_out(kept, again, own)
    assert [path.name for path in again.iterdir() if path.name != ".git"] == ["text.yml"]
    assert run("git", "describe", "--tags", "--exact-match", folder=again).strip() == TAG
    assert run("git", "tag", folder=own) == ""
