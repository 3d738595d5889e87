"""A copy of the project in a folder of its own, where a test may break things."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.tools.languages import CASES, FRAME
from tests.tools.project import copy_project

ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://patterns.example/", "EXPORTS": "false"}
"""Where a test is about the exports, it says EXPORTS="true"."""
LICENCES = ("docs/nl/licenties.md", "docs/en/licences.md")
"""The pages of licences of the real language."""
PATIENCE = 600
"""Seconds after which a build hangs, however slow the machine."""


class Workplace:
    """The copy, and what can be done in it.

    Attributes:
        kept: the folder in which the builds of all copies keep what they made, for as long as the tests run.
    """

    kept: Path | None = None

    def __init__(self, root: Path, folder: Path, *, small: bool = False, cold: bool = False) -> None:
        """Copy everything that a build reads; what the tests change must not be shared.

        Args:
            root: the clone.
            folder: the copy, which must not exist.
            small: with a language of four patterns in place of the real one, and the fewest pages it can do with.
            cold: without what the builds of other copies have made.
        """
        self._root, self.folder = root, folder
        self._cold = cold
        self.site = folder / "site"
        copy_project(root, folder)
        if small:
            for part in ("docs", "patterns"):
                shutil.rmtree(folder / part)
            for name in ("moved-urls.txt", "published-urls.txt"):
                (folder / name).unlink(missing_ok=True)
            for laid_over in (FRAME, CASES / "site"):
                shutil.copytree(laid_over, folder, dirs_exist_ok=True)

    def with_licences(self) -> "Workplace":
        """Take the pages of licences into the small language; return this copy."""
        for path in LICENCES:
            shutil.copy(self._root / path, self.folder / path)
        return self

    def command(self, *arguments: str) -> list[str]:
        """Return the command that runs mkdocs with these arguments, as a person gives it."""
        return [str(Path(sys.executable).with_name("mkdocs")), *arguments]

    def start(self, *arguments: str, first: str = "", **environment: str) -> subprocess.Popen[str]:
        """Start mkdocs in the folder, after a command of the shell that is given `first`."""
        if self.kept and not self._cold and not (self.folder / ".cache").exists():
            (self.folder / ".cache").symlink_to(self.kept)
        shell = ["sh", "-c", f'{first} && exec "$@"', "sh"] if first else []
        return subprocess.Popen(
            [*shell, *self.command(*arguments)],
            cwd=self.folder,
            env=os.environ | ENVIRONMENT | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def build(self, *arguments: str, first: str = "", strict: bool = True, **environment: str) -> tuple[int, str]:
        """Build the site as its makers do; return the exit code and what was said."""
        process = self.start("build", *(["--strict"] if strict else []), *arguments, first=first, **environment)
        said, _ = process.communicate(timeout=PATIENCE)
        return process.returncode, said

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace words in a file that must have them."""
        text = (self.folder / path).read_text("utf-8")
        assert old in text
        (self.folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    def append(self, path: str, text: str) -> None:
        """Put text at the end of a file."""
        with (self.folder / path).open("a", encoding="utf-8") as file:
            file.write(text)


def python_begins_with(code: str, folder: Path) -> dict[str, str]:
    """Return the environment in which every Python runs this code first; it is kept in a folder of its own."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(code, encoding="utf-8")
    return {"PYTHONPATH": os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH", "")]))}


def contents(site: Path) -> dict[str, bytes]:
    """Return every file of a site with its bytes."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def leftovers(folder: Path) -> list[str]:
    """Return what builds have left beside the site in a folder."""
    return [path.name for path in folder.iterdir() if path.name.startswith(".site-")]
