"""The workflow that comments on a pull request, played: its own steps run here, with a stand-in for `gh`."""

import json
import os

import pytest
import yaml
from markdown_it import MarkdownIt

from tests.tools.workflows import can_run_steps, run_steps
from tests.workshop.test_reporting import (
    HOSTILE,
    a_folder,
    a_link,
    a_pipe,
    another_file,
    another_name,
    nothing,
    too_much,
)

GH = """#!/bin/sh
echo "$*" | tr '\\n' ' ' >> "$CALLS"; echo >> "$CALLS"
for last; do :; done
case "$*" in
"pr list"*) jq -r "$last" "$CALLS.open";;
"api --paginate"*) jq -r "$last" "$CALLS.comments";;
*body=@*) cat "${last#body=@}" > "$CALLS.body";;
esac
"""
MARK = "<!-- what the checks found -->"
BOT = {"login": "github-actions[bot]"}

pytestmark = pytest.mark.skipif(not can_run_steps(), reason="bash or jq is not here")


class Play:
    """A runner in a folder of its own, with a pull request 7 whose newest commit is `new`."""

    def __init__(self, folder):
        self.folder = folder
        self.calls = folder / "calls"
        (folder / "bin").mkdir()
        program = folder / "bin/gh"
        program.write_text(GH, "utf-8")
        program.chmod(0o755)
        (folder / "report").mkdir()
        (folder / "report/report.txt").write_text("1 fout.\n", "utf-8")
        self.write("open", [{"number": 5, "headRefOid": "old"}, {"number": 7, "headRefOid": "new"}])
        self.write("comments", [])

    def write(self, name, value):
        (self.folder / f"calls.{name}").write_text(json.dumps(value), "utf-8")

    def run(self, commit="new"):
        environment = os.environ | {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "CALLS": str(self.calls),
            "REPORT": str(self.folder / "report"),
            "GH_REPO": "a/b",
            "RUN": "https://code.example/a/b/actions/runs/7",
            "COMMIT": commit,
        }
        return run_steps("comment.yml", "comment", self.folder, environment)

    def written(self):
        """What was written, and to which address."""
        lines = self.calls.read_text("utf-8").splitlines() if self.calls.exists() else []
        return [line.split("--method ")[1].split(" -F")[0] for line in lines if "--method" in line]

    def body(self):
        return (self.folder / "calls.body").read_bytes().decode("utf-8", "replace")


@pytest.fixture
def play(tmp_path):
    return Play(tmp_path)


def test_the_first_run_writes_a_comment_and_the_next_changes_it(play):
    assert play.run()[0] == 0
    assert play.written() == ["POST repos/a/b/issues/7/comments"]
    assert play.body().startswith(f"{MARK}\n**Wat de controle vond**")
    assert "\n    1 fout.\n" in play.body()
    others = [{"id": 1, "user": {"login": "somebody"}, "body": f"{MARK} mine"}, {"id": 2, "user": BOT, "body": "other"}]
    play.write("comments", [*others, {"id": 3, "user": BOT, "body": play.body()}])
    assert play.run()[0] == 0
    assert play.written()[1:] == ["PATCH repos/a/b/issues/comments/3"]


def test_the_pull_request_is_that_of_the_commit_and_no_other(play):
    code, said = play.run(commit="gone")
    assert (code, said, play.written()) == (0, "No open pull request has this commit any more.\n", [])


@pytest.mark.parametrize("name", HOSTILE)
def test_a_report_is_shown_and_does_nothing(play, name):
    given = HOSTILE[name]
    (play.folder / "report/report.txt").write_bytes(given.encode() if isinstance(given, str) else given)
    assert play.run()[0] == 0
    tokens = [token.type for token in MarkdownIt("gfm-like", {"linkify": False}).parse(play.body())]
    paragraph = ["paragraph_open", "inline", "paragraph_close"]
    assert tokens == ["html_block", *paragraph, "code_block", *paragraph] or tokens[-4:] == ["code_block", *paragraph]
    assert tokens.count("code_block") == 1
    assert not (play.folder / "pwned").exists()


@pytest.mark.parametrize("change", [another_file, another_name, a_folder, a_link, a_pipe, nothing, too_much])
def test_what_is_no_report_is_refused(play, change):
    change(play.folder / "report")
    code, said = play.run()
    assert (code, said.count("::error::")) == (1, 1), said
    assert play.written() == []


def test_it_follows_the_checks_of_pull_requests_alone(root):
    workflows = root / ".github/workflows"
    comment = yaml.safe_load((workflows / "comment.yml").read_text("utf-8"))
    checks = yaml.safe_load((workflows / "checks.yml").read_text("utf-8"))
    assert comment[True] == {"workflow_run": {"workflows": [checks["name"]], "types": ["completed"]}}
    job = comment["jobs"]["comment"]
    assert "event == 'pull_request'" in job["if"]
    assert job["permissions"] == {"actions": "read", "pull-requests": "write"}
    handed = [step["with"]["name"] for step in checks["jobs"]["check"]["steps"] if "upload" in step.get("uses", "")]
    assert handed == ["report", "site"]
    assert job["steps"][0]["with"]["name"] == "report"
