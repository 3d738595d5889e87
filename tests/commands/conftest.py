"""A small language in a folder of its own, for commands that change files."""

import pytest

from macros.__main__ import main
from tests.tools.languages import small_language


@pytest.fixture
def folder(tmp_path):
    return small_language(tmp_path / "language")


@pytest.fixture
def contents(folder):
    """Returns the content of every file of the language."""
    return lambda: {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def run(folder, capsys, request):
    """Runs the command that the module tests, and returns its exit code and all it said."""

    def run_it(*arguments):
        code = main(["--root", str(folder), request.module.COMMAND, *arguments])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run_it
