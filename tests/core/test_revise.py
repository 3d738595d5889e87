"""Revising keeps the text that was published, under its date, and nothing published is ever lost."""

import shutil
import subprocess
from datetime import date

import pytest

from macros.core.checks import check
from macros.core.editions import Edition
from macros.core.findings import Severity
from macros.core.reading import read_language
from macros.core.revise import CannotReviseError, accept_spelling, plan, record_publication
from tests.tools.languages import small_language

KEY = "choose-and-go"
PATH = f"patterns/deciding/{KEY}.yml"
CHANGED: dict[Edition, str] = {"nl": "Scherper: wie kiest.", "en": "Sharper: who chooses."}
LATER = date(2027, 1, 5)


@pytest.fixture
def folder(tmp_path):
    made = small_language(tmp_path / "language")
    record_publication(made, read_language(made).language)
    return made


@pytest.fixture
def git():
    program = shutil.which("git")
    if not program:
        pytest.skip("git is not here")
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    return lambda folder, *arguments: subprocess.run(
        [program, "-C", folder, *who, *arguments], check=True, capture_output=True
    )


def errors(folder):
    return [finding.rule for finding in check(folder).findings if finding.severity is Severity.ERROR]


def edit(folder, before, after):
    path = folder / PATH
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def revise(folder, today=LATER):
    language = read_language(folder).language
    revision = plan(folder, language, language.patterns[KEY], CHANGED, today)
    for path, text in revision.files(folder).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return revision


def accept(folder):
    language = read_language(folder).language
    return accept_spelling(folder, language, language.patterns[KEY])


def test_a_published_text_that_changes_under_its_date_is_an_error(folder):
    assert errors(folder) == []
    edit(folder, "Kies iets en ga door.", "Kies vandaag iets en ga door.")
    assert errors(folder) == ["changed-under-its-date"]


def test_keywords_and_addresses_may_change_without_a_new_date(folder):
    edit(folder, "  problem: Zolang", "  keywords: [knoop]\n  aliases: [knoop-door]\n  problem: Zolang")
    assert errors(folder) == []


def test_revising_before_editing_keeps_both_texts_as_they_stand(folder):
    before = (folder / PATH).read_text("utf-8")
    revise(folder)
    kept = (folder / "patterns/versions/3/2026-11-22.yml").read_text("utf-8")
    assert kept.endswith(before[before.index("\nnl:") + 1 :])
    assert 'nl: "Scherper: wie kiest."' in kept
    assert (folder / PATH).read_text("utf-8") == before.replace("2026-11-22", "2027-01-05")
    assert errors(folder) == []


def test_a_text_that_was_published_and_then_edited_is_found_in_git(folder, git):
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "publish")
    edit(folder, "Kies iets en ga door.", "Kies vandaag iets en ga door.")
    kept = revise(folder).kept
    assert [(one.edition, "  intervention: Kies iets en ga door.\n" in one.lines) for one in kept] == [("nl", True)]
    assert errors(folder) == []


def test_a_text_that_cannot_be_found_any_more_is_refused_and_nothing_is_written(folder):
    edit(folder, "Kies iets en ga door.", "Kies vandaag iets en ga door.")
    with pytest.raises(CannotReviseError, match="bring it back first"):
        revise(folder)
    assert not (folder / "patterns/versions/3").exists()


def test_links_are_kept_by_number_and_with_the_name_of_the_time(folder):
    edit(folder, "Kies iets en ga door.", "Kies iets, zie [[look-first]] en [[ask-twice|vraag]], en ga door.")
    accept(folder)
    revise(folder)
    kept = (folder / "patterns/versions/3/2026-11-22.yml").read_text("utf-8")
    look, ask = (read_language(folder).language.patterns[key] for key in ("look-first", "ask-twice"))
    assert f"zie [[{look.id}|{look.name('nl')}]] en [[{ask.id}|vraag]], en" in kept


def test_a_text_of_today_waits_until_tomorrow(folder):
    with pytest.raises(CannotReviseError, match="published today"):
        revise(folder, date(2026, 11, 22))


def test_revising_twice_before_publishing_keeps_the_published_text_once(folder):
    revise(folder)
    with pytest.raises(CannotReviseError, match="has not been published yet"):
        revise(folder, date(2027, 1, 6))


def test_a_slip_of_the_pen_keeps_its_date(folder):
    edit(folder, "Kies iets en ga door.", "Kies iets en ga dóór.")
    assert accept(folder) == ["nl"]
    assert errors(folder) == []


def test_a_new_date_without_keeping_the_old_text_is_an_error(folder):
    edit(folder, "revised: 2026-11-22", "revised: 2027-01-05")
    assert errors(folder) == ["version-lost", "version-lost"]


def test_an_unpublished_text_needs_no_revising(tmp_path):
    made = small_language(tmp_path / "unpublished")
    with pytest.raises(CannotReviseError, match="not been published yet"):
        revise(made)


def test_the_command_asks_for_what_changed_in_both_languages(folder):
    from macros.__main__ import main

    assert main(["--root", str(folder), "revise", KEY, "--nl", "Korter."]) == 2
    assert main(["--root", str(folder), "revise", "chose-and-go", "--nl", "a", "--en", "b"]) == 2
    assert main(["--root", str(folder), "revise", KEY, "--nl", "a", "--en", "b", "--dry-run"]) in (0, 2)
    assert errors(folder) == []
