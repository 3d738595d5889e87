"""What is shown while something is done: lines stay whole, bars come and go, and a copy of the process is silent."""

import io
import subprocess
import sys

import pytest

from macros.progress.display import Bar, Display
from tests.progress.terminal import Terminal

SHOWS = """
import os, sys, time
from macros.progress import display
display._PATIENCE = 0
shown = display.Display()
done = 0
shown.step("Begin")
shown.start(lambda: [display.Bar("Pages", done, 40, f"{done} of 40"), display.Bar("Unknown", 0, 0, "")])
for done in range(41):
    if done == 20:
        shown.line("a/file.yml:1:1: error: " + "long " * 30 + "[rule]")
    if done == 30 and os.fork() == 0:
        shown.line("a copy speaks")
        shown.stop()
        os._exit(0)
    time.sleep(0.02)
if "fails" in sys.argv:
    shown.stop()
    sys.exit("It failed")
shown.stop()
shown.step("The end")
"""
LONG = "a/file.yml:1:1: error: " + "long " * 30 + "[rule]"


@pytest.fixture
def run(root):
    """Runs the program in a terminal."""
    return lambda *words, **settings: Terminal([sys.executable, "-c", SHOWS, *words], root, settings)


def test_in_a_terminal_the_bar_reaches_the_end_and_leaves_nothing(run):
    seen = run()
    assert seen.code == 0, seen.written
    assert "40 of 40" in seen.written
    assert seen.screen == ["Begin", LONG, "The end"]
    assert seen.cursor
    assert "a copy speaks" not in seen.written


def test_what_fails_is_told_below_what_was_said(run):
    seen = run("fails")
    assert (seen.code, seen.screen, seen.cursor) == (1, ["Begin", LONG, "It failed"], True)


def test_a_terminal_that_cannot_move_its_cursor_gets_lines_alone(run):
    seen = run(TERM="dumb")
    assert seen.screen == ["Begin", LONG, "The end"]
    assert "\x1b" not in seen.written


def test_without_a_terminal_only_lines_are_written(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    stream = io.StringIO()
    shown = Display(stream)
    shown.step("Begin")
    with shown.showing(lambda: [Bar("Pages", 1, 2, "")]):
        shown.line("A finding")
    shown.step("The end")
    assert stream.getvalue() == "Begin\nA finding\nThe end\n"


def test_who_wants_quiet_gets_what_is_wrong_alone():
    stream = io.StringIO()
    shown = Display(stream, quiet=True)
    shown.step("Begin")
    shown.line("A finding")
    assert stream.getvalue() == "A finding\n"


def test_the_library_is_loaded_for_a_bar_alone(root):
    code = "import sys, macros.progress.display as one; one.Display().start(list); assert 'rich' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], cwd=root, stderr=subprocess.PIPE, check=True)
