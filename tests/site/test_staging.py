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


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL], ids=["SIGTERM", "SIGKILL"])
def test_a_kill_at_any_moment_leaves_a_whole_site(workplace, number):
    began = time.monotonic()
    assert workplace.build()[0] == 0
    takes = time.monotonic() - began
    before = contents(workplace.site)
    workplace.append("docs/nl/index.md", "\nNieuw\n")
    workplace.append("docs/en/index.md", "\nNew\n")
    moments = random.Random(number)  # noqa: S311 - moments, and no secrets
    for _ in range(10):
        process = workplace.start("build", "--strict")
        time.sleep(moments.uniform(0.1, 1) * takes)
        process.send_signal(number)
        process.communicate(timeout=PATIENCE)
        wait_until(lambda: not processes_in(workplace.folder))
        now = contents(workplace.site)
        if now != before:
            assert b"Nieuw" in now["index.html"]
            assert b"New" in now["en/index.html"]
            assert now.keys() == before.keys()
    code, said = workplace.build()
    assert code == 0, said
    assert leftovers(workplace.folder) == []


def test_two_builds_at_once_leave_one_whole_site(workplace):
    first, second = workplace.start("build", "--strict"), workplace.start("build", "--strict")
    for process in (first, second):
        said, _ = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, said
    together = contents(workplace.site)
    assert leftovers(workplace.folder) == []
    assert workplace.build()[0] == 0
    assert contents(workplace.site) == together


@pytest.mark.parametrize(
    "path", ["patterns/between-people/gone.yml", "docs/nl/gone.md", "docs/en/gone.md", "docs/en/gone.css"]
)
def test_a_file_that_vanishes_is_named(workplace, path):
    """A link to nowhere is what a file is that was there when the folder was listed and is gone when it is read."""
    (workplace.folder / path).symlink_to("nowhere")
    code, said = workplace.build()
    assert code == 1
    assert Path(path).name in said
    assert "Traceback" not in said
    assert not workplace.site.exists()
    assert leftovers(workplace.folder) == []


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
    os.close(killed._lock)
    Staging(site).close()
    assert (site / "sitemap.xml").read_text() == "the last good one"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_build_that_lives_is_left_alone(site):
    living = Staging(site)
    Staging(site).close()
    assert living.new.is_dir()
    living.close()


def test_a_file_in_the_place_of_the_site_is_named(site):
    site.write_text("a letter")
    with pytest.raises(Abort, match="is a file"):
        Staging(site)
    assert site.read_text() == "a letter"
