"""A newcomer follows docs/publishing.md to a web server of their own, from clone to live, without another file.

The commands of the guide run as they stand, with a bare repository and an nginx on this machine as the host.
What reaches or changes a server (ssh, rsync, certbot) is replaced by commands that work in a folder.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.workplace import Workplace
from tests.tools import nginx
from tests.tools.debian import ProgramError

GUIDE = "docs/publishing.md"
SECTION = "A web server of your own"
BASH, GIT, MAKE = (shutil.which(name) or "" for name in ("bash", "git", "make"))
STAND_INS = {
    "sudo": 'exec "$@"',
    "ssh": '[ "$1" != -t ] || shift; shift; cd "$SERVER"; exec bash -euc "$*"',
    "scp": 'cp "$1" "${2#server:}"',
    "rsync": 'mkdir -p "${3#server:}"; cp -a "$2." "${3#server:}"',
    "apt-get": "exit 0",
    "certbot": "exit 0",
    "systemctl": "exit 0",
    "nginx": 'test -s "$SERVER/etc/nginx/sites-enabled/patterns.conf"',  # the test has it read by nginx itself
}
EDITED = "patterns/deciding/choose-and-go.yml"

pytestmark = pytest.mark.skipif(not (BASH and GIT and MAKE), reason="git, make or bash is not here")


def steps(root: Path) -> list[str]:
    """The commands of the section, by step."""
    text = (root / GUIDE).read_text("utf-8")
    section = re.split(r"(?m)^## ", text.partition(f"## {SECTION}\n")[2])[0]
    blocks = re.findall(r"(?ms)^   ```sh\n(.*?)^   ```", section)
    return [re.sub(r"(?m)^   ", "", block) for block in blocks]


class Newcomer:
    """Who follows the guide: with their machine, a server and a repository, each a folder."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root, self.folder = root, folder
        self.server, self.home, self.origin = folder / "server", folder / "home", folder / "origin.git"
        self.address = ""
        for path in (self.server / "etc/nginx/sites-enabled", self.server / "srv", self.home, folder / "bin"):
            path.mkdir(parents=True)
        for name, text in STAND_INS.items():
            (folder / "bin" / name).write_text(f"#!/bin/bash\nset -eu\n{text}\n", "utf-8")
            (folder / "bin" / name).chmod(0o755)
        self.environment = os.environ | {
            "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
            "SERVER": str(self.server),
            "GIT_AUTHOR_NAME": "A",
            "GIT_AUTHOR_EMAIL": "a@example.org",
            "GIT_COMMITTER_NAME": "A",
            "GIT_COMMITTER_EMAIL": "a@example.org",
        }
        for name in ("SITE_URL", "REPO_URL", "PUBLISHER_NAME", "PUBLISHER_CONTACT"):
            self.environment.pop(name, None)

    def host(self) -> None:
        """Put the project with a small language on the host."""
        seed = Workplace(self.root, self.folder / "seed", small=True).folder
        for name in ("Makefile", ".gitignore", "requirements.txt", "requirements-dev.txt"):
            shutil.copy2(self.root / name, seed / name)
        shutil.copytree(self.root / "deploy", seed / "deploy", dirs_exist_ok=True)
        for command in (
            "git init -q -b main",
            "git add -A",
            "git commit -qm Begin",
            f"git clone -q --bare . {self.origin}",
        ):
            self.run(command, seed)

    def run(self, script: str, folder: Path) -> str:
        """Run commands as they stand in the guide, but for the names of the host, the server and its folders."""
        for guide, here in (
            ("https://git.example/patterns.git", str(self.origin)),
            ("https://patterns.example/", self.address),
            ("/srv/", f"{self.server}/srv/"),
            ("/etc/nginx/", f"{self.server}/etc/nginx/"),
        ):
            script = script.replace(guide, here)
        # The environment of this clone is used, so that nothing is fetched.
        stamp = f".venv/for-site-{sys.version_info[0]}.{sys.version_info[1]}"
        script = re.sub(r"(?m)^make ", f"make PYTHON={sys.executable} -o {stamp} ", script)
        done = subprocess.run(
            [BASH, "-euc", script], cwd=folder, env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"
        return done.stdout


@pytest.fixture
def newcomer(root, tmp_path):
    newcomer = Newcomer(root, tmp_path)
    newcomer.host()
    return newcomer


def test_from_clone_to_live_and_again(root, newcomer, nginx_program):
    clone, prepare, secure, build, bring, record = steps(root)
    settings = "".join(line for line in clone.splitlines(keepends=True) if line.startswith("export"))
    newcomer.run("\n".join(line for line in clone.splitlines() if line.startswith("git")), newcomer.home)
    work = newcomer.home / "patterns"
    (work / ".venv").symlink_to(root / ".venv")
    newcomer.run(f"{prepare}{secure}", work)

    own = (newcomer.server / "etc/nginx/sites-enabled/patterns.conf").read_text("utf-8")
    own = own.replace("server_name patterns.example;", "server_name patterns.example 127.0.0.1;")
    own = own.replace("/srv/patterns/current", f"{newcomer.server}/srv/patterns/current")
    with nginx.serving(nginx_program, newcomer.folder / "nginx", own) as server:
        newcomer.address = f"http://127.0.0.1:{server.port}/"
        assert server.ask("/")[0] == 404
        said = newcomer.run(settings + build, work)
        assert re.search(r"site/ is ready to publish: [1-9]\d* texts and [1-9]\d* addresses are new\.", said)
        newcomer.run(settings + bring, work)
        newcomer.run(settings + record, work)
        home = server.ask("/")[2].decode()
        assert "Name of your organisation" in home
        assert "mailto:patterns@patterns.example" in home
        for path, status in (("/p/3/", 200), ("/en/p/3/", 200), ("/en/", 200), ("/nothing/", 404), ("/p/3", 301)):
            assert server.ask(path)[0] == status, path
        first = json.loads(server.ask("/api/v1/record.json")[2])

        # A published text is changed, and published again: the old one stays readable under its date.
        path = work / EDITED
        path.write_text(path.read_text("utf-8").replace("Kies iets en ga door.", "Kies vandaag iets."), "utf-8")
        newcomer.run(f"git commit -qam 'Change a text'\ngit push -q\n{settings}{build}", work)
        newcomer.run(settings + bring, work)
        newcomer.run(settings + record, work)
        assert "Kies vandaag iets." in server.ask("/p/3/")[2].decode() + server.ask("/patronen/kies-en-ga/")[2].decode()
        second = json.loads(server.ask("/api/v1/record.json")[2])
    new = [text for text in second["texts"] if text not in first["texts"]]
    assert [text["number"] for text in new] == [3]
    assert set(first["addresses"]) < set(second["addresses"])
    recorded = newcomer.run(f"git -C {newcomer.origin} ls-tree -r --name-only main patterns/versions", work).split()
    assert len(recorded) == len(second["texts"])
    assert newcomer.run("git status --porcelain --untracked-files=no", work) == ""


def test_a_configuration_that_nginx_refuses_is_seen(tmp_path, nginx_program):
    with (
        pytest.raises(ProgramError, match="unknown directive"),
        nginx.serving(nginx_program, tmp_path / "n", "brotli on;"),
    ):
        pass


def headings_of(text):
    """The anchors of the headings of a Markdown file."""
    return {
        re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in text.splitlines()
        if line.startswith("#")
    }


def test_the_guide_is_linked_and_names_only_files_and_anchors_that_exist(root):
    text = (root / GUIDE).read_text("utf-8")
    assert f"]({GUIDE})" in (root / "README.md").read_text("utf-8")
    headings = headings_of(text)
    for link in re.findall(r"\]\(([^)]+)\)", text):
        if link.startswith("#"):
            assert link[1:] in headings, link
        else:
            path, _, anchor = link.partition("#")
            there = (root / "docs" / path).read_text("utf-8")
            assert not anchor or anchor in headings_of(there), link
    for path in re.findall(r"`((?:deploy|docs|patterns|\.github)/[\w./-]+\.\w+)`", text):
        assert (root / path).exists(), path
