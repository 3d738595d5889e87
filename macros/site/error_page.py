"""The page that stands in the place of every other while something is wrong with a file."""

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any, Final

from mkdocs.livereload import LiveReloadServer

from macros.findings.messages import command_text
from macros.site.build_messages import LogMessage

_FILE: Final = ".errors.html"


class ErrorPage:
    """The page, and whether it is the one to show.

    Attributes:
        shown: whether it stands in the place of the others.
    """

    def __init__(self, server: LiveReloadServer, site: Path) -> None:
        """Take the server that answers with the pages, and the folder in which they lie."""
        self.shown = False
        self._file = site / _FILE
        self._app, self._address = server.serve_request, server.mount_path + _FILE

    def show(self, records: Iterable[LogMessage], language: str) -> None:
        """Let it tell what is wrong, in the place of every page, until `shown` is taken back."""
        self._file.write_text(_html(records, language), encoding="utf-8")
        self.shown = True

    def answer(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer a request, as a WSGI application does."""
        if self.shown and "." not in environ["PATH_INFO"].rpartition("/")[2]:
            environ["PATH_INFO"] = self._address
        return self._app(environ, start_response)


def _html(records: Iterable[LogMessage], language: str) -> str:
    """Return the page: what is wrong, each thing once.

    Args:
        records: what was told.
        language: of what was told.
    """
    title, hope = escape(command_text(language, "site.wrong")), escape(command_text(language, "site.comes-back"))
    items = "".join(f"<li>{escape(message)}</li>" for message in dict.fromkeys(one.message for one in records))
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        "<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}"
        "li{white-space:pre-wrap;overflow-wrap:anywhere;margin:.5rem 0}</style></head>"
        f"<body><main><h1>{title}</h1><p>{hope}</p>"
        f"<ol>{items}</ol></main></body></html>"
    )
