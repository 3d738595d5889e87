"""The table of README.md is what `make bench` kept, and tells what was measured and nothing of whose machine it was."""

import json
import re

import pytest

from bench.builds import MEASURED, WHOLE
from bench.memory import Memory
from bench.runs import python, run, together
from bench.table import FIGURES, PAGE, table, with_table


def run_of(seconds, memory=100.0):
    return {"seconds": seconds, "work": seconds * 1.5, "memory": memory}


def figures(rounds=3, load=0.1):
    runs = {name: run_of(float(number)) for number, name in enumerate(MEASURED, 1)}
    small = runs | {name: run_of(30.0) for name in WHOLE}
    weights = {"home nl": {"page": 9_000, "styles": 20_000, "scripts": 1_000}}
    site = {"pages": 576, "files": 3000, "bytes": 136_000_000}
    return {
        "date": "2026-11-29",
        "machine": {"processor": "A Processor", "cores": 2, "python": "3.11.7"},
        "versions": {"Material": "9.8.1", "Zensical": "0.0.73"},
        "rounds": rounds,
        "load": load,
        "sizes": [
            {"count": 83, "runs": small, "edits": [0.3, 0.2, 0.9], "weights": weights, "site": site},
            {"count": 1000, "runs": runs, "edits": [0.8], "weights": weights, "site": {}},
        ],
        "tests": {"some": 2513, "all": 4021},
    }


def test_the_table_on_the_front_page_is_what_was_measured(root):
    page = PAGE.read_text("utf-8")
    assert page == with_table(page, json.loads(FIGURES.read_text("utf-8"))), "make it anew: make bench"
    assert str(root) not in FIGURES.read_text("utf-8")


def test_the_table_tells_where_when_and_beside_what():
    told = table(figures())
    assert "Measured on 2026-11-29: A Processor, 2 cores, Python 3.11.7; Material 9.8.1, Zensical 0.0.73." in told
    assert "Medians of 3 rounds" in told
    assert "1 round;" in table(figures(rounds=1))
    assert "did other things" not in told
    assert "**The machine did other things too (load 19.1 before it began)" in table(figures(load=19.1))
    assert "| 83 | **this site**, the pages of both editions | 1.00 | 0.50 | 1.50 | 100 |" in told
    assert "| 1,000 | two plain Material builds, side by side | 3.00 | 1.50 | 4.50 | 100 |" in told
    assert "| 83 | `check`, nothing kept (0.9 times composing) | 7.00 |  | 10.50 | 100 |" in told
    assert "| 83 | an edit, until its page is there (`make serve`) | 0.30 | | | |" in told
    assert "home 30 kB" in told
    assert "576 HTML files (pages, cards, permalinks) and 2,424 others: 136 MB" in told
    assert "`make test` runs 2,513 tests, `make test-all` 4,021." in told
    assert len(re.findall(r"^\| 83 ", told, re.MULTILINE)) == len(MEASURED) + len(WHOLE) + 1
    assert len(re.findall(r"^\| 1,000 ", told, re.MULTILINE)) == len(MEASURED) + 1


def test_only_what_stands_between_the_two_lines_is_written():
    page = PAGE.read_text("utf-8")
    once = with_table(page, figures())
    assert with_table(once, json.loads(FIGURES.read_text("utf-8"))) == page
    with pytest.raises(ValueError, match="has no place for the table"):
        with_table("# A page\n", figures())


def test_the_memory_of_all_processes_counts_together(tmp_path):
    holds = "import subprocess, sys, time; held = bytes([1]) * 60_000_000; child = {}; time.sleep(1.5)"
    child = f"subprocess.Popen([sys.executable, '-c', {holds.format('None')!r}])"
    alone = run(tmp_path, *python("-c", holds.format("None")), look=True)
    with_child = run(tmp_path, *python("-c", holds.format(child)), look=True)
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    two = together([(tmp_path / name, python("-c", holds.format("None"))) for name in ("one", "two")], look=True)
    assert 60 < alone.memory < 100
    assert with_child.memory > 120
    assert two.memory > 120
    with Memory([1], look=False) as unseen:
        pass
    assert unseen.most == 0


def test_a_program_that_fails_is_told_with_what_it_said(tmp_path):
    with pytest.raises(RuntimeError, match="it broke"):
        run(tmp_path, *python("-c", "import sys; sys.exit('it broke')"))
