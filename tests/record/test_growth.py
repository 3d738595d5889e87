"""The record against what git remembers: what was published may not go, and only publishing adds to it."""

import re
import shutil
import subprocess
from datetime import date, timedelta

import pytest

from macros.__main__ import main
from macros.checks import check
from macros.findings.finding import Severity
from macros.record.clock import EARLIEST, LATEST, now_in_the_netherlands, today
from macros.record.git_history import accepted, file_days, texts_over_time
from macros.record.published_text import text_file
from macros.record.published_urls import HEAD, PUBLISHED_URLS
from tests.tools.languages import small_language
from tests.tools.publishing import publish_texts

GIT = shutil.which("git") or ""
FILE = "patterns/deciding/choose-and-go.yml"

pytestmark = pytest.mark.skipif(not GIT, reason="git is not here")


class Repository:
    """A small language under git, published today."""

    def __init__(self, folder, record=HEAD):
        self.folder = small_language(folder)
        self.today = now_in_the_netherlands()
        self.git("init", "--quiet", "--initial-branch=main")
        (self.folder / PUBLISHED_URLS).write_text(record, "utf-8")
        self.commit("Begin")
        self.write("/p/1/ 1", "/p/2/ 2")
        publish_texts(self.folder, self.today)
        self.commit("Publish")

    def git(self, *arguments):
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        done = subprocess.run([GIT, "-C", self.folder, *who, *arguments], check=True, capture_output=True, text=True)
        return done.stdout

    def write(self, *lines):
        (self.folder / PUBLISHED_URLS).write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")

    def edit(self, before, after, path=FILE):
        text = (self.folder / path).read_text("utf-8")
        assert before in text
        (self.folder / path).write_text(text.replace(before, after), "utf-8")

    def commit(self, subject="Change"):
        self.git("add", "-A")
        self.git("commit", "--quiet", "--allow-empty", "-m", subject)

    def branch(self):
        self.git("switch", "--quiet", "-c", "work")

    def text(self, number=3, edition="nl"):
        return self.folder / f"patterns/versions/{number}/{edition}/{self.today}.json"

    def errors(self):
        return [one.message for one in check(self.folder).findings if one.severity is Severity.ERROR]

    def asked_back(self):
        return [one.holes["line"] for one in check(self.folder).findings if one.message == "published-url-removed"]


@pytest.fixture
def repository(tmp_path):
    made = Repository(tmp_path / "language")
    assert made.errors() == []
    return made


def test_a_line_removed_since_the_last_commit(repository):
    repository.write("/p/2/ 2")
    assert repository.asked_back() == ["/p/1/ 1"]


def test_a_number_that_changed_on_a_line(repository):
    repository.write("/p/1/ 1", "/p/2/ 3")
    assert repository.asked_back() == ["/p/2/ 2"]


def test_a_line_removed_two_commits_before(repository):
    repository.write("/p/2/ 2")
    repository.commit()
    repository.commit()
    repository.commit()
    assert repository.asked_back() == ["/p/1/ 1"]


def test_a_line_removed_in_a_commit_on_a_branch(repository):
    repository.branch()
    repository.write("/p/1/ 1")
    repository.commit()
    repository.commit()
    assert repository.asked_back() == ["/p/2/ 2"]


def test_a_line_that_only_the_branch_had_may_go(repository):
    repository.branch()
    repository.write("/p/1/ 1", "/p/2/ 2", "/p/3/ 3")
    repository.commit()
    repository.write("/p/1/ 1", "/p/2/ 2")
    repository.commit()
    assert repository.errors() == []


def test_lines_of_a_ledger_that_began_otherwise_are_no_promise(tmp_path):
    repository = Repository(tmp_path / "language", "# Of before\n/p/2/ 2\n/p/4/ 4\n")
    assert repository.errors() == []
    repository.write("/p/1/ 1")
    assert repository.asked_back() == ["/p/2/ 2"]


