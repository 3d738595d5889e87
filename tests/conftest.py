"""What tests of every kind can ask for."""

import compileall
import gc
import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import settings

from macros.__main__ import COMMANDS
from macros.checks import check
from macros.commands import check as check_command
from macros.language.editions import read_editions
from macros.model.editions import EDITIONS
from tests.site.once import built_once, shared_by_workers
from tests.site.workplace import Workplace
from tests.tools.programs import NGINX, OFFICE, needed

ROOT = Path(__file__).parents[1]

# A command is imported when it is asked for. Here all are: a function that a test replaces would else stay in one.
for module in COMMANDS.values():
    import_module(f"macros.commands.{module}")

# A process works on one language: here on that of the clone, whose editions tests ask for when they are imported.
read_editions(ROOT)
OURS = list(EDITIONS)

# No schema here asks for the format of an address, of which this one works out the grammar whenever it is imported.
sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]

# Texts that were not published yet have this day, 22 November 2026, in every process of the tests.
os.environ["SOURCE_DATE_EPOCH"] = "1795345200"

# Findings are in English where a test does not ask for another language, whoever runs it.
if "LC_ALL" in os.environ:
    os.environ["LC_CTYPE"] = os.environ.pop("LC_ALL")
os.environ["LC_MESSAGES"] = "en_US.UTF-8"


# How many inputs are made up for a test: `make test-all` asks for the second with --hypothesis-profile.
settings.register_profile("some", max_examples=40, deadline=None)
settings.register_profile("thorough", max_examples=400, deadline=None)
settings.load_profile("some")

SLOW_FOLDERS = {"browser", "exports", "hostile", "linkcheck", "site", "workshop"}
SLOW_FIXTURES = {"browser", "built_site", "soffice"}


def pytest_configure() -> None:
    """Compile the code once: every copy of the project that a test builds would do so again."""
    compileall.compile_dir(ROOT / "macros", quiet=2)


def pytest_xdist_auto_num_workers() -> int:
    """Start one worker more than there are cores: one that drives a browser waits for it most of the time."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what `make test-fast` leaves out: whatever needs a built site, a browser, LibreOffice or a workflow."""
    for item in items:
        folder = item.path.relative_to(ROOT / "tests").parts[0]
        if folder in SLOW_FOLDERS or SLOW_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(autouse=True)
def same_editions() -> Iterator[None]:
    """Leave to the next test the editions of the clone, whatever language this one has read."""
    yield
    if EDITIONS != OURS:
        read_editions(ROOT)


@pytest.fixture(autouse=True)
def within_the_tests(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the command `check` do here what it does in a process of its own: no copy of this one, which has threads.

    It leaves garbage to the end of its process, and this process goes on.
    """
    monkeypatch.setattr(check_command, "check", lambda root, **_beside: check(root))
    yield
    gc.enable()


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the clone."""
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def kept(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let the copies of the project that are built in this run share what they keep, and no other run."""
    Workplace.kept = shared_by_workers(tmp_path_factory) / "kept"
    Workplace.kept.mkdir(exist_ok=True)


@pytest.fixture(scope="session")
def built_site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site in both editions, built once for all workers; no test changes it."""

    def build(folder: Path) -> tuple[int, str]:
        # These are what another build must not depend on.
        return Workplace(root, folder).build(EXPORTS="true", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")

    return built_once("built-site", tmp_path_factory, build)


@pytest.fixture(scope="session")
def soffice() -> Path:
    """LibreOffice, for tests that open what a reader downloads."""
    return needed(OFFICE).path


@pytest.fixture(scope="session")
def nginx_program() -> Path:
    """The nginx to serve a site with."""
    return needed(NGINX).path
