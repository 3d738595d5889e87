"""A browser for the tests in this folder, and pages that may not leave this machine."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.tools.host import HOME, hosting
from tests.tools.programs import BROWSER, BROWSER_ARGUMENTS, needed


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser that `python -m tests.tools.programs` finds, started once for each worker."""
    program = needed(BROWSER)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program.path, args=BROWSER_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site_address(built_site: Path) -> Iterator[str]:
    """Where the built site is served, with a closing slash."""
    with hosting(built_site) as address:
        yield address


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
