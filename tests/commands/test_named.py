"""A command told of a pattern that is not there says so, with what was probably meant."""

import pytest

from macros.__main__ import main
from tests.tools.languages import small_language


@pytest.mark.parametrize("command", ["rename", "revise"])
def test_a_key_with_a_slip_is_told_with_the_nearest(tmp_path, capsys, command):
    folder = small_language(tmp_path / "language")
    assert main(["--root", str(folder), command, "chose-and-go", "--nl", "Iets anders"]) == 2
    assert capsys.readouterr().err == 'there is no pattern "chose-and-go", did you mean choose-and-go?\n'
