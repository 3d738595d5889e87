"""Dependencies point one way, and `check` runs where nothing of the site is installed."""

import ast
import subprocess
import sys

import pytest

from macros.model.editions import EDITIONS
from tests.tools.imports import MACROS, PAGE, ROOT, imported, modules, page_with_picture

BLOCKER = """
import sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {names}:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Blocker())
"""
PACKAGES = [
    "text",
    "findings",
    "progress",
    "processes",
    "yaml",
    "pictures",
    "model",
    "written_pages",
    "record",
    "language",
    "view",
    "checks",
    "publishing",
    "authoring",
    "contributions",
    "frontend",
    "search",
    "exports",
    "pages",
    "linkcheck",
    "site",
    "commands",
]
"""Each package imports only from itself and from those before it."""
KNOWS_THE_SITE = PACKAGES.index("search")
"""From here on, what the site is made with has to be installed."""


def test_every_package_has_its_place():
    packages = {path.name for path in MACROS.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert packages == set(PACKAGES)


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_imports_only_what_lies_below_it(package):
    below = PACKAGES[: PACKAGES.index(package) + 1]
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in (MACROS / package).rglob("*.py")
        for name in imported(path)
        if name.startswith("macros.") and name.split(".")[1] not in below
    ]
    assert wrong == []


def test_no_modules_import_each_other_in_a_circle():
    edges = modules()
    done, circles = set(), []

    def visit(name, way):
        if name in way:
            circles.append(" -> ".join([*way[way.index(name) :], name]))
        elif name not in done:
            for below in edges[name] - {name}:
                visit(below, [*way, name])
            done.add(name)

    for name in edges:
        visit(name, [])
    assert circles == []


def test_only_the_site_knows_mkdocs():
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in MACROS.rglob("*.py")
        for name in imported(path)
        if name.split(".")[0] in ("mkdocs", "mkdocs_macros", "material") and path.relative_to(MACROS).parts[0] != "site"
    ]
    assert wrong == []


def test_check_runs_where_nothing_of_the_site_is_installed():
    packages = [package for package in PACKAGES[:KNOWS_THE_SITE] if package != "view"]
    blocked = {"mkdocs", "mkdocs_macros", "material", "markdown_it", "nh3", "typst", "docx"}
    code = BLOCKER.format(names=blocked) + (
        "from pathlib import Path\nfrom macros.checks import check\n"
        "assert check(Path('tests/cases/frame')).language.patterns\n"
        "import importlib, pkgutil\n"
        f"for package in {packages}:\n"
        "    for module in pkgutil.walk_packages([f'macros/{package}'], f'macros.{package}.'):\n"
        "        importlib.import_module(module.name)\n"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr) == (0, "")


LANGUAGES_OF_MESSAGES = {"findings/messages.py", "model/base.py", "authoring/starter.py"}
"""Messages and explanations of fields are in languages of their own: no edition need have them."""


def test_no_module_names_an_edition():
    named = {
        path.relative_to(MACROS).as_posix()
        for path in MACROS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in EDITIONS
    }
    assert named - LANGUAGES_OF_MESSAGES == set()


def test_the_picture_of_the_imports_is_true():
    text = PAGE.read_text("utf-8")
    assert text == page_with_picture(text), "make it anew: python -m tests.tools.imports"
