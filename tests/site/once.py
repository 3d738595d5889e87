"""Sites that are built once for all tests, also when several workers run them."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def built_once(name: str, tmp_path_factory: pytest.TempPathFactory, build: Callable[[Path], tuple[int, str]]) -> Path:
    """Return the site that `build` makes in a folder it is given; it returns an exit code and what was said."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            code, said = build(folder)
            (folder / "said").write_text("" if code == 0 else said, encoding="utf-8")
    said = (folder / "said").read_text("utf-8")
    if said:
        pytest.fail(f"the site does not build:\n{said}", pytrace=False)
    return folder / "site"
