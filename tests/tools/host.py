"""A site on this machine as a file host serves it: folders by their index, its own 404, and texts compressed."""

import functools
import gzip
import io
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

HOME: Final = "127.0.0.1"
_TEXT: Final = re.compile(r"text/.*|application/(javascript|json|xml)|.*\+(json|xml)")


@functools.lru_cache(maxsize=1000)
def _compressed(body: bytes) -> bytes:
    return gzip.compress(body, mtime=0)


class FileHost(SimpleHTTPRequestHandler):
    """Answers as GitHub Pages does, but for its HTTP/2: over HTTP/1.1 a page is never faster."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body go together: apart, the second waits until the browser has acknowledged the first

    def log_message(self, *_said: Any) -> None:
        """Say nothing."""

    def handle(self) -> None:
        """Answer until the browser has what it wants: it may leave at any moment."""
        with suppress(ConnectionError):
            super().handle()

    def send_head(self) -> io.BytesIO | Any:
        """Send the head of the answer, and return what is to follow it."""
        asked = self.translate_path(self.path)
        folder = Path(asked).is_dir()
        if folder and not asked.endswith("/"):
            return super().send_head()  # it sends on to the address with the slash
        file = Path(asked, "index.html") if folder else Path(asked)
        status = HTTPStatus.OK
        if not file.is_file() or (asked.endswith("/") and not folder):
            file, status = Path(self.directory, "404.html"), HTTPStatus.NOT_FOUND
        body, kind = file.read_bytes(), self.guess_type(file)
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        if _TEXT.fullmatch(kind) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = _compressed(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


@contextmanager
def hosting(site: Path) -> Iterator[str]:
    """Serve a site until the block ends; the block gets its address, with a closing slash.

    The site may be built within the block: its pages can then name this address.
    """
    with ThreadingHTTPServer((HOME, 0), functools.partial(FileHost, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{HOME}:{server.server_port}/"
        server.shutdown()
