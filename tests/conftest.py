"""What tests of every kind can ask for."""

import fcntl
import os
from pathlib import Path

import pytest

from tests.site.workplace import Workplace
from tests.tools import soffice as office

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the clone."""
    return ROOT


@pytest.fixture(scope="session")
def built_site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site in both editions, built once for all workers; no test changes it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / "built-site"
    with (shared / "built-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            code, said = Workplace(root, folder).build()
            (folder / "said").write_text("" if code == 0 else said, encoding="utf-8")
    said = (folder / "said").read_text("utf-8")
    if said:
        pytest.fail(f"the site does not build:\n{said}", pytrace=False)
    return folder / "site"


@pytest.fixture(scope="session")
def soffice() -> Path:
    """LibreOffice, for tests that open what a reader downloads; without it they do not run."""
    program = office.find()
    if not program:
        pytest.skip(f"LibreOffice is not here (apt install {office.PACKAGE})")
    return program.path
