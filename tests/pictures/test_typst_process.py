"""Typst keeps memory: it works in a process of its own, which ends after a while and with the one that asks."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from macros.pictures import typst_process
from macros.pictures.typst_process import TypstEnded, TypstFailure

DAY = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def template(tmp_path):
    """A template that shows a text, or refuses one."""
    path = tmp_path / "text.typ"
    path.write_text(
        '#if sys.inputs.text == "no" { panic("not this one") }\n#sys.inputs.text\n#pagebreak()\n#2\n'
        '#for page in range(int(sys.inputs.at("pages", default: "0"))) [#pagebreak() #lorem(300)]'
    )
    yield path
    typst_process.end()


def test_a_pdf_and_pages(template):
    (pdf,) = typst_process.made(template, {"text": "één\nregel"}, at=DAY)
    assert pdf.startswith(b"%PDF-")
    pages = typst_process.made(template, {"text": "één"}, pixels=0.5, at=None)
    assert [page[:4] for page in pages] == [b"\x89PNG"] * 2


def test_a_refused_document_is_told_and_the_next_one_made(template):
    with pytest.raises(TypstFailure, match="not this one"):
        typst_process.made(template, {"text": "no"}, at=DAY)
    assert typst_process.made(template, {"text": "yes"}, at=DAY)


def test_a_process_ends_after_a_while(template, monkeypatch):
    monkeypatch.setattr(typst_process, "_ENOUGH", 1000)
    first = typst_process.made(template, {"text": "a" * 600}, at=DAY)
    (before,) = typst_process._running
    assert typst_process.made(template, {"text": "a" * 600}, at=DAY) == first
    assert typst_process._running != [before]
    assert before._process.returncode == 0


def test_a_process_that_was_stopped_is_told(template):
    typst_process.made(template, {"text": "a"}, at=DAY)
    typst_process._running[0]._process.kill()
    with pytest.raises(TypstEnded, match="Typst ended with -9"):
        typst_process.made(template, {"text": "a"}, at=DAY)
    typst_process.end()
    assert typst_process.made(template, {"text": "a"}, at=DAY)


def test_what_came_half_of_a_process_that_was_stopped_is_no_document(template, monkeypatch):
    typst_process.made(template, {"text": "a"}, at=DAY)
    process = typst_process._running[0]._process

    def stopped_before(answer):
        process.kill()
        process.wait()
        return loads(answer)

    loads = json.loads
    monkeypatch.setattr(json, "loads", stopped_before)
    # More than the system keeps between two processes.
    with pytest.raises(TypstEnded, match="Typst ended with -9"):
        typst_process.made(template, {"text": "a", "pages": "300"}, at=DAY)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_it_ends_with_the_process_that_asks(template, root):
    code = (
        "import os, sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from macros.pictures import typst_process as it\n"
        "it.made(Path(sys.argv[1]), {'text': 'a'}, at=datetime(2026, 11, 22, tzinfo=UTC))\n"
        "print(it._running[0]._process.pid, flush=True); os.kill(os.getpid(), 9)"
    )
    command = [sys.executable, "-c", code, str(template)]
    said = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    # It holds the other end of standard error: that was read to its end.
    assert said.stderr == ""
    process = Path("/proc") / said.stdout.strip() / "cmdline"
    assert not process.exists() or not process.read_bytes()
