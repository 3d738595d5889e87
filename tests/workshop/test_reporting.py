"""The workflows that ask and report, played: their own steps run here, with stand-ins for `make` and `gh`."""

import json
import os
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.tools.workflows import can_run_steps, run_steps

GH = """#!/bin/sh
for last; do :; done
echo "$*" | tr '\\n' ' ' >> "$CALLS"; echo >> "$CALLS"
case "$*" in
*--body-file*) cat "$last" > "$CALLS.body";;
"issue list"*) jq -r "$(echo "$*" | sed 's/.*--jq //')" "$CALLS.open";;
esac
"""
TITLE = "Links to other sites that no longer answer"
RUN = "https://code.example/a/b/actions/runs/7"

pytestmark = pytest.mark.skipif(not can_run_steps(), reason="bash or jq is not here")


class Play:
    """A runner in a folder of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.calls = folder / "calls"
        self.output = folder / "output"
        self.output.touch()
        self.open([])
        (folder / "bin").mkdir()
        self.program("gh", GH)
        (folder / "report").mkdir()
        (folder / "report/report.txt").write_text("3 asked about\n", "utf-8")

    def program(self, name, text):
        path = self.folder / "bin" / name
        path.write_text(text, "utf-8")
        path.chmod(0o755)

    def open(self, issues):
        Path(f"{self.calls}.open").write_text(json.dumps(issues), "utf-8")

    def run(self, workflow, job, **values):
        """Run the shell steps of a job; returns the code of the first that fails and what was said."""
        environment = os.environ | {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "CALLS": str(self.calls),
            "GITHUB_OUTPUT": str(self.output),
            **values,
        }
        return run_steps(workflow, job, self.folder, environment)

    def report(self, found="true"):
        return self.run("report.yml", "issue", REPORT=str(self.folder / "report"), TITLE=TITLE, FOUND=found, RUN=RUN)

    def called(self):
        """The calls of gh after the first, which lists the issues, each with the name of the body's file left out."""
        lines = self.calls.read_text("utf-8").splitlines() if self.calls.exists() else []
        return [re.sub(r"--body-file \S+", "--body-file", line.strip()) for line in lines[1:]]

    def body(self):
        return Path(f"{self.calls}.body").read_text("utf-8")


@pytest.fixture
def play(tmp_path):
    return Play(tmp_path)


OURS = [{"number": 7, "title": TITLE}]


def test_the_first_report_opens_an_issue(play):
    assert play.report() == (0, "")
    assert play.called() == [f"issue create --title {TITLE} --body-file"]
    assert play.body() == f"    3 asked about\n\n\nMade by [this run]({RUN}).\n"


def test_the_next_report_changes_the_same_issue(play):
    play.open([{"number": 5, "title": f"{TITLE}, I think"}, *OURS])
    assert play.report()[0] == 0
    assert play.called() == ["issue edit 7 --body-file"]


def test_only_issues_of_the_workflows_own_are_changed(play):
    play.report()
    assert "--app github-actions" in play.calls.read_text("utf-8")


def test_when_nothing_is_found_any_more_the_issue_is_closed(play):
    play.open(OURS)
    assert play.report("false")[0] == 0
    assert play.called() == ["issue comment 7 --body-file", "issue close 7"]


def test_when_nothing_was_found_before_either_nothing_happens(play):
    assert play.report("false") == (0, "")
    assert play.called() == []


def test_a_long_report_is_cut_to_what_an_issue_holds(play):
    (play.folder / "report/report.txt").write_text("- a link that does not answer\n" * 4700, "utf-8")
    assert (play.folder / "report/report.txt").stat().st_size > 140_000
    assert play.report()[0] == 0
    assert 59_000 < len(play.body()) < 65_536
    assert play.body().endswith("It was cut here: the artifact *report* of that run holds the rest.\n")


