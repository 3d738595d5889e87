"""A browser for the tests in this folder, and pages that may not leave this machine."""

import functools
import threading
from collections.abc import Callable, Iterator
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import chromium

HOME = "127.0.0.1"
ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    # A second lock beside the check in `open_page`: no other host has an address.
    f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HOME}",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser that `python -m tests.browser.chromium` finds, started once for each worker."""
    program = chromium.find()
    if not program:
        pytest.fail("There is no browser; `python -m tests.browser.chromium` installs one.", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program.path, args=ARGUMENTS)
        yield browser
        browser.close()


class FileHost(SimpleHTTPRequestHandler):
    """Answers as a file host does: files, folders by their index, and for anything else the 404 at the root."""

    def log_message(self, *_said: Any) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what is missing with the site's own page."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def site_address(built_site: Path) -> Iterator[str]:
    """Where the built site is served, with a closing slash."""
    with ThreadingHTTPServer((HOME, 0), functools.partial(FileHost, directory=str(built_site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{HOME}:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def asked_elsewhere() -> Iterator[list[str]]:
    """The addresses on other hosts that a test's pages asked for; any of them fails the test."""
    asked: list[str] = []
    yield asked
    if asked:
        pytest.fail("a page asked for something on another host: " + ", ".join(asked), pytrace=False)


@pytest.fixture
def open_page(browser: Browser, asked_elsewhere: list[str]) -> Iterator[Callable[..., Page]]:
    """Opens a page in a context of its own, made with the options given (`color_scheme="dark"`)."""
    contexts: list[BrowserContext] = []

    def note(address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname != HOME:
            asked_elsewhere.append(address)

    def open_one(**options: Any) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        context.on("request", lambda request: note(request.url))
        page = context.new_page()
        page.on("websocket", lambda socket: note(socket.url))
        return page

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A page with the browser's usual settings."""
    return open_page()
