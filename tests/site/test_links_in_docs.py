"""Links, pipes and folders among the pages: told, never followed, and never waited for."""

import os
from pathlib import Path

import pytest

from tests.site.workplace import Workplace
from tests.tools.serving import serving

MADE = {
    "a link to everything": lambda path: path.symlink_to("/"),
    "a link to itself": lambda path: path.symlink_to(path.parent),
    "a link to a device": lambda path: path.with_suffix(".md").symlink_to("/dev/zero"),
    "a pipe": lambda path: os.mkfifo(path.with_suffix(".md")),
    "a folder": lambda path: path.with_suffix(".md").mkdir(),
}


def make(folder: Path, what: str) -> Path:
    """Make it among the Dutch pages; return what was made."""
    MADE[what](folder / "docs/nl/strange")
    return next((folder / "docs/nl").glob("strange*"))


def remove(path: Path) -> None:
    path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


@pytest.mark.parametrize("what", MADE)
def test_a_server_starts_beside_it_tells_it_and_goes_on_without_it(small, what):
    strange = make(small.folder, what)
    with serving(small.folder) as server:
        server.wait_for("", f"docs/nl/{strange.name}")
        assert f"docs/nl/{strange.name}:1:1:" in server.log.read_text("utf-8")
        remove(strange)
        server.wait_for("", "<main")
        server.wait_for("en/", "<main")


def test_a_server_that_runs_tells_what_is_put_there(small):
    with serving(small.folder) as server:
        server.wait_for("", "<main")
        for what in MADE:
            strange = make(small.folder, what)
            (small.folder / "docs/nl/index.md").touch()
            server.wait_for("", f"docs/nl/{strange.name}")
            remove(strange)
            (small.folder / "docs/nl/index.md").touch()
            server.wait_for("", "<main")


def test_a_build_takes_no_file_that_the_check_has_not_seen(small: Workplace):
    secret = small.folder / "secret"
    secret.mkdir()
    (secret / "inside.txt").write_text("secret", "utf-8")
    (small.folder / "docs/nl/file.txt").symlink_to(secret / "inside.txt")
    (small.folder / "docs/nl/folder").symlink_to(secret)
    small.edit(
        "macros/site/events.py", "return any(finding.severity", "return bool(not findings) and any(finding.severity"
    )
    _code, said = small.build(strict=False)
    assert small.site.is_dir(), said
    assert not [path for path in small.site.rglob("*") if path.name in ("inside.txt", "file.txt")]
