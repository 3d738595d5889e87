"""Dependencies point one way, and the core runs where nothing of the site is installed."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from macros.core.editions import EDITIONS

ROOT = Path(__file__).parents[2]
MACROS = ROOT / "macros"
BLOCKER = """
import sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {names}:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Blocker())
"""
MAY_USE = {
    "core": {"core"},
    "rendering": {"core", "rendering"},
    "exports": {"core", "rendering", "exports"},
    "links": {"core", "links"},
    "publishing": {"core", "publishing"},
    "site": {"core", "rendering", "exports", "links", "site"},
}
"""Room of the package -> the rooms whose modules it may import."""


def imported(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("room", MAY_USE)
def test_a_room_imports_only_what_lies_below_it(room):
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in (MACROS / room).rglob("*.py")
        for name in imported(path)
        if name.startswith("macros.") and name.split(".")[1] not in MAY_USE[room]
    ]
    assert wrong == []


def test_only_the_site_knows_mkdocs():
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in MACROS.rglob("*.py")
        for name in imported(path)
        if name.split(".")[0] in ("mkdocs", "mkdocs_macros", "material") and path.relative_to(MACROS).parts[0] != "site"
    ]
    assert wrong == []


def test_the_core_checks_where_nothing_of_the_site_is_installed():
    blocked = {"mkdocs", "mkdocs_macros", "material", "markdown_it", "nh3", "typst", "docx"}
    code = BLOCKER.format(names=blocked) + (
        "from pathlib import Path\nfrom macros.core.checks import check\n"
        "assert check(Path('tests/cases/frame')).language.patterns\n"
        "import importlib, pkgutil, macros.core\n"
        "for module in pkgutil.walk_packages(macros.core.__path__, 'macros.core.'):\n"
        "    importlib.import_module(module.name)\n"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr) == (0, "")


LANGUAGES_OF_MESSAGES = {"core/messages.py", "core/record.py", "core/starter.py"}
"""Messages and explanations of fields are in languages of their own: no edition need have them."""


def test_only_one_module_names_an_edition():
    named = {
        path.relative_to(MACROS).as_posix()
        for path in MACROS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in EDITIONS
    }
    assert named - LANGUAGES_OF_MESSAGES == {"core/editions.py"}
