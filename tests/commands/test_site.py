"""The commands that read the built site, where there is none, and any that is broken off."""

import pytest

from macros.__main__ import main
from tests.tools.languages import small_language


@pytest.mark.parametrize("named", [[], ["elsewhere"]])
def test_without_a_built_site_they_say_how_to_make_one(tmp_path, capsys, monkeypatch, named):
    monkeypatch.chdir(tmp_path)
    folder = small_language(tmp_path / "language")
    assert main(["--root", str(folder), "links", *named]) == 2
    missing = named[0] if named else folder / "site"
    assert capsys.readouterr().err == f"{missing}: there is no built site here; run: make site\n"


def test_ctrl_c_ends_a_command_without_a_traceback(tmp_path, capsys, monkeypatch):
    def interrupted(_chosen):
        raise KeyboardInterrupt

    monkeypatch.setattr("macros.commands.check.run", interrupted)
    assert main(["--root", str(small_language(tmp_path / "language")), "check"]) == 130
    assert capsys.readouterr() == ("", "")
