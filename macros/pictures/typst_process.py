"""Typst in a process of its own: what it made keeps memory until that process ends, which it does after a while.

The process reads a document to make as a line of JSON and answers with a line that tells how long each page or file
is, and those. It ends with its input, so also when the process that asks does, however that ends.
"""

import atexit
import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import typst

_ENOUGH: Final = 1_000_000
"""Characters that one process takes in; the whole deck of cards of 83 patterns takes half as many."""


class TypstFailure(RuntimeError):  # noqa: N818 - as the refusal of a document it is no fault of the program
    """Typst refused a document; the message says why, and where."""


class TypstEnded(RuntimeError):  # noqa: N818 - it was stopped, mostly since memory ran out: no fault of the program
    """The process ended before it had answered.

    Attributes:
        code: how, as the exit code of a process; below zero the signal that ended it.
    """

    def __init__(self, code: int) -> None:
        """Take how it ended."""
        super().__init__(f"Typst ended with {code}")
        self.code = code


class _Process:
    """A process, and how much it has taken in."""

    def __init__(self) -> None:
        # -P: beside this file are modules that are not meant to be found by their names alone.
        self._process = subprocess.Popen(  # noqa: S603 - this file
            [sys.executable, "-P", __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.taken = 0

    def asked(self, line: bytes) -> list[bytes]:
        self.taken += len(line)
        to, back = self._process.stdin, self._process.stdout
        if to is None or back is None:
            raise TypeError("a process without pipes")
        try:
            to.write(line)
            to.flush()
            answer = json.loads(back.readline())
            made = [_whole(back, length) for length in answer.get("lengths", ())]
        except (OSError, ValueError, EOFError):
            raise TypstEnded(self.end()) from None
        if "refused" in answer:
            raise TypstFailure(answer["refused"])
        return made

    def end(self) -> int:
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with suppress(OSError):  # it may have ended by itself
                    pipe.close()
        return self._process.wait()


def _whole(back: IO[bytes], length: int) -> bytes:
    """Return a page or file of that many bytes; a process that ends half-way leaves fewer.

    Raises:
        EOFError: when there are fewer.
    """
    content = back.read(length)
    if len(content) < length:
        raise EOFError
    return content


_running: list[_Process] = []


def made(
    template: Path, inputs: dict[str, str], *, pixels: float = 0, standards: tuple[str, ...] = (), at: datetime | None
) -> list[bytes]:
    """Return a PDF, or else each page as PNG.

    Args:
        template: the file that says how it looks; what it imports lies beside it.
        inputs: what it shows; text in it is data and never Typst source.
        pixels: for PNG: how many for each point; 0 for a PDF.
        standards: of a PDF, by the names that Typst has for them.
        at: the time that a PDF says it was made.

    Raises:
        TypstFailure: when Typst refuses it.
        TypstEnded: when its process ends before it is made, most often because memory ran out.
    """
    asked: dict[str, Any] = {"template": str(template), "inputs": inputs, "pixels": pixels, "standards": standards}
    line = json.dumps(asked | {"at": at.isoformat() if at else ""}).encode() + b"\n"
    if _running and _running[0].taken + len(line) > _ENOUGH:
        end()
    if not _running:
        _running.append(_Process())
    return _running[0].asked(line)


@atexit.register
def end() -> None:
    """End the process, if one runs; the next document begins another."""
    while _running:
        _running.pop().end()


def _main(asked: IO[bytes], answers: IO[bytes]) -> None:
    for line in asked:
        try:
            made = _made(**json.loads(line))
        except RuntimeError as error:  # TypstError is one, with more to say
            answers.write(json.dumps({"refused": getattr(error, "diagnostic", str(error))}).encode() + b"\n")
        else:
            answers.write(json.dumps({"lengths": [len(one) for one in made]}).encode() + b"\n")
            answers.writelines(made)
        answers.flush()


def _made(template: str, inputs: dict[str, str], pixels: float, standards: Any, at: str) -> list[bytes]:
    compiler = _compiler(Path(template).parent)
    if pixels:
        made = compiler.compile(template, format="png", ppi=72 * pixels, sys_inputs=inputs)
    else:
        time = datetime.fromisoformat(at)
        made = compiler.compile(template, format="pdf", sys_inputs=inputs, pdf_standards=standards, timestamp=time)
    return [made] if isinstance(made, bytes) else list(made or ())


@cache
def _compiler(root: Path) -> "typst.Compiler":
    import typst

    # Fonts of the package alone: a font of the machine would make another file elsewhere.
    return typst.Compiler(root=root, ignore_system_fonts=True)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the process that asks, and that this one
    try:
        _main(sys.stdin.buffer, sys.stdout.buffer)
    except BrokenPipeError:  # nobody waits for the answer any more
        os._exit(1)