def test_the_ledger_keeps_its_first_line(repository):
    (repository.folder / PUBLISHED_URLS).write_text("# Another\n/p/1/ 1\n/p/2/ 2\n", "utf-8")
    assert repository.errors() == ["published-url-line.first"]


def test_only_the_merge_of_a_pull_request_was_fetched(repository, tmp_path):
    """As a workflow can do: two commits deep, without a name for the main branch."""
    repository.branch()
    repository.write("/p/2/ 2")
    repository.commit()
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
    assert repository.asked_back() == ["/p/1/ 1"]


@pytest.mark.parametrize("committed", [False, True])
def test_a_text_that_was_removed(repository, committed):
    repository.text().unlink()
    if committed:
        repository.commit()
        repository.commit()
    assert repository.errors() == ["record-removed"]


@pytest.mark.parametrize("committed", [False, True])
def test_a_text_that_was_edited(repository, committed):
    repository.text().write_text(repository.text().read_text("utf-8").replace('"number"', ' "number"'), "utf-8")
    if committed:
        repository.commit()
        repository.commit()
    assert repository.errors() == ["record-changed.since"]


def test_a_change_of_a_text_leaves_the_record_alone_and_passes(repository):
    repository.branch()
    repository.edit("Kies iets en ga door.", "Kies vandaag iets en ga door.")
    repository.commit()
    assert repository.errors() == []


def test_what_publishing_writes_passes_on_the_branch_of_the_recorder(repository):
    repository.edit("Kies iets en ga door.", "Kies vandaag iets en ga door.")
    repository.commit()
    repository.branch()
    publish_texts(repository.folder, repository.today)
    repository.write("/p/1/ 1", "/p/2/ 2", "/p/3/ 3")
    assert repository.errors() == []
    repository.commit()
    assert repository.errors() == []


def test_a_text_that_was_live_and_has_changed_since_passes_too(repository):
    """A publication died before it was recorded, and the pattern changed and got another key before the next one."""
    repository.edit("Kies iets en ga door.", "Kies, zie [[look-first]].")
    repository.commit()
    repository.branch()
    (live,) = publish_texts(repository.folder, repository.today)
    content = (repository.folder / live.path).read_text("utf-8")
    repository.git("clean", "-qfd")
    repository.git("switch", "-q", "main")
    repository.git("mv", "patterns/seeking/look-first.yml", "patterns/seeking/look-around.yml")
    repository.edit("[[look-first]]", "[[look-around]] en kies")
    for path in [*repository.folder.rglob("*.yml"), *repository.folder.rglob("*.md")]:
        path.write_text(path.read_text("utf-8").replace("look-first", "look-around"), "utf-8")
    repository.commit()
    repository.git("branch", "-D", "work")
    repository.branch()
    (repository.folder / live.path).write_text(content, "utf-8")
    repository.commit()
    assert [one for one in repository.errors() if one.startswith("record")] == []


@pytest.mark.parametrize(("words", "refused"), [("Kies vandaag.", []), ("Koop bij ons.", ["record-forged"])])
def test_a_text_that_was_live_before_the_fields_changed_is_known_by_its_words(repository, words, refused):
    """A publication died before it was recorded, and the fields of a pattern got other names before the next one."""
    before = (repository.folder / FILE).read_text("utf-8")
    repository.edit("Kies iets en ga door.", words)
    (live,) = publish_texts(repository.folder, repository.today)
    content = (repository.folder / live.path).read_text("utf-8")
    repository.git("clean", "-qfd")
    then = before.replace("Kies iets en ga door.", "Kies vandaag.").replace("\n  problem:", "\n  trouble:")
    (repository.folder / FILE).write_text(then, "utf-8")
    repository.commit()
    (repository.folder / FILE).write_text(before, "utf-8")
    repository.commit()
    repository.branch()
    (repository.folder / live.path).write_text(content, "utf-8")
    repository.commit()
    assert [one for one in repository.errors() if one.startswith("record")] == refused