HOSTILE: dict[str, str | bytes] = {
    "backticks": "```\n@everyone\n```\n`$(touch pwned)` ${HOME}\n",
    "a fence of tildes": "~~~~~~\n<img src=https://evil.example/x>\n",
    "commands for the runner": "::set-output name=broken::false\n::add-mask::a\n::error::x\n",
    "a null byte": "a\0b\n@everyone\n",
    "a carriage return": "a\r@everyone\r\n![x](https://evil.example/x)\n",
    "the end of a heredoc": "EOF\nREPORT\n--title x --body y\n",
    "HTML": "</details><script>alert(1)</script>\n\n# @everyone\n",
    "a paragraph after an empty line": "a\n\n\n@everyone #1\n\n- [ ] b\n",
    "one long line": "a`" * 70_000,
    "no text": b"\xff\xfe\x00\xd8@everyone\n\x1b]8;;https://evil.example\x07",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_report_is_shown_and_does_nothing(play, name):
    given = HOSTILE[name]
    data = given.encode() if isinstance(given, str) else given
    (play.folder / "report/report.txt").write_bytes(data)
    assert play.report() == (0, "")
    body = Path(f"{play.calls}.body").read_bytes().decode("utf-8", "replace")
    tokens = [token.type for token in MarkdownIt("gfm-like", {"linkify": False}).parse(body)]
    assert tokens == ["code_block", "paragraph_open", "inline", "paragraph_close"]
    assert not re.search(r"[\0-\x08\x0b-\x1f\x7f]", body)
    assert not (play.folder / "pwned").exists()


def another_file(folder):
    (folder / "run.sh").write_text("x", "utf-8")


def another_name(folder):
    (folder / "report.txt").rename(folder / "::set-output name=a::b")


def a_folder(folder):
    (folder / "report.txt").unlink()
    (folder / "report.txt").mkdir()


def a_link(folder):
    (folder / "report.txt").unlink()
    (folder / "report.txt").symlink_to("/etc/hostname")


def a_pipe(folder):
    (folder / "report.txt").unlink()
    os.mkfifo(folder / "report.txt")


def nothing(folder):
    (folder / "report.txt").write_bytes(b"")


def too_much(folder):
    (folder / "report.txt").write_bytes(b"a" * 1_100_000)


@pytest.mark.parametrize("change", [another_file, another_name, a_folder, a_link, a_pipe, nothing, too_much])
def test_what_is_no_report_is_refused(play, change):
    change(play.folder / "report")
    code, said = play.report()
    assert (code, said.count("::error::")) == (1, 1), said
    assert not play.calls.exists()


CLEAN = "No known vulnerabilities found\nfound 0 vulnerabilities\nfound 0 vulnerabilities\n"
WEAK = (
    "Found 2 known vulnerabilities in 1 package\nName Version\n1 high severity vulnerability\nfound 0 vulnerabilities\n"
)
ANSWERS = {
    "nothing": ("audit.yml", CLEAN, 0, "found=false\n"),
    "weaknesses": ("audit.yml", WEAK, 2, "found=true\n"),
    "weaknesses from npm": (
        "audit.yml",
        CLEAN.rpartition("found 0")[0] + "5 vulnerabilities (1 low, 4 high)\n",
        2,
        "found=true\n",
    ),
    "no answer": ("audit.yml", "ERROR: not found\nnpm error audit endpoint\nfound 0 vulnerabilities\n", 2, ""),
    "links that answer": ("external-links.yml", "3 asked about: 3 answer\n", 0, "broken=false\n"),
    "broken links": ("external-links.yml", "::set-output name=x::y\n3 asked about: 2 answer\n", 2, "broken=true\n"),
    "no report": ("external-links.yml", "No such target\n", 2, ""),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_only_an_answer_counts_as_one(play, name):
    workflow, text, code, output = ANSWERS[name]
    (play.folder / "answer").write_text(text, "utf-8")
    play.program("make", f"#!/bin/sh\ncat answer\nexit {code}\n")
    done, said = play.run(workflow, "ask")
    assert play.output.read_text("utf-8") == output
    assert (done == 0) == bool(output)
    assert "set-output" not in said
    assert (play.folder / "report.txt").read_text("utf-8") == text
