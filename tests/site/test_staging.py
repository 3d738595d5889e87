"""The site is whole at every moment, whatever happens to the builds."""

import errno
import os
import random
import signal
import time
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from macros.site import staging
from macros.site.staging import Staging
from tests.site.workplace import PATIENCE, contents, leftovers
from tests.tools.thorough import some_of

pytestmark = pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")


def processes_in(folder):
    """Return the processes that work in a folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "cwd").readlink() == folder and (process / "cmdline").read_bytes():
                found.append(process.name)
        except OSError:  # it ended while this looked
            continue
    return found


def wait_until(true):
    """Wait until something is true, however slow the machine."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.mark.parametrize("times", [5, pytest.param(40, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("number", some_of([signal.SIGKILL, signal.SIGTERM], 2), ids=["SIGKILL", "SIGTERM"])
def test_a_kill_at_any_moment_leaves_a_whole_site(small, number, times):
    began = time.monotonic()
    assert small.build()[0] == 0
    takes = time.monotonic() - began
    before = contents(small.site)
    small.append("docs/nl/index.md", "\nNieuw\n")
    small.append("docs/en/index.md", "\nNew\n")
    moments = random.Random(number)  # noqa: S311 - moments, and no secrets
    for part in range(times):
        small.append("docs/nl/index.md", "\nNog iets\n")  # or else a site that was finished would stay as it is
        process = small.start("build", "--strict")
        # One moment in each part of the time that a build takes, and of a little more.
        time.sleep((0.1 + (part + moments.random()) / times) * takes)
        process.send_signal(number)
        process.communicate(timeout=PATIENCE)
        wait_until(lambda: not processes_in(small.folder))
        now = contents(small.site)
        if now != before:
            assert b"Nieuw" in now["index.html"]
            assert b"New" in now["en/index.html"]
            assert now.keys() == before.keys()
    code, said = small.build()
    assert code == 0, said
    assert leftovers(small.folder) == []


def test_two_builds_at_once_leave_one_whole_site(small):
    first, second = small.start("build", "--strict"), small.start("build", "--strict")
    for process in (first, second):
        said, _ = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, said
    together = contents(small.site)
    assert leftovers(small.folder) == []
    (small.site / "index.html").unlink()  # or else the site would stay as it is
    assert small.build()[0] == 0
    assert contents(small.site) == together


@pytest.mark.parametrize(
    "path", some_of(["patterns/seeking/gone.yml", "docs/nl/gone.md", "docs/en/gone.md", "docs/en/gone.css"], 2)
)
def test_a_file_that_vanishes_is_named(small, path):
    """A link to nowhere is what a file is that was there when the folder was listed and is gone when it is read."""
    (small.folder / path).symlink_to("nowhere")
    code, said = small.build()
    assert code == 1
    assert Path(path).name in said
    assert "Traceback" not in said
    assert not small.site.exists()
    assert leftovers(small.folder) == []


@pytest.mark.parametrize("blocks", some_of([20, 2, 100], 3))
def test_a_full_disk_leaves_the_last_good_site(standing, blocks):
    """Stands for a full disk: no file may grow beyond so many blocks of 512 bytes."""
    small, before = standing
    code, said = small.build(EXPORTS="true", first=f"ulimit -f {blocks}")
    assert code == 1
    assert "The site cannot be written: File too large" in said
    assert "Traceback" not in said
    assert contents(small.site) == before
    assert leftovers(small.folder) == []


def test_everyone_may_read_a_site_whose_maker_keeps_files_to_himself(small):
    code, said = small.build(EXPORTS="true", first="umask 077")
    assert code == 0, said
    modes = {(path.is_dir(), oct(path.stat().st_mode & 0o777)) for path in [small.site, *small.site.rglob("*")]}
    assert modes == {(True, "0o755"), (False, "0o644")}


@pytest.fixture
def site(tmp_path):
    """A site that is not there yet."""
    return tmp_path / "site"


def publish(site, words):
    made = Staging(site)
    (made.new / "sitemap.xml").write_text(words)
    made.publish()
    made.close()


def test_a_site_takes_the_place_of_another(site):
    publish(site, "first")
    publish(site, "second")
    assert (site / "sitemap.xml").read_text() == "second"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.fixture
def no_exchange(monkeypatch):
    """A system that cannot exchange two folders."""

    def refuse(*_paths):
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    monkeypatch.setattr(staging, "_exchange", refuse)


@pytest.fixture
def no_locks(monkeypatch):
    """A system that cannot lock a folder."""
    monkeypatch.setattr(staging, "_FCNTL", None)


@pytest.mark.usefixtures("no_exchange")
def test_where_folders_cannot_be_exchanged_two_renames_do_it(site):
    publish(site, "first")
    publish(site, "second")
    assert (site / "sitemap.xml").read_text() == "second"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_site_that_was_moved_aside_by_a_killed_build_comes_back(site):
    publish(site, "the last good one")
    killed = Staging(site)
    site.rename(killed.folder / "old")
    staging._unlock(killed._lock)
    Staging(site).close()
    assert (site / "sitemap.xml").read_text() == "the last good one"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_build_that_lives_is_left_alone(site):
    living = Staging(site)
    Staging(site).close()
    assert living.new.is_dir()
    living.close()


@pytest.mark.usefixtures("no_exchange", "no_locks")
def test_without_locks_a_folder_is_left_over_after_a_day_and_its_site_comes_back_at_once(site):
    publish(site, "the last good one")
    killed, living = Staging(site), Staging(site)
    site.rename(killed.folder / "old")
    long_ago = time.time() - 2 * 24 * 3600
    os.utime(killed.folder, (long_ago, long_ago))
    publish(site, "the next")
    assert (site / "sitemap.xml").read_text() == "the next"
    assert sorted(site.parent.iterdir()) == sorted([site, living.folder])


@pytest.mark.usefixtures("no_exchange")
def test_a_site_that_cannot_be_put_in_place_leaves_the_old_one(site, monkeypatch):
    publish(site, "the last good one")
    rename = Path.rename

    def refuse(self, target):
        if self.name == "site" and target == site:
            raise OSError(errno.EEXIST if site.exists() else errno.ENOSPC, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(Abort, match="No space left on device"):
        publish(site, "the next")
    assert (site / "sitemap.xml").read_text() == "the last good one"


def test_a_file_in_the_place_of_the_site_is_named(site):
    site.write_text("a letter")
    with pytest.raises(Abort, match="is a file"):
        Staging(site)
    assert site.read_text() == "a letter"
