"""`make fuzz` tries every target, and finds a fault that is put there."""

import html
import time

import pytest

from macros.view import prose
from tests.fuzz.__main__ import main
from tests.fuzz.run import fuzz, turn
from tests.fuzz.targets import TARGETS, Target


@pytest.mark.parametrize("name", TARGETS)
def test_every_target_takes_inputs(name):
    tried, fault = turn(name, TARGETS[name], 2, float("inf"), set())
    assert (tried > 0, fault) == (True, None)


def test_a_fault_is_found_made_small_and_saved(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(prose, "escape", html.unescape)
    monkeypatch.setattr("tests.fuzz.run.time.monotonic", time.process_time)  # whatever else the machine does
    (fault,) = fuzz({"prose": TARGETS["prose"]}, 5, tmp_path)
    assert len(fault.raw) < 30
    assert fault.path.read_bytes() == fault.raw
    said = capsys.readouterr()
    assert f"The input is saved as {fault.path}" in said.err
    assert "move it to tests/hostile/found/ and name it prose-<what it attacks>.txt" in said.err
    assert "1 fault\n" in said.out
    with pytest.raises(AssertionError):
        TARGETS["prose"].take(fault.raw)


def test_an_input_that_never_ends_is_one(monkeypatch, tmp_path):
    def never(_raw):
        while True:
            pass

    monkeypatch.setattr("tests.fuzz.run.EACH", 0.1)
    monkeypatch.setattr("tests.fuzz.run.SHRINKING", 0.5)
    target = Target(TARGETS["prose"].inputs, ".txt", never)
    (fault,) = fuzz({"prose": target}, 1, tmp_path)
    assert fault.what.startswith("TooSlowError")


@pytest.mark.parametrize("asked", ["", "0", "-1", "ten"])
def test_a_number_of_seconds_that_is_none_is_refused(asked, capsys):
    assert main([asked]) == 2
    assert "it must be a number from 1" in capsys.readouterr().err
