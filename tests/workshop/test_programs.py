"""The programs of others: what runs is found, and what can't be had is told, skipped, or red where all must run."""

import shutil

import pytest

from tests.tools import debian, programs
from tests.tools.debian import ProgramError, keep_links_inside, keep_settings_inside
from tests.tools.programs import BROWSER, FIREFOX, NGINX, OFFICE, Program, find, needed, on_the_path


def script(path, text):
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def empty(tmp_path, monkeypatch):
    """A machine on which no program is found."""
    monkeypatch.setattr(programs, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(programs, "PLAYWRIGHT", tmp_path / "cache/playwright")
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    for wanted in programs.WANTED:
        monkeypatch.delenv(wanted.variable, raising=False)
    monkeypatch.delenv("CI", raising=False)


def test_a_stand_in_that_does_not_run_is_passed_over(tmp_path, monkeypatch):
    script(tmp_path / "first", "echo 'install me first'; exit 1")
    second = script(tmp_path / "second", "echo 'Second 2.0'")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert on_the_path(OFFICE, ("none", "first", "second")) == Program(second, "Second 2.0", "on this machine")


def test_the_program_that_is_named_goes_before_all_others(tmp_path, monkeypatch):
    mine = script(tmp_path / "mine", "echo 'Mine 1.0'")
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert find(BROWSER) == Program(mine, "Mine 1.0", "named by CHROMIUM")


def test_a_program_that_is_named_and_does_not_run_is_refused_in_plain_words(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "nothing"))
    monkeypatch.setattr(programs, "WANTED", (BROWSER,))
    assert programs.main() == 1
    assert capsys.readouterr().err == f"CHROMIUM names {tmp_path}/nothing, and that does not run.\n"


def test_a_browser_without_windows_goes_before_one_with_them(tmp_path, monkeypatch, empty):
    del empty
    whole = script(tmp_path / "chromium", "echo 'Whole 1.0'")
    monkeypatch.setattr(shutil, "which", lambda name: str(whole) if name == "chromium" else None)
    found = find(BROWSER)
    assert found
    assert found.version == "Whole 1.0"
    BROWSER.folder.mkdir(parents=True)
    script(BROWSER.launcher, "echo 'Shell 1.0'")
    found = find(BROWSER)
    assert found
    assert found.version == "Shell 1.0"


def test_a_snap_of_firefox_is_passed_over(tmp_path, monkeypatch):
    script(tmp_path / "firefox", "#exec /snap/bin/firefox\necho 'Snapped 1.0'")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert on_the_path(FIREFOX, ("firefox",)) is None
    whole = script(tmp_path / "firefox-esr", "echo 'Whole 1.0'")
    assert on_the_path(FIREFOX, ("firefox", "firefox-esr")) == Program(whole, "Whole 1.0", "on this machine")


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("wanted", programs.WANTED, ids=lambda wanted: wanted.name)
def test_without_a_program_a_test_is_skipped_with_what_to_do(wanted):
    with pytest.raises(pytest.skip.Exception, match=f"{wanted.name} is not here: apt install {wanted.packages[0]}"):
        needed(wanted)


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("wanted", programs.WANTED, ids=lambda wanted: wanted.name)
def test_without_a_program_continuous_integration_is_red(wanted, monkeypatch, capsys):
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(programs, "WANTED", (wanted,))
    monkeypatch.setattr(programs, "fetch", lambda _wanted: ["no network"])
    with pytest.raises(pytest.fail.Exception, match=f"{wanted.name} is not here"):
        needed(wanted)
    assert programs.main() == 1
    said = capsys.readouterr()
    assert f"{wanted.name}: none, so the tests that need it are skipped" in said.out
    assert "no network" in said.err
    monkeypatch.delenv("CI")
    assert programs.main() == 0


@pytest.mark.usefixtures("empty")
def test_every_way_to_fetch_a_browser_says_why_it_failed(monkeypatch):
    def fail(what):
        raise ProgramError(f"{what} went wrong")

    monkeypatch.setattr(debian, "is_here", lambda: True)
    monkeypatch.setattr(debian, "unpack", lambda *_arguments: fail("unpacking"))
    monkeypatch.setattr(programs, "_download_playwrights_own", lambda: fail("downloading"))
    assert programs.fetch(BROWSER) == [
        "Debian's package: unpacking went wrong",
        "Playwright's own: downloading went wrong",
    ]
    assert programs.fetch(NGINX) == ["Debian's package: unpacking went wrong"]


def test_links_of_a_package_lead_to_what_was_unpacked(tmp_path):
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc/settings").write_text("unpacked", "utf-8")
    (tmp_path / "here").symlink_to("/etc/settings")
    (tmp_path / "elsewhere").symlink_to("/etc/hostname")
    keep_links_inside(tmp_path)
    assert (tmp_path / "here").read_text("utf-8") == "unpacked"
    assert str((tmp_path / "elsewhere").readlink()) == "/etc/hostname"


def test_settings_of_a_program_name_what_was_unpacked(tmp_path):
    program = tmp_path / "usr/lib/office/program"
    program.mkdir(parents=True)
    (program / "startrc").write_text("BASE=file:///usr/lib/office\nLAYERS=a:file:///etc/office/registry b:*\n", "utf-8")
    keep_settings_inside(tmp_path, program)
    assert (program / "startrc").read_text("utf-8") == "BASE=${ORIGIN}/..\nLAYERS=a:file:///etc/office/registry b:*\n"
