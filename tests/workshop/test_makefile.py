"""The Makefile explains itself, and says in plain words what is missing."""

import os
import re
import shutil
import socket
import subprocess
import sys

import pytest


@pytest.fixture
def make(root, tmp_path):
    """Runs make in a folder of its own, where it takes the environment for made."""
    program = shutil.which("make") or pytest.skip("make is not here")
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(root / name, tmp_path)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    (tmp_path / ".venv" / f"for-site-{version}").touch()
    outside = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}

    def run(*arguments):
        command = [program, f"PYTHON={sys.executable}", *arguments]
        return subprocess.run(command, cwd=tmp_path, env=outside, capture_output=True, text=True, check=False)

    return run


def test_help_tells_of_every_target(root, make):
    [targets] = re.findall(r"^\.PHONY: help (.*)$", (root / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert re.findall(r"^make ([\w-]+) ", make().stdout, re.MULTILINE) == targets.split()


@pytest.mark.parametrize("port", ["no", "0", "65536", "-1", "80 80"])
def test_a_port_that_is_none_is_refused_in_plain_words(make, port):
    done = make("serve", f"PORT={port}")
    assert done.returncode == 2
    assert "must be a number from 1 to 65535" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_in_use_is_named(make):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        done = make("serve", f"PORT={port}")
    assert done.returncode == 2
    assert f"Can't serve on 127.0.0.1, port {port}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_python_that_is_not_there_is_named(make):
    done = make("site", "PYTHON=no-such-python")
    assert done.returncode == 2
    assert "This needs Python 3.11 or newer as 'no-such-python'" in done.stderr
    assert "apt install python3 python3-venv" in done.stderr
