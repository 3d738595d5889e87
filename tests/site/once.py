"""What is made once for all tests, also when several workers run them: sites, and what a build says."""

import fcntl
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

Build = Callable[[Path], tuple[int, str]]
"""Builds in a folder it is given, which does not exist yet; returns an exit code and what was said."""


def shared_by_workers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of this run of the tests, the same for all workers."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def told_once(name: str, tmp_path_factory: pytest.TempPathFactory, build: Build) -> tuple[Path, int, str]:
    """Return the folder in which something was built, the exit code and what was said."""
    shared = shared_by_workers(tmp_path_factory)
    folder, told = shared / name, shared / f"{name}.json"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            told.write_text(json.dumps(build(folder)), encoding="utf-8")
    code, said = json.loads(told.read_text("utf-8"))
    return folder, code, said


def built_once(name: str, tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    """Return the site that is built in a folder of its own; a build that fails, fails the test."""
    folder, code, said = told_once(name, tmp_path_factory, build)
    if code:
        pytest.fail(f"the site does not build:\n{said}", pytrace=False)
    return folder / "site"
