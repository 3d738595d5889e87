"""The imports of macros; `python -m tests.tools.imports` draws them anew in docs/architecture.md."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
MACROS: Final = ROOT / "macros"
PAGE: Final = ROOT / "docs/architecture.md"
_START, _END = "```mermaid\n", "```\n"


def imported(path: Path) -> Iterator[str]:
    """Yield the names that a module imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def modules() -> dict[str, set[str]]:
    """Return every module of macros by its name, with the modules of macros that it imports."""
    names = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in MACROS.rglob("*.py")
    }
    return {name: {one for one in imported(path) if one in names} for name, path in names.items()}


def packages() -> dict[str, set[str]]:
    """Return every package of macros with the packages that it imports from."""
    edges: dict[str, set[str]] = {}
    for module, others in modules().items():
        if module.count(".") < 1 or module == "macros.__main__":
            continue
        package = module.split(".")[1]
        edges.setdefault(package, set()).update(
            other.split(".")[1] for other in others if "." in other and other.split(".")[1] != package
        )
    return edges


def picture() -> str:
    """Return the packages as a Mermaid flow chart; an arrow that longer ways imply is left out."""
    edges = packages()

    def reached(package: str) -> set[str]:
        return {package}.union(*(reached(other) for other in edges[package]))

    arrows = [
        f"    {package} --> {other}"
        for package in sorted(edges)
        for other in sorted(edges[package])
        if not any(other in reached(between) for between in edges[package] - {other})
    ]
    alone = [f"    {package}" for package in sorted(edges) if not edges[package]]
    return "\n".join(["flowchart TD", *arrows, *alone]) + "\n"


def page_with_picture(text: str) -> str:
    """Return the text of the page with the picture of today in it."""
    before, _, rest = text.partition(_START)
    return before + _START + picture() + _END + rest.partition(_END)[2]


if __name__ == "__main__":
    PAGE.write_text(page_with_picture(PAGE.read_text("utf-8")), "utf-8")
