"""Tests that half of the checks can be done by a second process, with the same outcome."""

import os
import signal

from macros.checks import check
from macros.processes.second_process import in_second_process
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


def test_work_is_done_beside():
    assert in_second_process(os.getpid, beside=True)() != os.getpid()
    assert in_second_process(os.getpid, beside=False)() == os.getpid()
