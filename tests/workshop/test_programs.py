"""The finders of programs: what runs is found, what does not run is passed over or named."""

import pytest

from tests.browser import chromium
from tests.tools import debian
from tests.tools.program import Program, ProgramError, on_the_path


def script(path, text):
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_a_stand_in_that_does_not_run_is_passed_over(tmp_path, monkeypatch):
    script(tmp_path / "first", "echo 'install me first'; exit 1")
    second = script(tmp_path / "second", "echo 'Second 2.0'")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert on_the_path(["none", "first", "second"]) == Program(second, "Second 2.0", "on the PATH")


def test_the_browser_that_is_named_goes_before_all_others(tmp_path, monkeypatch):
    mine = script(tmp_path / "mine", "echo 'Mine 1.0'")
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert chromium.find() == Program(mine, "Mine 1.0", "named by CHROMIUM")


def test_a_browser_that_is_named_and_does_not_run_is_refused_in_plain_words(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "nothing"))
    assert chromium.main() == 1
    assert capsys.readouterr().err == f"CHROMIUM names {tmp_path}/nothing, and that does not run.\n"


@pytest.mark.parametrize("way", ["install_playwrights_own", "unpack"])
def test_when_nothing_can_be_installed_each_way_says_why(monkeypatch, capsys, way):
    def fail(*_):
        raise ProgramError(f"{way} went wrong")

    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "find", lambda: None)
    monkeypatch.setattr(debian, "is_here", lambda: True)
    monkeypatch.setattr(debian, "is_root", lambda: False)
    for name in ("install_playwrights_own", "unpack"):
        monkeypatch.setattr(chromium, name, fail if name == way else lambda: None)
    assert chromium.main() == 1
    said = capsys.readouterr().err
    assert f"{way} went wrong" in said
    assert "installed and does not run" in said
