"""`mkdocs serve`: both editions on this machine, built again whenever a file changes.

What is wrong with a file never ends the server: it is told in the terminal and on every page, until it is mended.
"""

import logging
import sys
import traceback
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer

from macros.core.editions import EDITIONS, ROOTS
from macros.core.reading import Reading
from macros.site.records import Memory, Record

_TROUBLE = ".trouble.html"
log = logging.getLogger("mkdocs")


class Serving:
    """Both editions while they are served.

    MkDocs makes a build before the server is there and cannot survive a mistake in it. That first one is therefore
    left empty; every real build is made by `rebuild`, which catches whatever goes wrong.
    """

    def __init__(self) -> None:
        self._server: LiveReloadServer | None = None
        self._reading: Reading | None = None
        self._trouble = False

    def idle(self, config: MkDocsConfig) -> bool:
        """Return whether this is the empty first build, and see to it that it writes no page."""
        if self._server:
            return False
        config.theme.static_templates.clear()
        return True

    def read(self, root: Path) -> Reading:
        """Read and check the language once for both editions."""
        from macros.site import events

        if self._reading is None:
            self._reading = events.read(root)
        return self._reading

    def start(self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> None:
        """Take over the building from the server, and make the first build."""
        self._server = server
        self._builder = builder
        self._site = Path(config.site_dir)
        self._root = Path(config.config_file_path).parent
        self._site_url = config.site_url
        self._app = server.serve_request
        server.set_app(self._answer)
        server.builder = self.rebuild
        self.rebuild()

    def rebuild(self) -> None:
        """Build both editions; what is wrong is shown and never raised."""
        self._reading = None
        self._drop_code()
        memory = Memory()
        log.addHandler(memory)
        try:
            self._builder()
            self._build_second()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - the server must live on
            if not isinstance(error, MkDocsException):
                memory.records.append(Record("", logging.ERROR, traceback.format_exc()))
                log.error("%s", traceback.format_exc())
            log.error("The site is not shown until this is mended.")
            (self._site / _TROUBLE).write_text(_page(memory.records), encoding="utf-8")
            self._trouble = True
        else:
            self._trouble = False
        finally:
            log.removeHandler(memory)

    def _build_second(self) -> None:
        for edition in EDITIONS[1:]:
            config = load_config(
                str(self._root / f"mkdocs.{edition}.yml"),
                site_dir=str(self._site / ROOTS[edition]),
                site_url=self._site_url,
            )
            build(config, serve_url=f"{self._site_url}{ROOTS[edition]}")

    def _drop_code(self) -> None:
        """Forget the package, so that the build imports it as it now stands."""
        for name in [name for name in sys.modules if name.partition(".")[0] == "macros"]:
            del sys.modules[name]

    def _answer(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer a request; while something is wrong, every page is the one that tells it."""
        path = environ["PATH_INFO"]
        if self._trouble and self._server and "." not in path.rpartition("/")[2]:
            environ["PATH_INFO"] = self._server.mount_path + _TROUBLE
        return self._app(environ, start_response)


def _page(records: Iterable[Record]) -> str:
    """Return a page that tells what is wrong."""
    items = "".join(f"<li>{escape(record.message)}</li>" for record in dict.fromkeys(records))
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Findings</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        "<style>body{font:1rem/1.5 system-ui;max-width:50rem;margin:2rem auto;padding:0 1rem}"
        "li{white-space:pre-wrap;overflow-wrap:anywhere;margin:.5rem 0}</style>"
        f"<body><h1>Findings</h1><p>The site comes back as soon as this is mended:</p><ol>{items}</ol></body></html>"
    )
