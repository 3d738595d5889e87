"""The same commit gives the same bytes, whatever the day, the folder, the language and the time zone."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.site.workplace import Workplace, contents, python_begins_with
from tests.tools.languages import EVERY_FIELD

ANOTHER_DAY = """
import datetime, time
LATER = 400 * 86400
_time, _localtime, _gmtime = time.time, time.localtime, time.gmtime
time.time = lambda: _time() + LATER
time.time_ns = lambda: int(time.time() * 1e9)
time.localtime = lambda seconds=None: _localtime(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: _gmtime(time.time() if seconds is None else seconds)
class Same(type):  # what C code makes is of the real class, and is a day or a moment all the same
    def __instancecheck__(cls, value): return isinstance(value, cls.__bases__[0])
class Moment(datetime.datetime, metaclass=Same):
    @classmethod
    def now(cls, tz=None): return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls): return cls.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)
    @classmethod
    def today(cls): return cls.now()
class Day(datetime.date, metaclass=Same):
    @classmethod
    def today(cls): return cls.fromtimestamp(time.time())
datetime.datetime, datetime.date = Moment, Day
"""


def assert_built_the_same_elsewhere(there, tmp_path, site):
    """Build again as on another machine and another day, and compare every file."""
    for number, path in enumerate(sorted(there.folder.rglob("*"))):
        os.utime(path, (10**9 + number, 10**9 + number))
    clock = tmp_path / "clock"
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(ANOTHER_DAY)
    paths = os.pathsep.join([str(clock), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    code, said = there.build(
        PYTHONHASHSEED="2", EXPORTS="true", TZ="Asia/Kathmandu", LC_ALL="C.UTF-8", PYTHONPATH=paths
    )
    assert code == 0, said

    one, other = contents(site), contents(there.site)
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []


def test_two_builds_of_a_few_patterns_are_the_same_to_the_byte(root, tmp_path):
    """One of them has every field that a pattern can have. A third build makes nothing: it finds all of it kept."""
    small = Workplace(root, tmp_path / "copy", small=True, cold=True)
    there = Workplace(root, tmp_path / "elsewhere" / "in een map met spaties", small=True, cold=True)
    for place in (small, there):
        shutil.copytree(EVERY_FIELD, place.folder, dirs_exist_ok=True)
    code, said = small.build(PYTHONHASHSEED="1", EXPORTS="true", TZ="UTC", LC_ALL="C")
    assert code == 0, said
    assert_built_the_same_elsewhere(there, tmp_path, small.site)

    before = contents(small.site)
    (small.site / "index.html").unlink()  # or else the site would stay as it is
    without = python_begins_with("import sys; sys.modules['typst'] = None", tmp_path / "without")
    code, said = small.build(EXPORTS="true", PYTHONPATH=without["PYTHONPATH"])
    assert code == 0, said
    assert contents(small.site) == before


@pytest.mark.thorough
def test_two_builds_of_the_whole_language_are_the_same_to_the_byte(root, built_site, tmp_path):
    there = Workplace(root, tmp_path / "elsewhere" / "in een map met spaties", cold=True)
    assert_built_the_same_elsewhere(there, tmp_path, built_site)


def test_the_other_day_is_another_day(tmp_path):
    """The proof above is worth as much as its faked clock."""
    (tmp_path / "sitecustomize.py").write_text(ANOTHER_DAY)
    says = (
        "import datetime, time; print(datetime.date.today(), datetime.datetime.now().date(), int(time.time()) // 86400)"
    )
    environments = (os.environ, os.environ | {"PYTHONPATH": str(tmp_path)})
    now, later = (
        subprocess.run([sys.executable, "-c", says], env=env, capture_output=True, text=True, check=True).stdout.split()
        for env in environments
    )
    assert all(one != other for one, other in zip(now, later, strict=True))
