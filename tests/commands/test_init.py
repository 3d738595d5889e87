"""`init` writes into an empty folder alone, and says in one sentence why it does not."""

import shutil

import pytest

from macros.__main__ import main
from macros.language.reading import read_language


@pytest.fixture
def init(capsys):
    """Runs the command on a folder; returns its exit code and what it said."""

    def run(folder):
        code = main(["init", str(folder), "--lang", "en"])
        return code, capsys.readouterr().err

    return run


def test_a_start_is_written_where_nothing_is(init, tmp_path):
    assert init(tmp_path / "a b $c") == (0, "")
    reading = read_language(tmp_path / "a b $c")
    assert (reading.findings, len(reading.language.patterns)) == ([], 3)


def test_what_is_no_empty_folder_stays_as_it_is(init, tmp_path):
    (tmp_path / "file").write_text("mine", "utf-8")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for folder in (tmp_path, tmp_path / "file", tmp_path / "loop"):
        code, said = init(folder)
        assert (code, f"{folder} is no empty folder; nothing was written" in said) == (2, True)
    assert (tmp_path / "file").read_text("utf-8") == "mine"


def test_a_folder_in_which_nobody_may_write_is_told_once(init, tmp_path, monkeypatch):
    def copied(_start, folder, **_options):
        raise shutil.Error([("a", f"{folder}/a", "Permission denied"), ("b", f"{folder}/b", "Permission denied")])

    monkeypatch.setattr(shutil, "copytree", copied)
    assert init(tmp_path) == (2, f"{tmp_path}/a: Permission denied\n")
