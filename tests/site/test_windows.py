"""A system that can neither copy a process, nor lock a folder, nor exchange two, as Windows: the site is the same."""

import shutil

import pytest

from tests.site.workplace import contents, leftovers, python_begins_with

WINDOWS = """
import ctypes, multiprocessing, os, sys
sys.modules["fcntl"] = None
del os.fork
multiprocessing.get_all_start_methods = lambda: ["spawn"]
get_context = multiprocessing.get_context
def without_fork(method=None):
    if method == "fork":
        raise ValueError("cannot find context for 'fork'")
    return get_context(method)
multiprocessing.get_context = without_fork
class CDLL(ctypes.CDLL):
    def __init__(self, name, *arguments, **settings):
        if name is None:
            raise TypeError("bad argument type for built-in operation")
        super().__init__(name, *arguments, **settings)
ctypes.CDLL = CDLL
open_file = os.open
def open_no_folder(path, *arguments, **settings):
    if isinstance(path, (str, os.PathLike)) and os.path.isdir(path):
        raise PermissionError(13, "Permission denied", str(path))
    return open_file(path, *arguments, **settings)
os.open = open_no_folder
"""


@pytest.fixture
def windows(tmp_path):
    """The environment of a Python there."""
    return python_begins_with(WINDOWS, tmp_path / "windows")


def test_the_editions_are_built_one_after_the_other(small, small_site, windows):
    small.with_licences()
    shutil.copytree(small_site, small.site)
    expected = contents(small.site)
    for _ in ("over that site", "over its own"):
        (small.site / "index.html").unlink()  # or else the site would stay as it is
        code, said = small.build(EXPORTS="true", **windows)
        assert code == 0, said
        assert contents(small.site) == expected
        assert leftovers(small.folder) == []


@pytest.mark.parametrize(
    ("path", "addition"),
    [("docs/en/index.md", "\n[x](#nowhere)\n"), ("macros/frontend/theme/pattern.html", "{% if %}")],
)
def test_a_fault_leaves_the_last_good_site(standing, windows, path, addition):
    small, before = standing
    small.append(path, addition)
    code, said = small.build(**windows)
    assert code == 1
    assert f"{path}:" in said
    assert "Traceback" not in said
    assert contents(small.site) == before
    assert leftovers(small.folder) == []
