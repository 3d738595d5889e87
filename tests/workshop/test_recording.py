"""Publishing played on local repositories: the workflow's own steps bring what was published to the main branch.

A host is a folder that holds the record of the live site. Pages are left out: they take long and record nothing more.
"""

import json
import os
import shutil
import stat
import subprocess
from datetime import date

import pytest

from macros.__main__ import main
from macros.checks import check
from macros.commands import publish
from macros.findings.finding import Severity
from macros.language.reading import read_language
from macros.record import clock
from macros.record.published_urls import HEAD, PUBLISHED_URLS, read_published_urls
from macros.site.site_record import write_live_record
from tests.tools.languages import small_language
from tests.tools.workflows import can_run_steps, run_steps

GIT = shutil.which("git") or ""
FILE = "patterns/deciding/choose-and-go.yml"
TEXT = "patterns/versions/3/nl/{}.json"
REFUSE = """#!/bin/sh
while read -r old new ref; do
  [ "$ref" != refs/heads/main ] || { echo "main is protected"; exit 1; }
done
"""
OVERTAKE = """#!/bin/sh
unset GIT_QUARANTINE_PATH
if [ ! -e overtaken ]; then
  touch overtaken
  git update-ref refs/heads/main refs/heads/other
  exit 1
fi
"""
GH = """#!/bin/sh
echo "$*" >> "$GH_LOG"
case "$*" in "pr list"*) cat "$GH_LOG.open" 2>/dev/null || echo 0;; esac
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (GIT and can_run_steps()), reason="git, bash or jq is not here"),
]


class Play:
    """A main branch on a server, a live site, and who publishes."""

    def __init__(self, folder, monkeypatch):
        self.folder, self.monkeypatch = folder, monkeypatch
        self.live = folder / "live.json"
        self.server = folder / "server.git"
        self.count = 0
        seed = small_language(folder / "seed")
        (seed / PUBLISHED_URLS).write_text(HEAD, "utf-8")
        self.git(seed, "init", "--quiet", "--initial-branch=main")
        self.git(seed, "add", "-A")
        self.git(seed, "commit", "--quiet", "-m", "Begin")
        self.git(folder, "clone", "--quiet", "--bare", "seed", self.server)
        self.on(date(2026, 11, 28))
        monkeypatch.setattr(publish, "_build", self.build)
        bin_folder = folder / "bin"
        bin_folder.mkdir()
        (bin_folder / "gh").write_text(GH, "utf-8")
        (bin_folder / "gh").chmod(0o755)

    def git(self, folder, *arguments):
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        command = [GIT, "-C", folder, *who, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def on(self, day):
        self.monkeypatch.setattr(publish, "today", lambda: day)
        self.monkeypatch.setattr(clock, "now_in_the_netherlands", lambda: date(2040, 1, 1))
        self.monkeypatch.setattr("macros.checks.published.now_in_the_netherlands", lambda: date(2040, 1, 1))

    def build(self, root, _language):
        language = read_language(root).language
        for pattern in language.patterns.values():
            for edition in ("", "en/"):
                page = root / "site" / f"{edition}p/{pattern.id}/index.html"
                page.parent.mkdir(parents=True, exist_ok=True)
                page.write_text("", "utf-8")
        write_live_record(root / "site", language)

    def clone(self):
        self.count += 1
        folder = self.folder / f"clone-{self.count}"
        self.git(self.folder, "clone", "--quiet", self.server, folder)
        return folder

    def edit(self, before, after, path=FILE):
        """Change a text on main, as a merged pull request does."""
        folder = self.clone()
        text = (folder / path).read_text("utf-8")
        assert before in text
        (folder / path).write_text(text.replace(before, after), "utf-8")
        self.git(folder, "commit", "--quiet", "-am", "Edit")
        self.git(folder, "push", "--quiet")

    def built(self):
        """The build of the workflow; returns the clone with the site and the changes."""
        folder = self.clone()
        where = ["--live", str(self.live)] if self.live.exists() else ["--first"]
        assert main(["--root", str(folder), "publish", *where, "--changes", str(folder / "changes")]) == 0
        return folder

    def deployed(self, built):
        shutil.copyfile(built / "site/api/v1/record.json", self.live)

    def recorded(self, built, changes=None):
        """Run the steps of the job that writes to main, in a checkout of its own; returns code and output."""
        folder = self.clone()
        self.log = self.folder / "gh.log"
        environment = os.environ | {
            "CHANGES": str(changes or built / "changes"),
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "GH_LOG": str(self.log),
        }
        return run_steps("deploy.yml", "record", folder, environment)

    def hook(self, text):
        path = self.server / "hooks/pre-receive"
        path.write_text(text, "utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def main(self):
        """The texts and the addresses that main has; nothing in it is wrong."""
        folder = self.clone()
        findings = [one for one in check(folder).findings if one.severity is Severity.ERROR]
        assert findings == []
        record = read_language(folder).language.record
        return {text.path for text in record}, {str(one) for one in read_published_urls(folder).entries.values()}

    def on_live(self):
        live = json.loads(self.live.read_text("utf-8"))
        texts = {f"patterns/versions/{one['number']}/{one['edition']}/{one['date']}.json" for one in live["texts"]}
        return texts, set(live["addresses"])


@pytest.fixture
def play(tmp_path, monkeypatch):
    return Play(tmp_path, monkeypatch)


def test_a_first_publication_and_a_second(play):
    built = play.built()
    play.deployed(built)
    assert play.recorded(built)[0] == 0
    assert play.main() == play.on_live()
    texts, addresses = play.main()
    assert TEXT.format("2026-11-28") in texts
    assert {"/p/3/ 3", "/en/p/3/ 3", "/api/v1/record.json"} <= addresses
    play.edit("Kies iets en ga door.", "Kies vandaag iets.")
    play.on(date(2026, 12, 1))
    built = play.built()
    play.deployed(built)
    assert play.recorded(built)[0] == 0
    assert play.main() == play.on_live()
    assert {TEXT.format("2026-11-28"), TEXT.format("2026-12-01")} <= play.main()[0]


def test_a_correction_is_recorded_under_the_date_that_it_keeps(play):
    built = play.built()
    play.deployed(built)
    play.recorded(built)
    folder = play.clone()
    path = folder / FILE
    path.write_text(path.read_text("utf-8").replace("Kies iets en ga door.", "Kies iets en ga dóór."), "utf-8")
    assert main(["--root", str(folder), "revise", "choose-and-go", "--spelling"]) == 0
    play.git(folder, "add", "-A")
    play.git(folder, "commit", "--quiet", "-m", "Correct")
    play.git(folder, "push", "--quiet")
    built = play.built()
    play.deployed(built)
    assert play.recorded(built)[0] == 0
    assert TEXT.format("2026-11-28-corrected-1") in play.main()[0]


def test_nothing_new_changes_nothing(play):
    built = play.built()
    play.deployed(built)
    play.recorded(built)
    before = play.git(play.server, "rev-parse", "main")
    built = play.built()
    assert play.recorded(built)[1] == "The record on main is complete.\n"
    assert play.git(play.server, "rev-parse", "main") == before


def test_a_push_that_was_overtaken_is_made_again_from_fresh_main(play):
    built = play.built()
    play.deployed(built)
    other = play.clone()
    (other / "docs/nl/new.md").write_text("---\npage: new\ntitle: Nieuw\n---\n", "utf-8")
    play.git(other, "add", "-A")
    play.git(other, "commit", "--quiet", "-m", "Other work")
    play.git(other, "push", "--quiet", "origin", "HEAD:other")
    play.hook(OVERTAKE)
    code, said = play.recorded(built)
    assert (code, "was completed" in said) == (0, True), said
    assert play.git(play.server, "ls-tree", "main", "docs/nl/new.md")
    folder = play.clone()
    assert {text.path for text in read_language(folder).language.record} == play.on_live()[0]


def test_where_main_is_protected_the_record_is_proposed(play):
    built = play.built()
    play.deployed(built)
    play.hook(REFUSE)
    assert play.recorded(built)[0] == 0
    assert play.main()[0] == set()
    calls = play.log.read_text("utf-8")
    assert "pr create --head record-of-publications --base main" in calls
    proposed = play.git(play.server, "ls-tree", "-r", "--name-only", "record-of-publications").split()
    assert play.on_live()[0] <= set(proposed)
    # It was not merged yet when the next publication comes: its change holds all, and the same pull request stands.
    (play.folder / "gh.log.open").write_text("1\n", "utf-8")
    (play.server / "hooks/pre-receive").unlink()
    play.edit("Kies iets en ga door.", "Kies vandaag iets.")
    play.hook(REFUSE)
    built = play.built()
    play.deployed(built)
    assert play.recorded(built)[0] == 0
    assert play.log.read_text("utf-8").count("pr create") == 1
    (play.server / "hooks/pre-receive").unlink()
    merged = play.clone()
    play.git(merged, "merge", "--quiet", "--no-ff", "-m", "Merge", "origin/record-of-publications")
    play.git(merged, "push", "--quiet")
    assert play.main() == play.on_live()
    assert TEXT.format("2026-11-28-2") in play.main()[0]


@pytest.mark.parametrize("dead_after", ["build", "deploy", "check"])
def test_a_publication_that_died_is_completed_by_the_next(play, dead_after):
    built = play.built()
    play.deployed(built)
    play.recorded(built)
    play.edit("Kies iets en ga door.", "Kies vandaag iets.")
    play.on(date(2026, 12, 1))
    built = play.built()
    if dead_after != "build":
        play.deployed(built)
    seen = play.on_live()
    play.edit("Kies vandaag iets.", "Kies morgen iets.")
    play.on(date(2026, 12, 2))
    built = play.built()
    play.deployed(built)
    assert play.recorded(built)[0] == 0
    assert play.main() == play.on_live()
    assert all(before <= now for before, now in zip(seen, play.main(), strict=True))
    assert (TEXT.format("2026-12-01") in play.main()[0]) == (dead_after != "build")
    assert TEXT.format("2026-12-02") in play.main()[0]


@pytest.mark.parametrize("first", [0, 1])
def test_two_at_once_lose_nothing(play, first):
    begun = play.built()
    play.deployed(begun)
    play.recorded(begun)
    play.edit("Kies iets en ga door.", "Kies vandaag iets.")
    one = play.built()
    play.edit("Kies vandaag iets.", "Kies morgen iets.")
    two = play.built()
    play.deployed(one)
    seen = play.on_live()
    play.deployed(two)
    for built in ((one, two), (two, one))[first]:
        assert play.recorded(built)[0] == 0
    built = play.built()
    play.deployed(built)
    assert play.recorded(built)[0] == 0
    assert play.main() == play.on_live()
    assert seen[0] <= play.main()[0]
    record = read_language(play.clone()).language.record
    said = {
        section.text for text in record.of(3, "nl") for section in text.sections if section.heading == "intervention"
    }
    assert said == {"Kies iets en ga door.", "Kies vandaag iets.", "Kies morgen iets."}


def test_one_publication_recorded_twice_is_recorded_once(play):
    built = play.built()
    play.deployed(built)
    assert play.recorded(built)[0] == 0
    assert play.recorded(built)[1] == "The record on main is complete.\n"


def test_a_withdrawn_text_leaves_the_record_that_is_live(play):
    built = play.built()
    play.deployed(built)
    play.recorded(built)
    play.edit("Kies iets en ga door.", "Kies vandaag iets.")
    folder = play.clone()
    assert main(["--root", str(folder), "withdraw", "3", "--reason", "privacy", "--edition", "nl"]) == 0
    play.git(folder, "add", "-A")
    play.git(folder, "commit", "--quiet", "-m", "Withdraw")
    play.git(folder, "push", "--quiet")
    built = play.built()
    play.deployed(built)
    assert "Kies iets en ga door." not in play.live.read_text("utf-8")
    assert "Kies iets en ga door." not in (play.clone() / TEXT.format("2026-11-28")).read_text("utf-8")


BEGUN = '{\n "number": 3,\n "edition": "nl",\n "date": "2026-11-27",\n'
HANDED_OVER = {
    "another file": ("README.md", "x"),
    "a workflow": (".github/workflows/deploy.yml", "x"),
    "a text with another end": ("patterns/versions/3/nl/2026-11-28.yml", "x"),
    "a text out of its folder": ("patterns/3/nl/2026-11-28.json", "x"),
    "a text of another pattern": ("patterns/versions/4/nl/2026-11-28.json", None),
    "a text of another day": ("patterns/versions/3/nl/2027-11-28.json", None),
    "a text that is none": ("patterns/versions/3/nl/2026-11-27.json", ' "number": 3,\n'),
    "a text with other lines": (TEXT.format("2026-11-27"), BEGUN + "rm -rf\n"),
    "a name with a line break": ("patterns/versions/3/nl/x\n2026-11-28.json", "x"),
    "a line that is none": ("published-urls.added", "/p/3/ 3\n$(touch pwned)\n"),
    "a way up": ("published-urls.added", "/../p/3/ 3\n"),
    "no list of addresses": ("published-urls.added", ...),
}  # fmt: skip


@pytest.mark.parametrize("name", HANDED_OVER)
def test_what_is_no_change_of_the_record_is_refused(play, name):
    built = play.built()
    changes = built / "changes"
    path, content = HANDED_OVER[name]
    if content is ...:
        (changes / path).unlink()
    else:
        (changes / path).parent.mkdir(parents=True, exist_ok=True)
        text = (changes / TEXT.format("2026-11-28")).read_text("utf-8")
        (changes / path).write_text(text if content is None else content, "utf-8")
    before = play.git(play.server, "for-each-ref")
    code, said = play.recorded(built)
    assert (code, said.count("::error::")) == (1, 1), said
    assert play.git(play.server, "for-each-ref") == before


def test_a_link_that_is_handed_over_is_refused(play):
    built = play.built()
    (built / "changes/patterns/versions/3/nl/2026-11-27.json").symlink_to("/etc/hostname")
    assert play.recorded(built)[0] == 1


def test_main_keeps_the_text_that_it_has_under_a_date(play):
    built = play.built()
    play.deployed(built)
    play.recorded(built)
    before = play.git(play.server, "show", f"main:{TEXT.format('2026-11-28')}")
    path = built / "changes" / TEXT.format("2026-11-28")
    path.write_text(path.read_text("utf-8").replace('"fingerprint": "', '"fingerprint": "0')[:-1], "utf-8")
    assert play.recorded(built)[0] == 0
    assert play.git(play.server, "show", f"main:{TEXT.format('2026-11-28')}") == before
    assert '"date": "2026-11-28-2"' in play.git(play.server, "show", f"main:{TEXT.format('2026-11-28-2')}")
    assert play.recorded(built)[1] == "The record on main is complete.\n"


def test_where_nothing_can_be_pushed_at_all_the_job_fails(play):
    built = play.built()
    play.hook("#!/bin/sh\nexit 1\n")
    assert play.recorded(built)[0] != 0
