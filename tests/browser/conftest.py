"""A browser for the tests in this folder, and pages that may not leave this machine."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from zlib import crc32

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from macros.model.editions import EDITIONS
from tests.tools.host import HOME, hosting
from tests.tools.places import KINDS
from tests.tools.programs import BROWSER, BROWSER_ARGUMENTS, needed
from tests.tools.thorough import some_of

USUAL: Final[ViewportSize] = {"width": 1280, "height": 720}
"""The window of a browser for which a test asks nothing else."""
NOTE = """
  globalThis.broken = [];
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    broken.push(`${violatedDirective}: ${blockedURI}`));
"""
"""Notes in `broken` what the policy of a page has kept it from."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of one kind of page together where the first of them stands: the page is opened once for them."""
    walks = [item for item in items if isinstance(item, pytest.Function) and "kind_page" in item.fixturenames]
    if walks:
        first = items.index(walks[0])
        others = [item for item in items if item not in set(walks)]
        items[:] = (
            others[:first] + sorted(walks, key=lambda walk: str(walk.callspec.params["kind_page"])) + others[first:]
        )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Ask each test of one edition, by turns, and in `make test-all` of all: they run the same scripts.

    What depends on how long the texts are says itself that it wants all of them.
    """
    named = (mark.args[0] for mark in metafunc.definition.iter_markers("parametrize"))
    chosen = {one.strip() for names in named for one in (names.split(",") if isinstance(names, str) else names)}
    if "edition" in metafunc.fixturenames and "edition" not in chosen:
        turn = crc32(metafunc.function.__name__.encode()) % len(EDITIONS)
        metafunc.parametrize("edition", some_of(EDITIONS, len(EDITIONS), turn))


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


def leads_elsewhere(address: str) -> bool:
    """Tell whether an address is that of another host."""
    parts = urlsplit(address)
    return parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname != HOME


def new_page(browser: Browser, note: Callable[[str], None], **options: Any) -> Page:
    """Open a page in a context of its own, and note every address that it asks for."""
    context = browser.new_context(**options)
    context.on("request", lambda request: note(request.url))
    page = context.new_page()
    page.on("websocket", lambda socket: note(socket.url))
    return page


@pytest.fixture
def open_page(browser: Browser, asked_elsewhere: list[str]) -> Iterator[Callable[..., Page]]:
    """Opens a page in a context of its own, made with the options given (`color_scheme="dark"`)."""
    contexts: list[BrowserContext] = []

    def note(address: str) -> None:
        if leads_elsewhere(address):
            asked_elsewhere.append(address)

    def open_one(**options: Any) -> Page:
        page = new_page(browser, note, **options)
        contexts.append(page.context)
        return page

    yield open_one
    for context in contexts:
        context.close()


@dataclass
class Shared:
    """A page that many tests look at one after another; none may change what stands on it or what is kept.

    Attributes:
        page: the page.
        kind: the kind of page that is open, if the tests share that too.
        asked: the addresses that were asked for since it was opened.
    """

    page: Page
    kind: str = ""
    asked: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def shared_pages(browser: Browser) -> Iterator[Callable[..., Shared]]:
    """Gives the shared page of a context with these options; it is opened once for each worker."""
    opened: dict[str, Shared] = {}

    def shared(**options: Any) -> Shared:
        name = repr(options)
        if name not in opened:
            asked: list[str] = []
            opened[name] = Shared(new_page(browser, asked.append, **options), asked=asked)
            opened[name].page.add_init_script(NOTE)
        return opened[name]

    yield shared
    for one in opened.values():
        one.page.context.close()


def as_it_opens(page: Page) -> None:
    """Give a page the window and the colours that it has when a browser opens."""
    page.emulate_media(media="null", color_scheme="light", forced_colors="none")
    page.set_viewport_size(USUAL)


@pytest.fixture
def shared_page(shared_pages: Callable[..., Shared], asked_elsewhere: list[str]) -> Iterator[Callable[..., Page]]:
    """Gives a page that others share, as fast as `open_page` is clean: for tests that open addresses and only look."""
    used: list[Shared] = []

    def get(**options: Any) -> Page:
        shared = shared_pages(**options)
        shared.asked.clear()
        shared.kind = ""
        used.append(shared)
        as_it_opens(shared.page)
        return shared.page

    yield get
    asked_elsewhere += [address for shared in used for address in shared.asked if leads_elsewhere(address)]


@pytest.fixture
def kind_page(
    request: pytest.FixtureRequest,
    shared_pages: Callable[..., Shared],
    site_address: str,
    asked_elsewhere: list[str],
) -> Iterator[Shared]:
    """The page of the kind that the test is given, as it opens: light, in the usual window, and quiet.

    The tests of a kind follow one another, and it is opened once for them.
    """
    kind = request.param
    shared = shared_pages()
    page = shared.page
    as_it_opens(page)
    if shared.kind != kind:
        shared.kind = ""
        shared.asked.clear()
        page.goto(site_address + KINDS[kind])
        shared.kind = kind
    page.wait_for_load_state("networkidle")
    yield shared
    asked_elsewhere += [address for address in shared.asked if leads_elsewhere(address)]


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A page with the browser's usual settings."""
    return open_page()
