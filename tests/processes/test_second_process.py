"""Tests that half of the checks can be done by a second process, with the same outcome."""

import errno
import multiprocessing
import os
import signal
import sys
import time
from functools import partial

import pytest

from macros.checks import check
from macros.processes.second_process import in_second_process, shared
from tests.tools.languages import small_language


def test_findings_are_the_same(tmp_path):
    root = small_language(tmp_path / "language")
    pattern = next(path for path in sorted((root / "patterns").glob("*/*.yml")) if "name:" in path.read_text("utf-8"))
    pattern.write_text(pattern.read_text("utf-8").replace("name: ", "name: Stakeholder ", 1), encoding="utf-8")

    alone, beside = check(root).findings, check(root, beside=True).findings

    assert alone
    assert alone == beside


def test_work_of_a_second_process_that_is_killed_is_done_here():
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    assert in_second_process(work, beside=True)() == "done"


def test_work_of_a_second_process_that_is_killed_while_it_sends_is_done_here():
    content = b"x" * 10_000_000
    result = in_second_process(lambda: content, beside=True)
    time.sleep(0.3)  # it has begun to send, and waits for this process to read
    (other,) = multiprocessing.active_children()
    other.kill()
    assert result() == content


def _interrupted() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell starts in the background ignores it
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(10)


@pytest.mark.parametrize(
    "fails",
    [lambda: 1 // 0, _interrupted, partial(sys.exit, 3), lambda: lambda: "cannot be sent"],
    ids=["raises", "Ctrl-C", "exits", "cannot be sent"],
)
def test_a_second_process_that_fails_says_nothing_and_its_work_is_done_here(fails, capfd):
    here = os.getpid()
    assert in_second_process(lambda: "done" if os.getpid() == here else fails(), beside=True)() == "done"
    assert capfd.readouterr() == ("", "")


def test_work_is_done_here_where_no_process_can_be_started(monkeypatch):
    def refuse():
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refuse)
    assert in_second_process(os.getpid, beside=True)() == os.getpid()


def test_work_is_done_beside():
    assert in_second_process(os.getpid, beside=True)() != os.getpid()
    assert in_second_process(os.getpid, beside=False)() == os.getpid()


def _process() -> int:
    time.sleep(0.05)
    return os.getpid()


def test_both_processes_work():
    who = shared([_process] * 20, beside=True)()

    assert len(who) == 20
    assert len(set(who)) == 2
    assert os.getpid() in who


def test_each_piece_is_done_once(tmp_path):
    file = tmp_path / "done.txt"

    def work(number: int) -> int:
        with file.open("a") as done:
            done.write(f"{number}\n")
        return number

    assert shared([partial(work, number) for number in range(200)], beside=True)() == list(range(200))
    assert sorted(map(int, file.read_text().split())) == list(range(200))


def test_pieces_of_a_second_process_that_is_killed_are_done_here():
    here = os.getpid()

    def work(number: int) -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.01)
        return number

    assert shared([partial(work, number) for number in range(20)], beside=True)() == list(range(20))


def test_all_pieces_are_done_here_where_nothing_may_work_beside():
    assert set(shared([os.getpid] * 3, beside=False)()) == {os.getpid()}
