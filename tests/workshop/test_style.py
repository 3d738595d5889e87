"""Style and types are checked everywhere: a folder that a tool leaves out unsaid is one that nobody looks at."""

import subprocess
import sys


def test_no_module_escapes_the_style(root):
    command = [sys.executable, "-m", "ruff", "check", "--show-files"]
    shown = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.splitlines()
    modules = {str(path) for folder in ("bench", "macros", "tests") for path in (root / folder).rglob("*.py")}
    assert len(modules) > 200
    assert {module for module in modules if "/tests/cases/" not in module} <= set(shown)
