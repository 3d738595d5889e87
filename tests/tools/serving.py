"""A site that is served, and how long it takes from an edit to the refreshed page."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 120
_PAUSE = 0.05
"""Asking more often would hold up the server, which one browser does not."""


class Served:
    """A running `mkdocs serve`."""

    def __init__(self, folder: Path, port: int, log: Path) -> None:
        self.folder, self.log = folder, log
        self._root = f"http://127.0.0.1:{port}/"

    def page(self, address: str) -> str:
        """Return a page as a browser gets it, or an empty string when there is none."""
        try:
            with urllib.request.urlopen(self._root + address, timeout=PATIENCE) as answer:  # noqa: S310 - a server of its own
                return str(answer.read().decode("utf-8"))
        except (urllib.error.URLError, ConnectionError):
            return ""

    def wait_for(self, address: str, words: str) -> float:
        """Wait until a page has these words; return how many seconds that took.

        Raises:
            TimeoutError: when it takes too long.
        """
        return self._wait(lambda: words in self.page(address), f"{address} never got the words {words!r}")

    def wait_until(self, address: str, fits: Callable[[str], bool]) -> None:
        """Wait until a page is as it should be.

        Raises:
            TimeoutError: when it takes too long.
        """
        self._wait(lambda: fits(self.page(address)), f"{address} never became what it should be")

    def wait_to_say(self, words: str, times: int) -> None:
        """Wait until the server has said these words so many times.

        Raises:
            TimeoutError: when it takes too long.
        """
        self._wait(lambda: self.log.read_text("utf-8").count(words) >= times, f"the server never said {words!r}")

    def _wait(self, done: Callable[[], bool], failed: str) -> float:
        began = time.perf_counter()
        while not done():
            if time.perf_counter() - began > PATIENCE:
                raise TimeoutError(f"{failed}\n{self.log.read_text('utf-8')}")
            time.sleep(_PAUSE)
        return time.perf_counter() - began


@contextmanager
def serving(folder: Path, *arguments: str) -> Iterator[Served]:
    """Serve the project in a folder until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log = folder.with_name(f"{folder.name}-serve.log")
    with log.open("w") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}", *arguments],
            cwd=folder,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": f"http://127.0.0.1:{port}/"},
            stdout=said,
            stderr=said,
        )
    try:
        yield Served(folder, port, log)
    finally:
        process.terminate()
        process.wait(PATIENCE)
