"""The same commit gives the same bytes, whatever the day, the folder, the language and the time zone."""

import os
import subprocess
import sys

from tests.site.workplace import Workplace, contents

ANOTHER_DAY = """
import datetime, time
LATER = 400 * 86400
_time, _localtime, _gmtime = time.time, time.localtime, time.gmtime
time.time = lambda: _time() + LATER
time.time_ns = lambda: int(time.time() * 1e9)
time.localtime = lambda seconds=None: _localtime(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: _gmtime(time.time() if seconds is None else seconds)
class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls): return cls.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)
    @classmethod
    def today(cls): return cls.now()
class Day(datetime.date):
    @classmethod
    def today(cls): return cls.fromtimestamp(time.time())
datetime.datetime, datetime.date = Moment, Day
"""


def test_two_builds_are_the_same_to_the_byte(root, built_site, tmp_path):
    there = Workplace(root, tmp_path / "elsewhere" / "in een map met spaties")
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

    one, other = contents(built_site), contents(there.site)
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []


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