def test_a_withdrawn_text_may_lose_its_words_and_stays_withdrawn(repository):
    repository.branch()
    assert main(["--root", str(repository.folder), "withdraw", "3", "--reason", "privacy"]) == 0
    repository.commit()
    assert repository.errors() == []
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "work")
    (repository.folder / "patterns/withdrawn.yml").unlink()
    assert sorted(repository.errors()) == [
        *["record-changed.since"] * 2,
        *["record-empty"] * 2,
        "withdrawal-removed",
    ]


def test_a_text_together_with_another_change_is_refused(repository):
    repository.branch()
    repository.edit("Kies iets en ga door.", "Kies vandaag iets en ga door.")
    publish_texts(repository.folder, repository.today)
    repository.commit()
    assert "record-by-hand" in repository.errors()


def test_an_address_together_with_another_change_is_refused(repository):
    repository.branch()
    repository.edit("confidence: 0", "confidence: 1")
    repository.write("/p/1/ 1", "/p/2/ 2", "/patronen/gekaapt/ 2")
    repository.commit()
    assert "record-by-hand" in repository.errors()


def test_an_invented_text_is_refused_though_nothing_else_changes(repository):
    repository.branch()
    before = (repository.folder / FILE).read_bytes()
    repository.edit("Kies iets en ga door.", "Koop bij ons.")
    publish_texts(repository.folder, repository.today)
    (repository.folder / FILE).write_bytes(before)
    repository.commit()
    assert repository.errors() == ["record-forged"]


def test_a_true_text_under_a_day_before_it_was_written_is_refused(repository):
    repository.edit("Kies iets en ga door.", "Kies vandaag iets en ga door.")
    repository.commit()
    repository.branch()
    (text,) = publish_texts(repository.folder, repository.today)
    earlier = text.model_copy(update={"date": str(repository.today - timedelta(days=1))})
    (repository.folder / text.path).unlink()
    (repository.folder / earlier.path).write_text(text_file(earlier), "utf-8")
    repository.commit()
    assert "record-forged" in repository.errors()


def test_the_day_of_a_file_is_that_of_its_last_commit(repository):
    assert file_days(repository.folder)[FILE] == repository.today


def test_without_git_there_is_nothing_to_compare(tmp_path, monkeypatch):
    folder = small_language(tmp_path / "language")
    assert (accepted(folder), file_days(folder)) == ("", {})
    (folder / ".git").mkdir()
    assert accepted(folder) == ""
    monkeypatch.setenv("PATH", "")
    assert accepted(folder) == ""
    assert [one for one in check(folder).findings if one.place.path == PUBLISHED_URLS] == []


def test_a_repository_without_a_commit(tmp_path):
    folder = small_language(tmp_path / "language")
    subprocess.run([GIT, "-C", folder, "init", "--quiet"], check=True, capture_output=True)
    assert accepted(folder) == ""


def test_the_days_are_those_of_the_netherlands(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796511600")
    assert today() == date(2026, 12, 6)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796511599")
    assert today() == date(2026, 12, 5)


@pytest.mark.parametrize(
    ("seconds", "day"), [("-1", EARLIEST), ("1", EARLIEST), ("9" * 12, LATEST), ("9" * 30, LATEST)]
)
def test_any_moment_has_a_day_that_every_format_can_carry(monkeypatch, seconds, day):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    assert today() == day


@pytest.mark.parametrize(("seconds", "day"), [("0", EARLIEST), ("4102488000", LATEST), ("9" * 17, LATEST)])
def test_a_commit_may_name_any_moment(repository, seconds, day):
    repository.edit("Kies iets en ga door.", "Kies iets.")
    repository.commit()
    made = subprocess.run(
        [GIT, "-C", repository.folder, "hash-object", "-t", "commit", "-w", "--literally", "--stdin"],
        input=re.sub(r"(?<=> )[0-9]+", seconds, repository.git("cat-file", "commit", "HEAD")),
        capture_output=True,
        text=True,
        check=True,
    )
    repository.git("reset", "--hard", made.stdout.strip())
    assert file_days(repository.folder)[FILE] == day
    assert next(texts_over_time(repository.folder, FILE)).day == day
