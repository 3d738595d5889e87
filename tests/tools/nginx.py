"""Serves a site with a real nginx, as an ordinary process whose files are all in one folder."""

import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.tools.debian import ProgramError
from tests.tools.programs import NGINX

TYPES = ("/etc/nginx/mime.types", str(NGINX.folder / "etc/nginx/mime.types"))
PATIENCE = 20  # seconds to start
MAIN = """\
daemon off;
master_process off;
pid nginx.pid;
error_log error.log;
events {}
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  include site.conf;
}
"""


class Server:
    """An nginx that serves; what it answers."""

    def __init__(self, port: int) -> None:
        self.port = port

    def ask(
        self, path: str, *, host: str = "patterns.example", method: str = "GET", **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Return status, headers by their lower-case name, and body; `_` in the name of a header stands for `-`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            sent = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers={"Host": host} | sent)
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()


@contextmanager
def serving(program: Path, folder: Path, configuration: str) -> Iterator[Server]:
    """Serve with a configuration, as an ordinary process whose files are all in a new folder.

    Args:
        program: nginx.
        folder: for its files; it must not exist.
        configuration: what stands in a file of sites-enabled; it listens on port 80, which becomes a free one.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    folder.mkdir()
    types = next(place for place in TYPES if Path(place).exists())
    shutil.copyfile(types, folder / "mime.types")
    lines = [line for line in configuration.splitlines() if "listen [::]" not in line]
    (folder / "site.conf").write_text("\n".join(lines).replace("listen 80;", f"listen 127.0.0.1:{port};"), "utf-8")
    root = "user root;\n" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(root + MAIN, "utf-8")
    log = folder / "error.log"
    command: list[str | Path] = [program, "-p", folder, "-c", folder / "nginx.conf", "-e", log]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            _wait(process, port, log)
            yield Server(port)
        finally:
            process.terminate()


def _wait(process: subprocess.Popen[str], port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise ProgramError(f"nginx does not start:\n{log.read_text('utf-8') if log.exists() else ''}")
