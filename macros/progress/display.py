"""Lines on what is being done, and below them, on a terminal, bars that tell how far it is.

A line stays whole: a bar makes way for it and comes back below. Nothing else may write to the stream meanwhile.
"""

import logging
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from rich.live import Live
    from rich.table import Table

_PATIENCE: Final = 1.0
"""Seconds that something may take before a bar is shown: what is over sooner needs none."""
_WIDTH: Final = 30
_PER_SECOND: Final = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """How far something is.

    Attributes:
        label: what it is.
        done, whole: how much of it is done, and how much there is; 0 as long as nobody knows.
        told: the same in words.
    """

    label: str
    done: float
    whole: float
    told: str


class Display:
    """What one process shows: a copy of the process shows nothing.

    Attributes:
        quiet: whether nothing is shown but what is told to be wrong.
    """

    def __init__(self, stream: TextIO | None = None, *, quiet: bool = False) -> None:
        """Show on this stream, by default that of errors: what a command makes is not mixed with it."""
        self.quiet = quiet
        self._stream = stream or sys.stderr
        self._process = os.getpid()
        self._live: Live | None = None
        self._bars: Callable[[], list[Bar]] | None = None
        self._began = 0.0
        if hasattr(os, "register_at_fork"):
            # Bars are drawn by a thread, and what it holds while the process is copied stays held in the copy.
            os.register_at_fork(before=self._take_away, after_in_parent=self._bring_back)

    @property
    def has_bars(self) -> bool:
        """Whether bars can be shown: on a terminal that can move its cursor."""
        return not self.quiet and self._stream.isatty() and os.environ.get("TERM") != "dumb"

    def step(self, text: str) -> None:
        """Say what is done from now on."""
        if not self.quiet:
            self.line(text)

    def line(self, text: str) -> None:
        """Write a line, whole and above the bars."""
        if os.getpid() != self._process:
            return
        if self._live and self._live.is_started:
            from rich.text import Text

            self._live.console.print(Text(text), soft_wrap=True)
        else:
            print(text, file=self._stream, flush=True)

    def start(self, bars: Callable[[], list[Bar]]) -> None:
        """Show bars until `stop`.

        Args:
            bars: tells how far everything is; it is asked several times a second.
        """
        self.stop()
        self._bars, self._began = bars, time.monotonic()
        self._bring_back()

    def stop(self) -> None:
        """Take the bars away; nothing is left of them."""
        self._take_away()  # with a last look at how far it came
        self._bars = None

    @contextmanager
    def showing(self, bars: Callable[[], list[Bar]]) -> Iterator[None]:
        """Show bars for as long as this lasts."""
        self.start(bars)
        try:
            yield
        finally:
            self.stop()

    def _bring_back(self) -> None:
        if self._bars is None or self._live or not self.has_bars or os.getpid() != self._process:
            return
        from rich.console import Console
        from rich.live import Live

        # Python's own streams stay as they are: a copy of this process writes to them too.
        self._live = Live(
            console=Console(file=self._stream, highlight=False, force_terminal=True),
            get_renderable=self._table,
            refresh_per_second=_PER_SECOND,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._live.start()

    def _take_away(self) -> None:
        live, self._live = self._live, None
        if live and os.getpid() == self._process:
            live.stop()

    def _table(self) -> "Table":
        from rich.progress_bar import ProgressBar
        from rich.table import Table
        from rich.text import Text

        table = Table.grid(padding=(0, 1))
        passed = time.monotonic() - self._began
        for bar in self._bars() if self._bars and passed >= _PATIENCE else []:
            known = bar.whole > 0
            drawn = ProgressBar(bar.whole if known else None, bar.done, width=_WIDTH, pulse=not known)
            table.add_row(Text(bar.label), drawn, Text(bar.told), Text(f"{passed:.0f} s", style="dim"))
        return table


class Lines(logging.Handler):
    """Shows messages of a log as lines of a display: what is wrong, and of one logger also what else it tells."""

    def __init__(self, display: Display, told: str, names: dict[int, str]) -> None:
        """Take where to show them.

        Args:
            display: shows them.
            told: the name of the logger of which every message from INFO on is shown, and nothing put in front.
            names: level -> what stands before a message that is at least as grave.
        """
        super().__init__(logging.INFO)
        self._display, self._told, self._names = display, told, names

    def emit(self, record: logging.LogRecord) -> None:
        """Show one message."""
        message = record.getMessage()
        if record.name == self._told:
            self._display.line(message)
            return
        name = next((name for level, name in sorted(self._names.items(), reverse=True) if record.levelno >= level), "")
        if name:
            self._display.line(f"{name}: {message}")
