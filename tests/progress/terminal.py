"""A terminal in which a command runs, and what a person would see in it."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
from pathlib import Path

WIDTH, HEIGHT = 100, 40
_PARTS = re.compile(r"\x1b\[(\??[\d;]*)([A-Za-z])|([\r\n])|([^\x1b\r\n]+)")


class Terminal:
    """What a command wrote to a terminal.

    Attributes:
        written: all of it, with what moves the cursor.
        screen: the lines that stand there at the end.
        cursor: whether the cursor is there at the end.
    """

    def __init__(self, command: list[str], folder: Path, environment: dict[str, str]) -> None:
        """Run a command until it ends."""
        above, below = pty.openpty()
        fcntl.ioctl(below, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
        known = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=known | {"TERM": "xterm-256color"} | environment,
            stdin=below,
            stdout=below,
            stderr=below,
            close_fds=True,
        )
        os.close(below)
        read = b""
        while chunk := _read(above):
            read += chunk
        os.close(above)
        self.code = process.wait()
        self.written = read.decode()
        self.screen, self.cursor = _shown(self.written)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the command has ended
        return b""


def _shown(written: str) -> tuple[list[str], bool]:
    """Return the lines that stand there, and whether the cursor does: of what moves it, what bars need."""
    lines, row, column, cursor = [""], 0, 0, True
    for match in _PARTS.finditer(written):
        numbers, command, move, text = match.groups()
        if text:
            lines[row] = lines[row].ljust(column)[:column] + text + lines[row][column + len(text) :]
            column += len(text)
        elif move == "\r":
            column = 0
        elif move == "\n":
            row += 1
            lines += [""] * (row + 1 - len(lines))
        elif command == "A":
            row = max(0, row - int(numbers or 1))
        elif command == "K":
            lines[row] = ""
        elif numbers == "?25":
            cursor = command == "h"
        else:
            assert command == "m", match.group()
    while lines and not lines[-1].strip():
        lines.pop()
    return [line.rstrip() for line in lines], cursor
