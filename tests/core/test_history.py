"""The ledger against what git remembers: a published line may not go, and without git nothing is asked."""

import shutil
import subprocess

import pytest

from macros.core.checks import check
from macros.core.history import bases, text_at, texts_over_time
from tests.tools.languages import small_language

LEDGER = "published-urls.txt"
GIT = shutil.which("git") or ""

pytestmark = pytest.mark.skipif(not GIT, reason="git is not here")


class Repository:
    """A small language under git, with a ledger."""

    def __init__(self, folder):
        self.folder = small_language(folder)
        self.git("init", "--quiet", "--initial-branch=main")
        self.publish("/p/1/ 1", "/p/2/ 2")

    def git(self, *arguments):
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run([GIT, "-C", self.folder, *who, *arguments], check=True, capture_output=True)

    def write(self, *lines):
        (self.folder / LEDGER).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    def publish(self, *lines):
        self.write(*lines)
        self.git("add", "-A")
        self.git("commit", "--quiet", "-m", "Publish")

    def removed(self):
        """The lines that `check` asks back."""
        found = [one for one in check(self.folder).findings if one.rule == "ledger-line-removed"]
        return [(one.place.line, one.holes["line"]) for one in found]


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path / "language")


def test_a_line_removed_since_the_last_commit(repository):
    repository.write("/p/2/ 2")
    assert repository.removed() == [(1, "/p/1/ 1")]


def test_a_number_that_changed_on_a_line(repository):
    repository.write("/p/1/ 1", "/p/2/ 3")
    assert repository.removed() == [(2, "/p/2/ 2")]


def test_a_line_removed_in_a_commit_on_a_branch(repository):
    repository.git("switch", "--quiet", "-c", "work")
    repository.publish("/p/1/ 1")
    repository.publish("/p/1/ 1", "/p/3/ 3")
    assert repository.removed() == [(2, "/p/2/ 2")]


def test_a_line_that_only_the_branch_had_may_go(repository):
    repository.git("switch", "--quiet", "-c", "work")
    repository.publish("/p/1/ 1", "/p/2/ 2", "/p/3/ 3")
    repository.publish("/p/1/ 1", "/p/2/ 2")
    assert repository.removed() == []


def test_a_line_removed_in_the_last_commit_on_main(repository):
    repository.publish("/p/2/ 2")
    assert repository.removed() == [(1, "/p/1/ 1")]


def test_only_the_merge_of_a_pull_request_was_fetched(repository, tmp_path):
    """As a workflow does: two commits deep, without a name for the main branch."""
    repository.git("switch", "--quiet", "-c", "work")
    repository.publish("/p/2/ 2")
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "-m", "Merge", "work")
    repository.git("branch", "--quiet", "-m", "main", "elsewhere")
    shallow = tmp_path / "shallow"
    subprocess.run(
        [GIT, "clone", "--quiet", "--depth=2", f"file://{repository.folder}", shallow],
        check=True,
        capture_output=True,
    )
    repository.folder = shallow
    repository.git("checkout", "--quiet", "--detach")
    repository.git("branch", "--quiet", "-D", "elsewhere")
    repository.git("remote", "remove", "origin")
    assert repository.removed() == [(1, "/p/1/ 1")]


def test_lines_that_were_added_are_fine(repository):
    repository.write("/p/1/ 1", "/p/2/ 2", "/p/3/ 3")
    assert repository.removed() == []


def test_every_state_of_the_ledger_can_be_read_back(repository):
    repository.publish("/p/1/ 1", "/p/2/ 2", "/p/3/ 3")
    assert [text.count("\n") for text in texts_over_time(repository.folder, LEDGER)] == [3, 2]


def test_without_git_there_is_nothing_to_compare(tmp_path, monkeypatch):
    folder = small_language(tmp_path / "language")
    assert (bases(folder), text_at(folder, "HEAD", LEDGER)) == ([], "")
    (folder / ".git").mkdir()
    assert bases(folder) == []
    monkeypatch.setenv("PATH", "")
    assert bases(folder) == []
    assert [one for one in check(folder).findings if one.place.path == LEDGER] == []


def test_a_repository_without_a_commit(tmp_path):
    folder = small_language(tmp_path / "language")
    subprocess.run([GIT, "-C", folder, "init", "--quiet"], check=True, capture_output=True)
    assert bases(folder) == []
